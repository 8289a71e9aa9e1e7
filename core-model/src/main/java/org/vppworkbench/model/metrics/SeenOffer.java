package org.vppworkbench.model.metrics;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.Product;

/**
 * An offer a home was made, and what it would have gained by taking it, at the cost its what-if named when it was asked
 * ({@code domain.md} §5, regret).
 *
 * @param prosumer id of the home
 * @param product what was to be sold
 * @param hour hour from the start of the horizon
 * @param pricePerMwh price offered [$/MWh]
 * @param offeredUsd gain from taking it [$]
 * @param agreedUsd gain of the contract the home has for this opportunity, 0 without one in force [$]
 */
public record SeenOffer(
        String prosumer, Product product, int hour, double pricePerMwh, double offeredUsd, double agreedUsd) {
    /** What this answer in this one opportunity would have added, all else equal; below 0 where the deal was better [$]. */
    public double forgoneUsd() {
        return offeredUsd - agreedUsd;
    }

    /** Whether the owner's price floor, which concerns energy only, lets the home take it. */
    public boolean allowedBy(@Nullable Double priceFloorPerMwh) {
        return priceFloorPerMwh == null || product.isReserve() || pricePerMwh >= priceFloorPerMwh - 1e-9;
    }
}
