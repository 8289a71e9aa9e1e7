package org.vppworkbench.optimizer.solver;

/**
 * @param gapUsd absolute gap at which a linear program counts as solved [$]
 * @param infeasibility largest equality residual accepted [kW, kWh]
 * @param infeasibilityPrice weight of the residual in the choice of the best point [$ per kW or kWh]
 * @param maxIterations limit of Newton steps
 */
public record SolverSettings(double gapUsd, double infeasibility, double infeasibilityPrice, int maxIterations) {

    /** Settings for a share of a total gap. */
    public static SolverSettings withGap(double gapUsd, int maxIterations) {
        return new SolverSettings(gapUsd, 1e-9, 1, maxIterations);
    }
}
