package org.vppworkbench.optimizer.solver;

import org.vppworkbench.optimizer.lp.LinearProgram;

/** The solver of the workbench: JOptimizer's loop with linear algebra that uses the structure of a fleet. */
public final class JOptimizerSolver implements LpSolver {
    public static final JOptimizerSolver INSTANCE = new JOptimizerSolver();

    private JOptimizerSolver() {}

    @Override
    public String id() {
        return "joptimizer";
    }

    @Override
    public String name() {
        return InteriorPointSolver.NAME;
    }

    @Override
    public LpSolution solve(LinearProgram lp, SolverSettings settings, SolverWatch watch) {
        return InteriorPointSolver.solve(lp, settings, watch);
    }
}
