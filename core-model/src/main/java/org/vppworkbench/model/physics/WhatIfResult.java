package org.vppworkbench.model.physics;

import org.vppworkbench.model.time.TimeSeries;

/**
 * What a candidate contract would do to a home ({@code model.md} §6).
 *
 * @param requestedKw quantity asked about [kW]
 * @param deliverableKw what can be kept up through the hour with everything already agreed [kW]
 * @param incrementalCostUsd bill, wear, discomfort and value of stored energy given up for {@code deliverableKw} [$]
 * @param reservationPerMwh the least price at which the home is not worse off [$/MWh]; 0 where nothing is deliverable
 * @param discomfortUsd the part of the cost that is discomfort [$]
 * @param binding what keeps the home from delivering more
 * @param bindingInterval interval whose delivery it would spoil, which may lie before the contract; −1 where nothing binds or
 *     no device could sell this
 * @param fromInterval first interval of the paths
 * @param bessWithKwh battery energy at interval ends with the contract [kWh]
 * @param bessWithoutKwh battery energy at interval ends without it [kWh]
 */
public record WhatIfResult(
        double requestedKw,
        double deliverableKw,
        double incrementalCostUsd,
        double reservationPerMwh,
        double discomfortUsd,
        BindingConstraint binding,
        int bindingInterval,
        int fromInterval,
        TimeSeries bessWithKwh,
        TimeSeries bessWithoutKwh) {
    /**
     * @throws IllegalArgumentException where quantity, cost or price are no finite numbers
     */
    public WhatIfResult {
        for (double number : new double[] {deliverableKw, incrementalCostUsd, reservationPerMwh, discomfortUsd}) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a consequence of " + requestedKw + " kW is " + number);
            }
        }
    }

    public boolean deliverable() {
        return deliverableKw > 0;
    }
}
