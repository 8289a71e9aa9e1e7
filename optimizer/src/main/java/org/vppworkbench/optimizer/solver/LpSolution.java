package org.vppworkbench.optimizer.solver;

/** Best point and best row multipliers a solver found; neither is trusted before it was certified. */
public final class LpSolution {
    private final LpStatus status;
    private final double[] x;
    private final double[] y;
    private final double gapUsd;
    private final int iterations;
    private final String problem;

    /**
     * @param x column values
     * @param y row multipliers, {@code c − Aᵀy} being the reduced costs; zeros where there are none
     * @param gapUsd gap the solver saw [$]
     */
    public LpSolution(LpStatus status, double[] x, double[] y, double gapUsd, int iterations) {
        this(status, x, y, gapUsd, iterations, "");
    }

    /**
     * @param x column values
     * @param y row multipliers
     * @param gapUsd gap the solver saw [$]
     * @param problem why the solver broke down, in words; else empty
     */
    public LpSolution(LpStatus status, double[] x, double[] y, double gapUsd, int iterations, String problem) {
        this.status = status;
        this.x = x;
        this.y = y;
        this.gapUsd = gapUsd;
        this.iterations = iterations;
        this.problem = problem;
    }

    public LpStatus status() {
        return status;
    }

    /** Column values, a copy. */
    public double[] x() {
        return x.clone();
    }

    /** Row multipliers, a copy. */
    public double[] y() {
        return y.clone();
    }

    /** Gap the loop saw [$]. */
    public double gapUsd() {
        return gapUsd;
    }

    public int iterations() {
        return iterations;
    }

    /** Why the solver broke down, in words; empty where it did not. */
    public String problem() {
        return problem;
    }
}
