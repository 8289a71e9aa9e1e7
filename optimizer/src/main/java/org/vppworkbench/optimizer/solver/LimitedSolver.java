package org.vppworkbench.optimizer.solver;

import java.util.function.BooleanSupplier;
import org.vppworkbench.optimizer.lp.LinearProgram;

/**
 * A solver that stops when its time is over and then returns the best it has, as at an iteration limit. Whose clock says so
 * is the caller's affair.
 *
 * @param solver does the work
 * @param expired whether the time is over; polled from several threads
 */
public record LimitedSolver(LpSolver solver, BooleanSupplier expired) implements LpSolver {
    @Override
    public String id() {
        return solver.id();
    }

    @Override
    public String name() {
        return solver.name();
    }

    @Override
    public boolean timeIsOver() {
        return expired.getAsBoolean();
    }

    @Override
    public LpSolution solve(LinearProgram lp, SolverSettings settings, SolverWatch watch) {
        BooleanSupplier cancelled = watch.cancelled();
        BooleanSupplier stopped = () -> cancelled.getAsBoolean() || expired.getAsBoolean();
        LpSolution found = solver.solve(lp, settings, new SolverWatch(stopped, watch.iteration()));
        return found.status() == LpStatus.CANCELLED && !cancelled.getAsBoolean()
                ? new LpSolution(LpStatus.STALLED, found.x(), found.y(), found.gapUsd(), found.iterations(), "stopped at the time limit")
                : found;
    }
}
