package org.vppworkbench.app.experiment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/**
 * Solves optima and keeps the last ones: another mechanism, or another forecast, has the same. What is being solved is not
 * solved a second time meanwhile; who asks for it waits. Not kept is what is not proved: the next one who asks has it solved
 * again. Used by any thread.
 */
public final class OptimumStore implements OptimumSource {
    /** Homes times days that are kept: a week of 400 homes with its schedules is some 100 MB. The latest is always kept. */
    static final int MOST_HOME_DAYS = 2800;

    /** How often who waits looks whether the wait is over [ms]. */
    private static final int LOOK_MILLIS = 50;

    private record Solved(RunInputs inputs, OptimumSet optima) {
        int homeDays() {
            return inputs.prosumers().size() * inputs.horizon().days();
        }
    }

    private final OptimumSource solver;
    private final Deque<Solved> solved = new ArrayDeque<>();
    private final List<RunInputs> beingSolved = new ArrayList<>();

    /**
     * @param solver solves what is not known
     */
    public OptimumStore(OptimumSource solver) {
        this.solver = solver;
    }

    /** What is known already. */
    public synchronized Optional<OptimumSet> known(RunInputs inputs) {
        return solved.stream()
                .filter(s -> InputsDifference.sameOptimum(s.inputs(), inputs))
                .map(Solved::optima)
                .findFirst();
    }

    @Override
    public OptimumSet of(RunInputs inputs, ProgressSink progress, CancelToken cancel) {
        OptimumSet known = takeOrKnow(inputs, cancel);
        if (known != null) {
            return known;
        }
        try {
            OptimumSet optima = solver.of(inputs, progress, cancel);
            if (optima.isSettled()) {
                keep(new Solved(inputs, optima));
            }
            return optima;
        } finally {
            free(inputs);
        }
    }

    /** The known optima, or {@code null}: then the caller solves them, and nobody else does. */
    private synchronized @Nullable OptimumSet takeOrKnow(RunInputs inputs, CancelToken cancel) {
        while (true) {
            cancel.check("the optimum");
            OptimumSet known = known(inputs).orElse(null);
            if (known != null) {
                return known;
            }
            if (beingSolved.stream().noneMatch(other -> InputsDifference.sameOptimum(other, inputs))) {
                beingSolved.add(inputs);
                return null;
            }
            try {
                wait(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted before the optimum");
            }
        }
    }

    private synchronized void keep(Solved latest) {
        solved.addFirst(latest);
        int homeDays = solved.stream().mapToInt(Solved::homeDays).sum();
        while (homeDays > MOST_HOME_DAYS && solved.size() > 1) {
            homeDays -= solved.removeLast().homeDays();
        }
    }

    private synchronized void free(RunInputs inputs) {
        beingSolved.remove(inputs);
        notifyAll();
    }
}
