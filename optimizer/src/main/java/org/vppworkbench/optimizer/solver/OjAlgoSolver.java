package org.vppworkbench.optimizer.solver;

import java.util.Arrays;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.linear.LinearSolver;
import org.ojalgo.structure.Mutate1D;
import org.vppworkbench.optimizer.lp.LinearProgram;

/**
 * The simplex method of ojAlgo, for cross-checks on small fleets. It is called below its presolve, which would lose the
 * multipliers of the rows it removes.
 */
public final class OjAlgoSolver implements LpSolver {
    @Override
    public String id() {
        return "ojalgo";
    }

    @Override
    public String name() {
        return "ojAlgo 57.1.0";
    }

    @Override
    public LpSolution solve(LinearProgram lp, SolverSettings settings, SolverWatch watch) {
        Optimisation.Options options = new Optimisation.Options();
        // ojAlgo asks for its time limit in every iteration, so a limit of zero from outside ends the run
        return OutsideRun.of(lp, watch, () -> options.time_abort = 0, () -> run(lp, options));
    }

    private static LpSolution run(LinearProgram lp, Optimisation.Options options) {
        int n = lp.columns();
        double[] cost = new double[n];
        double[] lower = new double[n];
        double[] upper = new double[n];
        Arrays.setAll(cost, lp::cost);
        Arrays.setAll(lower, lp::lower);
        Arrays.setAll(upper, lp::upper);
        LinearSolver.Builder builder = LinearSolver.newBuilder(cost).lower(lower).upper(upper);
        Mutate1D[] rows = new Mutate1D[lp.rows()];
        Arrays.setAll(rows, i -> builder.equality(lp.rhs(i)));
        for (int j = 0; j < n; j++) {
            for (int p = lp.start(j); p < lp.start(j + 1); p++) {
                rows[lp.row(p)].set(j, lp.value(p));
            }
        }
        LinearSolver solver = builder.build(options);
        Optimisation.Result result = solver.solve();
        if (!result.getState().isOptimal()) {
            return OutsideRun.nothing(lp, LpStatus.STALLED);
        }
        double[] x = new double[n];
        double[] y = new double[lp.rows()];
        Arrays.setAll(x, j -> Math.clamp(result.doubleValue(j), lower[j], upper[j]));
        Arrays.setAll(y, i -> -solver.getDualMultiplier(i));
        return new LpSolution(LpStatus.SOLVED, x, y, 0, 0);
    }
}
