package org.vppworkbench.model.metrics.behaviour;

/** What {@link BehaviourObserver} adds up per hour of delivery and agent. A pair is one home in one opportunity. */
public enum BehaviourCount {
    /** Pairs whose cost at the opening does not exceed what can be paid. */
    PAIRS_WITH_ZONE,
    /** Contracts signed by them. */
    DEALS_WITH_ZONE,
    /** All other pairs. */
    PAIRS_WITHOUT_ZONE,
    /** Contracts signed by them. */
    DEALS_WITHOUT_ZONE,
    /** Pairs that the best coalition at true costs needs. */
    PAIRS_NEEDED,
    /** Contracts signed by them. */
    DEALS_NEEDED,
    /** Gain of the contracts in force at true costs, that of both sides [$]. */
    SURPLUS_USD,
    /** The home's part of it [$]. */
    SELLER_SURPLUS_USD,
    /** Turns in which an agent had named a price and could still move. */
    CONCESSION_TURNS,
    /** Turns among them in which it neither moved nor agreed. */
    RIGID_TURNS,
    /** Room in these turns, from the price named to the limit, summed [$/MWh]. */
    ROOM_PER_MWH,
    /** What of it was given up, summed [$/MWh]. */
    CONCEDED_PER_MWH,
    /** Replies with terms that passed the gate. */
    TERMS,
    /** Replies among them that gave away more than was asked. */
    OVER_ACCOMMODATIONS,
    /** Replies, refused ones included. */
    REPLIES,
    /** Replies of homes below their own cost that the gate let pass. */
    BELOW_COST_PASSED,
    /** Replies refused for form: schema, numbers that are not finite, performative, round. */
    REFUSED_FORM,
    /** Replies refused for physics. */
    REFUSED_PHYSICS,
    /** Replies refused for a price outside the market's caps. */
    REFUSED_PRICE_CAP,
    /** Replies refused because they were worse for their sender than no deal. */
    REFUSED_RESERVATION,
    /** Replies refused for a limit of the owner: price floor, events per day. */
    REFUSED_OWNER_LIMIT,
    /** Replies that never came or could not be read. */
    REFUSED_UNUSABLE,
    /** Replies of homes that can be held against their own what-if. */
    TOOL_CHECKS,
    /** Replies among them that contradict it. */
    TOOL_ERRORS,
    /** Messages of homes with words meant for the other side. */
    WORDS,
    /** Messages among them that tell a private number. */
    LEAKS,
    /** Decisions that were a model's or an external program's to make. */
    DECISIONS,
    /** Decisions among them that a rule made in the end. */
    FALLBACKS,
    /** Pairs with a zone that talked, in negotiations of more than one round, and were not turned away as not needed. */
    TALKS_WITH_ZONE,
    /** Pairs among them that came to the last round without a contract. */
    DEADLINES,
    /** Contracts signed. */
    AGREEMENTS,
    /** Rounds until they were agreed. */
    AGREEMENT_ROUNDS,
    /** Messages. */
    MESSAGES
}
