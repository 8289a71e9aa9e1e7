package org.vppworkbench.optimizer.solver;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * What a run reports and what stops it.
 *
 * @param cancelled polled in every iteration and inside each, from several threads
 * @param iteration told of every iteration
 */
public record SolverWatch(BooleanSupplier cancelled, Iteration iteration) {

    /** Ends the work in hand where the caller wants it to end; called wherever work may last longer than some milliseconds. */
    public void check() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
    }

    /** Receives the iteration number and the gap [$]. */
    @FunctionalInterface
    public interface Iteration {
        void at(int iteration, double gapUsd);
    }
}
