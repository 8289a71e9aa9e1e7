package org.vppworkbench.app.experiment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.optimizer.CentralOptimum;
import org.vppworkbench.optimizer.InvalidInputsException;
import org.vppworkbench.optimizer.JointJudgement;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.Options;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;
import org.vppworkbench.optimizer.solver.LpSolver;

/** Solves the central optima of a run. */
public final class OptimumSolver {
    private final Clock clock;
    private final LpSolver solver;

    /**
     * With the solver of the workbench.
     *
     * @param clock for the wall time of a solve, which never enters a result
     */
    public OptimumSolver(Clock clock) {
        this(clock, Options.DEFAULT.solver());
    }

    /**
     * @param clock for the wall time of a solve, which never enters a result
     * @param solver solves the linear programs; the certificate is the same for all
     */
    public OptimumSolver(Clock clock, LpSolver solver) {
        this.clock = clock;
        this.solver = solver;
    }

    /**
     * Solves the modes asked for; all three share one yardstick of the gap.
     *
     * @param gap relative gap to be certified
     * @throws RefusedException for inputs the optimum does not cover or no schedule can satisfy, by home and constraint
     * @throws CancellationException where the user cancelled
     */
    public OptimumSet solve(
            RunInputs inputs, Set<Mode> modes, double gap, ProgressSink progress, CancelToken cancel) {
        return solvePossible(inputs, modes, gap, progress, cancel).orRefused();
    }

    /**
     * The same where some modes may have no schedule: they are INFEASIBLE in the set, beside those that have one. A day that
     * a run began below a floor has none with preferences, and one without.
     *
     * @param gap relative gap to be certified
     * @throws RefusedException for inputs the optimum does not cover
     * @throws CancellationException where the user cancelled
     */
    public OptimumSet solvePossible(
            RunInputs inputs, Set<Mode> modes, double gap, ProgressSink progress, CancelToken cancel) {
        Options options =
                new Options(gap, Options.DEFAULT.yardstickUsd(), Options.DEFAULT.maxIterations(), solver);
        Map<Mode, Instant> starts = new ConcurrentHashMap<>();
        try {
            Instant begin = clock.instant();
            List<OptimumResult> results =
                    modes.equals(EnumSet.allOf(Mode.class))
                            ? CentralOptimum.solveAll(
                                    inputs, options, watch(starts, progress), cancel::cancelled)
                            : JointJudgement.of(
                                    modes.stream()
                                            .sorted()
                                            .map(m -> CentralOptimum.solve(
                                                    inputs, m, options, watch(starts, progress), cancel::cancelled))
                                            .toList(),
                                    _ -> gap);
            if (results.stream().anyMatch(r -> r.status() == OptimumStatus.CANCELLED)) {
                throw new CancellationException("the optimum was cancelled");
            }
            return new OptimumSet(results, seconds(starts, begin, clock.instant()), gap);
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
    }

    /** Inputs the optimum does not cover, said to the user. */
    static RefusedException refused(IllegalArgumentException e) {
        if (e instanceof InvalidInputsException invalid) {
            return new RefusedException(invalid.findings());
        }
        return RefusedException.because(
                "inputs", "the optimum cannot be computed: " + e.getMessage(), "see docs/model.md");
    }

    private org.vppworkbench.optimizer.Progress watch(
            Map<Mode, Instant> starts, ProgressSink progress) {
        return (mode, iteration, gapUsd) -> {
            starts.putIfAbsent(mode, clock.instant());
            progress.report(mode.ordinal(), Mode.values().length, "optimum " + mode);
        };
    }

    /** Each mode lasts from its first sign of life to that of the next. */
    private static Map<Mode, Double> seconds(
            Map<Mode, Instant> starts, Instant begin, Instant end) {
        Map<Mode, Double> seconds = new EnumMap<>(Mode.class);
        Instant from = begin;
        Mode running = null;
        for (Mode mode : Mode.values()) {
            Instant start = starts.get(mode);
            if (start != null) {
                if (running != null) {
                    seconds.put(running, between(from, start));
                    from = start;
                }
                running = mode;
            }
        }
        if (running != null) {
            seconds.put(running, between(from, end));
        }
        return seconds;
    }

    private static double between(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
