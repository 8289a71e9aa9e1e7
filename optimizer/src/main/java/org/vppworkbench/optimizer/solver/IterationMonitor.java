package org.vppworkbench.optimizer.solver;

import org.vppworkbench.optimizer.lp.LinearProgram;

/** Watches the loop: keeps the best bound and the best point seen, and says when to stop. */
final class IterationMonitor {
    private static final int PATIENCE = 40;

    private final LinearProgram lp;
    private final SolverSettings settings;
    private final SolverWatch watch;
    private int iterations;
    private double bestBound = Double.NEGATIVE_INFINITY;
    private double bestGap = Double.POSITIVE_INFINITY;
    private double bestMerit = Double.POSITIVE_INFINITY;
    private int lastImprovement;
    private double[] bestX;
    private double[] bestY;
    private LpStatus status = LpStatus.STALLED;

    IterationMonitor(LinearProgram lp, SolverSettings settings, SolverWatch watch, double[] x0) {
        this.lp = lp;
        this.settings = settings;
        this.watch = watch;
        this.bestX = x0;
        this.bestY = new double[lp.rows()];
    }

    boolean shouldStop(double[] x, double[] v, double[] multiplier) {
        double infeasibility = largest(lp.residual(x));
        double[] y = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            y[i] = -v[i];
        }
        double bound = lp.bound(y);
        if (!Double.isFinite(bound) || !Double.isFinite(infeasibility)) {
            return true;
        }
        if (bound > bestBound) {
            bestBound = bound;
            bestY = y;
        }
        double gap = lp.objective(x) - bestBound;
        double merit = Math.max(gap, 0) + settings.infeasibilityPrice() * infeasibility;
        if (merit < 0.9 * bestMerit) {
            lastImprovement = iterations;
        }
        if (merit <= bestMerit) {
            bestMerit = merit;
            bestGap = gap;
            bestX = x;
        }
        boolean done = Math.abs(gap) <= settings.gapUsd() && infeasibility <= settings.infeasibility();
        if (done) {
            status = LpStatus.SOLVED;
        } else if (watch.cancelled().getAsBoolean()) {
            status = LpStatus.CANCELLED;
        }
        watch.iteration().at(iterations, gap);
        return done
                || status == LpStatus.CANCELLED
                || iterations - lastImprovement > PATIENCE
                || iterations++ >= settings.maxIterations();
    }

    private static double largest(double[] r) {
        double largest = 0;
        for (double v : r) {
            largest = Math.max(largest, Math.abs(v));
        }
        return largest;
    }

    /** What is known when the caller stopped the work inside an iteration. */
    LpSolution cancelled() {
        status = LpStatus.CANCELLED;
        return solution();
    }

    /** The best pair so far when the loop broke down. */
    LpSolution failed(String problem) {
        return new LpSolution(
                LpStatus.FAILED, bestX, bestY, bestGap, iterations, InteriorPointSolver.NAME + " on a linear program of "
                        + lp.columns() + " columns, step " + iterations + ": " + problem);
    }

    LpSolution solution() {
        return new LpSolution(status, bestX, bestY, bestGap, iterations);
    }
}
