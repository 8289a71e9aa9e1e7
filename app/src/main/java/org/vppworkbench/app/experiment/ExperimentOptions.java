package org.vppworkbench.app.experiment;

/**
 * How a run is evaluated.
 *
 * @param solveOptimum whether HOME, AWARE and BLIND are solved
 * @param gap relative gap to be certified, in (0, 1]
 */
public record ExperimentOptions(boolean solveOptimum, double gap) {
    public static final ExperimentOptions DEFAULT = new ExperimentOptions(true, 1e-3);
}
