package org.vppworkbench.optimizer.solver;

import com.joptimizer.exception.JOptimizerException;
import java.util.concurrent.CancellationException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.vppworkbench.optimizer.lp.LinearProgram;

/** Solves a {@link LinearProgram} with JOptimizer's primal-dual loop; never throws. */
public final class InteriorPointSolver {
    /** Name and version for result files. */
    public static final String NAME = "JOptimizer 5.0.0";

    /** JOptimizer logs every iteration through java.util.logging; held here so that the level is not collected. */
    private static final Logger QUIET = Logger.getLogger("com.joptimizer");

    /** Centring at the start relative to the mean money at stake per column; smaller values stall on tight windows. */
    private static final double START = 30;

    static {
        QUIET.setLevel(Level.OFF);
    }

    private InteriorPointSolver() {}

    public static LpSolution solve(LinearProgram lp, SolverSettings settings, SolverWatch watch) {
        int n = lp.columns();
        double[] x = new double[n];
        double[] z = new double[2 * n];
        double scale = 0;
        for (int j = 0; j < n; j++) {
            x[j] = 0.5 * (lp.lower(j) + lp.upper(j));
            scale += Math.abs(lp.cost(j)) * (lp.upper(j) - lp.lower(j));
        }
        double mu = n == 0 ? 0 : START * Math.max(1e-3, scale / n);
        for (int j = 0; j < n; j++) {
            double slack = 0.5 * (lp.upper(j) - lp.lower(j));
            z[j] = mu / slack;
            z[n + j] = mu / slack;
        }
        IterationMonitor monitor = new IterationMonitor(lp, settings, watch, x);
        if (lp.rows() == 0) {
            return unconstrained(lp);
        }
        try {
            new InteriorPointLoop(lp, x, z, monitor, watch::check).run();
        } catch (CancellationException e) {
            return monitor.cancelled();
        } catch (JOptimizerException | RuntimeException | OutOfMemoryError e) {
            // the loop is a library's: whatever ends it, the best pair so far is kept, and only the certificate speaks for it
            QUIET.log(Level.FINE, "interior-point loop ended early", e);
            return monitor.failed(GuardedSolver.inWords(e));
        }
        return monitor.solution();
    }

    private static LpSolution unconstrained(LinearProgram lp) {
        double[] x = new double[lp.columns()];
        for (int j = 0; j < x.length; j++) {
            x[j] = lp.cost(j) > 0 ? lp.lower(j) : lp.upper(j);
        }
        return new LpSolution(LpStatus.SOLVED, x, new double[0], 0, 0);
    }
}
