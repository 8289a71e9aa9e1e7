package org.vppworkbench.negotiation.utility;

import org.vppworkbench.model.physics.WhatIfResult;

/**
 * A deal and what it is worth to both sides; no deal is worth 0 to either.
 *
 * @param kw quantity [kW]
 * @param pricePerMwh [$/MWh]
 * @param homeUsd the home's surplus: payment less what the contract costs it [$]
 * @param aggregatorUsd the aggregator's expected profit at the published price [$]
 */
public record UtilityPoint(double kw, double pricePerMwh, double homeUsd, double aggregatorUsd) {
    private static final double CENT_OF_A_CENT = 1e-6;

    /**
     * A deal about the quantity of a what-if.
     *
     * @param forecastPerMwh published price [$/MWh]
     */
    public static UtilityPoint of(WhatIfResult quantity, double pricePerMwh, double forecastPerMwh) {
        double kw = quantity.deliverableKw();
        return new UtilityPoint(
                kw, pricePerMwh, pricePerMwh * kw / 1000 - quantity.incrementalCostUsd(),
                (forecastPerMwh - pricePerMwh) * kw / 1000);
    }

    /** Whether neither side would rather have no deal. */
    public boolean rational() {
        return homeUsd >= -CENT_OF_A_CENT && aggregatorUsd >= -CENT_OF_A_CENT;
    }

    /** What both gain together [$]. */
    public double jointUsd() {
        return homeUsd + aggregatorUsd;
    }

    double distanceTo(UtilityPoint other) {
        return Math.hypot(homeUsd - other.homeUsd, aggregatorUsd - other.aggregatorUsd);
    }
}
