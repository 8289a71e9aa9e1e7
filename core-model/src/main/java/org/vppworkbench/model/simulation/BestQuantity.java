package org.vppworkbench.model.simulation;

import org.vppworkbench.model.physics.WhatIfResult;

/** The quantity a home gains most by at a price: {@code price·kW − cost} is largest among quarters of what it can sell. */
public final class BestQuantity {
    /** Shares of the quantity that are compared. Assumption: quarters are fine enough. */
    private static final int SHARES = 4;

    private BestQuantity() {}

    /**
     * The what-if of the best quantity; the whole where no deliverable part is better.
     *
     * @param pricePerMwh price at which the gain is counted [$/MWh]
     * @param topKw the most that is compared [kW]
     */
    public static WhatIfResult of(ProsumerDesk desk, double pricePerMwh, double topKw) {
        WhatIfResult best = desk.about(topKw);
        for (int share = SHARES - 1; share >= 1; share--) {
            WhatIfResult trial = desk.whatIf(topKw * share / SHARES);
            if (trial.deliverable() && gain(trial, pricePerMwh) > gain(best, pricePerMwh) + 1e-12) {
                best = trial;
            }
        }
        return best;
    }

    private static double gain(WhatIfResult result, double price) {
        return price * result.deliverableKw() / 1000 - result.incrementalCostUsd();
    }
}
