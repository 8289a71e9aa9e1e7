package org.vppworkbench.app.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.vppworkbench.app.bench.OptimumRow.Verdict;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.optimizer.LinearOptimum;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.Options;
import org.vppworkbench.optimizer.Progress;
import org.vppworkbench.optimizer.certificate.Certificate;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.solver.LimitedSolver;
import org.vppworkbench.optimizer.solver.LpSolver;

/**
 * Solvers side by side on the same linear programs, those of AWARE, within one process. All homes that sell are one program,
 * every other home is one of its own; whoever solves, the same replay and the same certificate follow.
 */
public final class OptimumBench {
    /** Money at stake before any bound is known, on the small side of the sample week [$ per home and day]. */
    private static final double FIRST_YARDSTICK = 0.5;

    /** A case that takes longer is not warmed up [s]. */
    private static final double WARM = 10;

    /**
     * Any other case is run unmeasured until its solves have taken this long, at least once [s]. Solver, replay and
     * certificate run equally often. One run of a small case would find the certificate still interpreted: it passes its
     * loops once where the solver passes them in every step.
     */
    private static final double WARM_UP = 3;

    private final BenchFleets fleets = new BenchFleets();
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final List<LpSolver> solvers;
    private final Settings settings;
    private final CancelToken cancel;
    private final Map<String, Integer> limitReached = new HashMap<>();

    /**
     * How to measure.
     *
     * @param repeats measured runs; fewer where they would take longer than the limit together
     * @param threads worker threads of our own parts, at least 1
     * @param gap relative gap asked for
     * @param limit for one solve
     */
    public record Settings(int repeats, int threads, double gap, Duration limit) {}

    /**
     * @param solvers in the order in which they are measured
     */
    public OptimumBench(List<LpSolver> solvers, Settings settings, CancelToken cancel) {
        this.solvers = List.copyOf(solvers);
        this.settings = settings;
        this.cancel = cancel;
    }

    /**
     * Measures, telling each row as soon as it is known.
     *
     * @throws CancellationException where the user stopped it
     */
    public void run(List<OptimumCase> cases, Consumer<OptimumRow> out) {
        try (ForkJoinPool pool = new ForkJoinPool(settings.threads())) {
            for (OptimumCase size : cases) {
                pool.submit(() -> measure(size, out)).join();
            }
        }
    }

    /** One run of one solver. */
    private record Attempt(
            LinearOptimum found, Certificate certificate, boolean expired,
            double wall, double cpu, double replay, double certify, double heap, double resident) {}

    private void measure(OptimumCase size, Consumer<OptimumRow> out) {
        RunInputs inputs = fleets.selling(size.homes(), size.days()).inputs();
        long start = System.nanoTime();
        LinearOptimum.Size program = LinearOptimum.size(inputs, Mode.AWARE);
        double build = since(start);
        double homeBound = homeBound(inputs);
        double awareBound = homeBound + FIRST_YARDSTICK * size.homes() * size.days();
        boolean known = false;
        for (LpSolver solver : solvers) {
            Integer limited = limitReached.get(solver.id());
            if (limited != null && limited < program.largest()) {
                out.accept(OptimumRow.without(size, program, build, solver.name(), Verdict.NOT_TRIED));
                continue;
            }
            List<Attempt> attempts = attempts(inputs, solver, Math.max(1, awareBound - homeBound));
            if (attempts.isEmpty()) {
                limitReached.put(solver.id(), program.largest());
                out.accept(OptimumRow.without(size, program, build, solver.name(), Verdict.FAILED));
                continue;
            }
            if (attempts.stream().anyMatch(Attempt::expired)) {
                limitReached.put(solver.id(), program.largest());
            }
            double bound = attempts.getLast().certificate().upperBoundUsd();
            awareBound = known ? Math.min(awareBound, bound) : bound;
            known = true;
            out.accept(row(size, program, build, solver, attempts, Math.max(1, awareBound - homeBound)));
        }
    }

    /** UB(HOME), needed for the yardstick and not measured. */
    private double homeBound(RunInputs inputs) {
        LinearOptimum home = LinearOptimum.solve(inputs, Mode.HOME, Options.DEFAULT, Progress.NONE, cancel::cancelled);
        stopIfCancelled();
        return Certificate.upperBound(inputs, Mode.HOME, home.multipliers());
    }

    /** The measured runs, after some to warm up where that is quick; none where the solver failed. */
    private List<Attempt> attempts(RunInputs inputs, LpSolver solver, double firstYardstick) {
        List<Attempt> attempts = new ArrayList<>();
        double yardstick = firstYardstick;
        double spent = 0;
        try {
            Attempt first = attempt(inputs, solver, yardstick);
            if (first.wall() > WARM || first.expired() || settings.repeats() == 1) {
                attempts.add(first);
                spent += first.wall();
            } else {
                warmUp(inputs, solver, yardstick, first.wall());
            }
            while (attempts.size() < settings.repeats() && spent + first.wall() < settings.limit().toMillis() / 1e3) {
                Attempt next = attempt(inputs, solver, yardstick);
                attempts.add(next);
                spent += next.wall();
            }
        } catch (CancellationException e) {
            throw e;
        } catch (OutOfMemoryError | IllegalStateException e) {
            return List.of();
        }
        boolean broken = attempts.stream().anyMatch(a -> !a.found().problem().isEmpty());
        return broken ? List.of() : attempts;
    }

    /** Further runs that are not measured, after one that took {@code firstSeconds}. */
    private void warmUp(RunInputs inputs, LpSolver solver, double yardstick, double firstSeconds) {
        double spent = firstSeconds;
        while (spent < WARM_UP) {
            spent += attempt(inputs, solver, yardstick).wall();
        }
    }

    private Attempt attempt(RunInputs inputs, LpSolver solver, double yardstick) {
        stopIfCancelled();
        MemoryProbe memory = new MemoryProbe();
        try {
            long start = System.nanoTime();
            long cpu = system.getProcessCpuTime();
            AtomicBoolean expired = new AtomicBoolean();
            BooleanSupplier watched = () -> {
                if (since(start) > settings.limit().toMillis() / 1e3) {
                    expired.set(true);
                }
                return expired.get();
            };
            Options options = new Options(
                    settings.gap(), yardstick, Options.DEFAULT.maxIterations(), new LimitedSolver(solver, watched));
            LinearOptimum found = LinearOptimum.solve(inputs, Mode.AWARE, options, Progress.NONE, cancel::cancelled);
            double wall = since(start);
            double used = (system.getProcessCpuTime() - cpu) / 1e9;
            memory.stop();
            stopIfCancelled();
            long replay = System.nanoTime();
            FleetSchedule replayed = found.replayed(inputs, Mode.AWARE);
            double replaySeconds = since(replay);
            long certify = System.nanoTime();
            Certificate certificate = found.certify(inputs, Mode.AWARE, replayed);
            return new Attempt(
                    found, certificate, expired.get(), wall, used, replaySeconds, since(certify),
                    memory.heapMegabytes(), memory.residentMegabytes());
        } finally {
            memory.stop();
        }
    }

    private OptimumRow row(
            OptimumCase size, LinearOptimum.Size program, double build, LpSolver solver, List<Attempt> attempts,
            double yardstick) {
        Attempt last = attempts.getLast();
        Certificate certificate = last.certificate();
        boolean certified = certificate.relativeGap(yardstick) <= settings.gap()
                && certificate.maxViolation() <= OptimumResult.FEASIBILITY;
        Verdict ended = last.expired() ? Verdict.TIME_LIMIT : Verdict.NOT_PROVED;
        return new OptimumRow(
                size, program, build, solver.name(), certified ? Verdict.CERTIFIED : ended, attempts.size(),
                median(attempts, Attempt::wall), median(attempts, Attempt::cpu), last.found().iterations(),
                certificate.welfareUsd(), certificate.upperBoundUsd(), certificate.maxViolation(), yardstick,
                median(attempts, Attempt::replay), median(attempts, Attempt::certify),
                median(attempts, Attempt::heap), median(attempts, Attempt::resident));
    }

    private static double median(List<Attempt> attempts, java.util.function.ToDoubleFunction<Attempt> value) {
        return Stopwatch.Times.of(attempts.stream().map(value::applyAsDouble).toList()).medianSeconds();
    }

    private void stopIfCancelled() {
        if (cancel.cancelled()) {
            throw new CancellationException("the measurement was cancelled");
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
