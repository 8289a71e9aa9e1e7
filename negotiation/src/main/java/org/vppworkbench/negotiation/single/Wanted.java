package org.vppworkbench.negotiation.single;

import java.util.Collection;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.vppworkbench.negotiation.agent.language.PerHome;
import org.vppworkbench.negotiation.agent.language.ReplyFault;
import org.vppworkbench.negotiation.agent.language.ReplyObject;
import org.vppworkbench.negotiation.persona.RecordedWords;

/**
 * A contract as a model wants it.
 *
 * @param kw quantity [kW]
 * @param shownPerMwh price as the model names it
 */
record Wanted(double kw, double shownPerMwh) {
    private static final Set<String> FIELDS = Set.of("contracts", "rationale");
    private static final Set<String> ITEM_FIELDS = Set.of("home", "kw", "price");

    /**
     * Reads a reply.
     *
     * @param homes homes that may be named
     * @param recorded makes of the model's words what may stand in a record
     * @throws ReplyFault where there is no list of contracts
     */
    static PerHome<Wanted> read(ReplyObject reply, Collection<String> homes, UnaryOperator<String> recorded)
            throws ReplyFault {
        reply.only(FIELDS);
        String why = recorded.apply(reply.text("rationale", RecordedWords.MOST_SAID));
        return PerHome.read(
                reply.objects("contracts", 2 * homes.size() + 8), homes, "contract", (home, item) -> read(item), why);
    }

    private static Wanted read(ReplyObject item) throws ReplyFault {
        item.only(ITEM_FIELDS);
        return new Wanted(item.number("kw"), item.number("price"));
    }
}
