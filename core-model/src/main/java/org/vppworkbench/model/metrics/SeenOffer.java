package org.vppworkbench.model.metrics;

/**
 * What a home would have gained by taking the best offer it was made for one opportunity, and what it did gain, both at the
 * cost its what-if named when it was asked ({@code domain.md} §5, regret).
 *
 * @param prosumer id of the home
 * @param hour hour from the start of the horizon
 * @param offeredUsd largest gain over the offers the home was made [$]
 * @param agreedUsd gain of the contract in force, 0 without one [$]
 */
public record SeenOffer(String prosumer, int hour, double offeredUsd, double agreedUsd) {
    /** What another answer in this one opportunity would have added, all else equal; below 0 where the deal was better [$]. */
    public double forgoneUsd() {
        return offeredUsd - agreedUsd;
    }
}
