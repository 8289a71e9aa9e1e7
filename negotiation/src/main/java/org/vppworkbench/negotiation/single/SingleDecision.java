package org.vppworkbench.negotiation.single;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.negotiation.agent.language.ReplyFault;
import org.vppworkbench.negotiation.agent.language.ReplyObject;

/**
 * Contracts as a model wants them, home by home.
 *
 * @param contracts by home
 * @param failures homes whose contract cannot be read
 * @param strays contracts of no home of the table, or of one a second time
 * @param why the model's words, one line of visible characters
 */
record SingleDecision(
        Map<String, Wanted> contracts, Map<String, GateVerdict> failures, List<GateVerdict> strays, String why) {
    private static final int MOST_NAME = 64;
    /** Longer words are refused; shorter ones are cut for the record. */
    private static final int MOST_RATIONALE = 4_000;

    private static final Set<String> FIELDS = Set.of("contracts", "rationale");
    private static final Set<String> ITEM_FIELDS = Set.of("home", "kw", "price");

    SingleDecision {
        contracts = Collections.unmodifiableMap(new LinkedHashMap<>(contracts));
        failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
        strays = List.copyOf(strays);
    }

    /**
     * @param kw quantity [kW]
     * @param shownPerMwh price as the model names it
     */
    record Wanted(double kw, double shownPerMwh) {}

    /**
     * Reads a reply.
     *
     * @param homes homes that may be named
     * @param recorded makes of the model's words what may stand in a record
     * @throws ReplyFault where there is no list of contracts
     */
    static SingleDecision read(ReplyObject reply, Collection<String> homes, UnaryOperator<String> recorded)
            throws ReplyFault {
        reply.only(FIELDS);
        Map<String, Wanted> contracts = new LinkedHashMap<>();
        Map<String, GateVerdict> failures = new LinkedHashMap<>();
        List<GateVerdict> strays = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (ReplyObject item : reply.objects("contracts", 2 * homes.size() + 8)) {
            String home = item.text("home", MOST_NAME);
            if (!homes.contains(home)) {
                strays.add(schema("a contract names a home that is not in the table"));
            } else if (!named.add(home)) {
                strays.add(schema(home + " is named a second time; its first contract counts"));
            } else {
                try {
                    item.only(ITEM_FIELDS);
                    contracts.put(home, new Wanted(item.number("kw"), item.number("price")));
                } catch (ReplyFault fault) {
                    failures.put(home, schema(fault.words()));
                }
            }
        }
        return new SingleDecision(contracts, failures, strays, recorded.apply(reply.text("rationale", MOST_RATIONALE)));
    }

    private static GateVerdict schema(String words) {
        return new GateVerdict(false, "schema", words);
    }
}
