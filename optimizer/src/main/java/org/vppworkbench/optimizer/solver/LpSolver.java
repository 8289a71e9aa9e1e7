package org.vppworkbench.optimizer.solver;

import org.vppworkbench.optimizer.lp.LinearProgram;

/**
 * Something that solves linear programs. What it returns is never trusted: whoever solved, the same certificate is computed
 * from the inputs, the point and the multipliers.
 */
public interface LpSolver {
    /** What the command line calls it, such as {@code joptimizer}. */
    String id();

    /** Name and version for result files. */
    String name();

    /**
     * Solves a linear program; never throws for numerical reasons.
     *
     * @return point and row multipliers {@code y}, in the sense that {@code c − Aᵀy} are the reduced costs. A solver that has
     *     no multipliers returns zeros, from which only a poor bound follows; one that has no point returns any point
     *     within the boxes
     */
    LpSolution solve(LinearProgram lp, SolverSettings settings, SolverWatch watch);

    /** Whether it has a time limit that has passed: nothing more need be begun with it. Asked from several threads. */
    default boolean timeIsOver() {
        return false;
    }
}
