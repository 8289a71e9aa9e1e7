package org.vppworkbench.optimizer.solver;

import java.util.function.BooleanSupplier;

/**
 * What a run reports and what stops it.
 *
 * @param cancelled polled in every iteration
 * @param iteration told of every iteration
 */
public record SolverWatch(BooleanSupplier cancelled, Iteration iteration) {

    /** Receives the iteration number and the gap [$]. */
    @FunctionalInterface
    public interface Iteration {
        void at(int iteration, double gapUsd);
    }
}
