package org.vppworkbench.optimizer;

import org.vppworkbench.optimizer.solver.JOptimizerSolver;
import org.vppworkbench.optimizer.solver.LpSolver;

/**
 * @param relativeGap certified gap asked for, as a share of the yardstick of {@code model.md} §5
 * @param yardstickUsd money at stake for a single mode, at least 1 $; {@code solveAll} uses UB(AWARE) − UB(HOME) instead [$]
 * @param maxIterations limit of Newton steps per linear program
 * @param solver who solves the linear programs; the certificate is the same for all
 */
public record Options(double relativeGap, double yardstickUsd, int maxIterations, LpSolver solver) {

    /** Gap 10⁻³ of 1 $ at least, 300 Newton steps. */
    public static final Options DEFAULT = new Options(1e-3, 1, 300);

    /** The same with the solver of the workbench. */
    public Options(double relativeGap, double yardstickUsd, int maxIterations) {
        this(relativeGap, yardstickUsd, maxIterations, JOptimizerSolver.INSTANCE);
    }

    public Options {
        if (!(relativeGap > 0) || !(yardstickUsd >= 1) || maxIterations < 1) {
            throw new IllegalArgumentException("relativeGap " + relativeGap + " must be above 0, yardstickUsd "
                    + yardstickUsd + " at least 1, maxIterations " + maxIterations + " at least 1");
        }
    }

    /** The same with another yardstick, at least 1 $. */
    Options measuredBy(double usd) {
        return new Options(relativeGap, Math.max(yardstickUsd, usd), maxIterations, solver);
    }
}
