package org.vppworkbench.optimizer.solver;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.vppworkbench.optimizer.lp.LinearProgram;

/**
 * The run of a solver that asks nobody whether to go on: it works on a thread of its own, and is interrupted in its own way
 * when the caller wants it to end.
 */
public final class OutsideRun {
    private static final int POLL_MILLIS = 20;

    private OutsideRun() {}

    /**
     * Solves.
     *
     * @param interrupt asks the solver to end; may be called often, also before it has begun
     * @param work the solve
     * @return what it found; where it was interrupted {@link LpStatus#CANCELLED} with what it had, where it failed
     *     {@link LpStatus#STALLED} with nothing
     */
    public static LpSolution of(LinearProgram lp, SolverWatch watch, Runnable interrupt, Supplier<LpSolution> work) {
        CompletableFuture<LpSolution> result = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("outside-solver").start(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        boolean stopped = false;
        while (true) {
            try {
                LpSolution found = result.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                return stopped && found.status() != LpStatus.SOLVED
                        ? new LpSolution(LpStatus.CANCELLED, found.x(), found.y(), found.gapUsd(), found.iterations())
                        : found;
            } catch (TimeoutException e) {
                if (watch.cancelled().getAsBoolean()) {
                    stopped = true;
                    interrupt.run();
                }
            } catch (InterruptedException e) {
                stopped = true;
                interrupt.run();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof OutOfMemoryError memory) {
                    throw memory;
                }
                return nothing(lp, stopped ? LpStatus.CANCELLED : LpStatus.STALLED);
            }
        }
    }

    /** A point within the boxes and no multipliers: what is left of a solver that has no result. */
    public static LpSolution nothing(LinearProgram lp, LpStatus status) {
        double[] x = new double[lp.columns()];
        Arrays.setAll(x, lp::lower);
        return new LpSolution(status, x, new double[lp.rows()], Double.POSITIVE_INFINITY, 0);
    }
}
