package org.vppworkbench.negotiation.agent.language;

import java.util.Set;

/**
 * What a model wants to say to one home.
 *
 * @param kind what
 * @param kw quantity of a counter-offer, else 0 [kW]
 * @param pricePerMwh price of a counter-offer as the model names it, else 0
 */
record AggregatorMove(Kind kind, double kw, double pricePerMwh) {
    static final Set<String> FIELDS = Set.of("home", "move", "kw", "price");

    /** What may be said to a home. */
    enum Kind {
        COUNTER,
        ACCEPT,
        REJECT,
        WAIT
    }

    /**
     * Reads one item of the list of moves.
     *
     * @throws ReplyFault where a field is missing, unknown, of another type or out of its range
     */
    static AggregatorMove read(ReplyObject item) throws ReplyFault {
        item.only(FIELDS);
        Kind kind = item.choice("move", Kind.class);
        return kind == Kind.COUNTER
                ? new AggregatorMove(kind, item.number("kw"), item.number("price"))
                : new AggregatorMove(kind, 0, 0);
    }
}
