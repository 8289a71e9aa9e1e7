package org.vppworkbench.optimizer.solver;

import java.util.concurrent.CancellationException;
import org.vppworkbench.optimizer.lp.LinearProgram;

/**
 * A solver that cannot break its caller: whatever it throws, and a point or multipliers that are no numbers, become a solution of status
 * {@link LpStatus#FAILED} that says in words what happened. Nothing is claimed for it, since every claim comes from the certificate.
 *
 * @param solver does the work
 */
public record GuardedSolver(LpSolver solver) implements LpSolver {
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
        return solver.timeIsOver();
    }

    @Override
    public LpSolution solve(LinearProgram lp, SolverSettings settings, SolverWatch watch) {
        try {
            LpSolution found = solver.solve(lp, settings, watch);
            boolean numbers = finite(found.x(), lp.columns()) && finite(found.y(), lp.rows());
            return numbers ? found : failed(lp, "returned values that are no numbers");
        } catch (CancellationException e) {
            return OutsideRun.nothing(lp, watch.cancelled().getAsBoolean() ? LpStatus.CANCELLED : LpStatus.STALLED);
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            return failed(lp, inWords(e));
        }
    }

    private LpSolution failed(LinearProgram lp, String what) {
        LpSolution nothing = OutsideRun.nothing(lp, LpStatus.FAILED);
        return new LpSolution(
                LpStatus.FAILED, nothing.x(), nothing.y(), nothing.gapUsd(), 0,
                name() + " on a linear program of " + lp.columns() + " columns: " + what);
    }

    /** What a throwable says to somebody who does not know the code. */
    static String inWords(Throwable thrown) {
        if (thrown instanceof OutOfMemoryError) {
            return "not enough memory. Maybe give the program more (-Xmx), or solve fewer homes or days";
        }
        String message = thrown.getMessage();
        return "broke down with " + thrown.getClass().getSimpleName() + (message == null ? "" : " (" + message + ")");
    }

    private static boolean finite(double[] values, int length) {
        boolean finite = values.length == length;
        for (double value : values) {
            finite &= Double.isFinite(value);
        }
        return finite;
    }
}
