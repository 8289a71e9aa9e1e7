package org.vppworkbench.model.metrics.behaviour;

import org.jspecify.annotations.Nullable;

/**
 * One home in one opportunity in which it named or took terms and in which a deal was possible. Prices are places in the zone
 * of agreement: 0 is the home's cost at the opening, 1 the most that can be paid; they may lie outside.
 *
 * @param hour hour of delivery from the start of the horizon
 * @param prosumer id of the home
 * @param position place in the order of presentation among the homes that talked, 0 first, 1 last; 0.5 for one alone
 * @param openingAsk its first ask, or {@code null}
 * @param openingBid the aggregator's first counter-offer to it, or {@code null}
 * @param price the price of its contract, or {@code null} without one
 */
public record Bargain(
        int hour,
        String prosumer,
        double position,
        @Nullable Double openingAsk,
        @Nullable Double openingBid,
        @Nullable Double price) {
    /** Whether a contract was signed. */
    public boolean traded() {
        return price != null;
    }
}
