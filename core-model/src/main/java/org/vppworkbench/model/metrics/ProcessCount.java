package org.vppworkbench.model.metrics;

/** What {@link ProcessObserver} counts about every hour of delivery. */
public enum ProcessCount {
    /** Opportunities opened. */
    OPPORTUNITIES,
    /** Opportunities below the minimum stake. */
    SKIPPED,
    /** Opportunities with at least one contract in force. */
    TRADED,
    /** Fleet offers the market did not take. */
    NOT_CLEARED,
    /** Rounds over all opportunities. */
    ROUNDS,
    /** Messages sent, refused replies included. */
    MESSAGES,
    /** Messages of agents: all but calls for proposals and awards. */
    REPLIES,
    /** Replies the gate refused for anything but physics. */
    INVALID,
    /** Replies the gate refused for physics. */
    INFEASIBLE,
    /** Replies refused twice in a row, or that never came, and so replaced by the rule policy. */
    FALLBACKS,
    /** Decisions that were a language model's to make. */
    MODEL_DECISIONS,
    /** Decisions among them that the rules took in its place, or nobody. */
    MODEL_FALLBACKS,
    /** Refusals by homes to take part. */
    REFUSALS,
    /** Offers turned down for good. */
    REJECTIONS,
    /** Acceptances of a counter-offer. */
    COUNTER_ACCEPTANCES,
    /** Talks of the aggregator with one home about one opportunity in which the home named or took terms. */
    TALKS,
    /** Contracts signed, in force or not. */
    AGREEMENTS,
    /** Contracts signed below the home's own reservation price. */
    BELOW_RESERVATION,
    /** Gains of the best coalition at true reservation prices [$]. */
    ZONE_USD,
    /** Gains of the contracts in force at true reservation prices [$]. */
    CONTRACTED_USD,
    /** Certified gaps of the coalitions awarded; 0 where all are proven best [$]. */
    COALITION_GAP_USD,
    /** Cleared offers whose contracts cost more than the market pays for them. */
    DEFICITS,
    /** What they cost more [$]. */
    DEFICIT_USD
}
