package org.vppworkbench.app.experiment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.BaselineDocument;
import org.vppworkbench.app.io.ForecastSummary;
import org.vppworkbench.app.io.OptimumSummary;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.model.metrics.OptimumReference;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.optimizer.JointJudgement;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;
import org.vppworkbench.optimizer.certificate.Certificate;

/**
 * The central optima of one set of inputs.
 *
 * @param results one per mode that was asked for, in the order HOME, AWARE, BLIND
 * @param seconds wall time per mode [s]
 * @param tolerances relative gap per mode within which it counts as certified
 * @param forecast the optimum on what was known, valued on what happened, or {@code null} where it was not solved
 */
public record OptimumSet(
        List<OptimumResult> results, Map<Mode, Double> seconds, Map<Mode, Double> tolerances,
        @Nullable ForecastSummary forecast) {
    public OptimumSet {
        results = List.copyOf(results);
        seconds = Map.copyOf(seconds);
        tolerances = Map.copyOf(tolerances);
    }

    /** Optima with perfect foresight alone, all to one gap. */
    public OptimumSet(List<OptimumResult> results, Map<Mode, Double> seconds, double tolerance) {
        this(results, seconds, results.stream().collect(Collectors.toMap(OptimumResult::mode, _ -> tolerance)), null);
    }

    /** The same beside an optimum on forecasts. */
    public OptimumSet with(@Nullable ForecastSummary other) {
        return new OptimumSet(results, seconds, tolerances, other);
    }

    /** The optima of {@code baseline.json}, or {@code null} where it holds none. */
    public static @Nullable OptimumSet of(@Nullable BaselineDocument baseline) {
        boolean none = baseline == null || (baseline.optima().isEmpty() && baseline.forecast() == null);
        return none || baseline == null ? null : of(baseline.optima()).with(baseline.forecast());
    }

    /** The optima as {@code baseline.json} holds them: without schedules. */
    public static OptimumSet of(Map<String, OptimumSummary> summaries) {
        List<OptimumResult> results = new ArrayList<>();
        Map<Mode, Double> seconds = new EnumMap<>(Mode.class);
        Map<Mode, Double> tolerances = new EnumMap<>(Mode.class);
        for (Mode mode : Mode.values()) {
            OptimumSummary summary = summaries.get(name(mode));
            if (summary != null) {
                results.add(withoutSchedule(mode, summary));
                seconds.put(mode, summary.seconds());
                tolerances.put(mode, summary.tolerance());
            }
        }
        return new OptimumSet(results, seconds, tolerances, null);
    }

    /**
     * These and what was solved before. Of a mode that both have, the better point and the lower bound count, so nothing is
     * replaced by something worse; all are judged together, each within the smallest gap asked for that it reaches.
     *
     * @param before of the same inputs
     */
    public OptimumSet joinedTo(OptimumSet before) {
        List<OptimumResult> all = new ArrayList<>();
        Map<Mode, Double> times = new EnumMap<>(Mode.class);
        for (Mode mode : Mode.values()) {
            OptimumResult fresh = of(mode).orElse(null);
            OptimumResult known = before.of(mode).orElse(null);
            if (fresh != null && known != null) {
                all.add(fresh.or(known));
                OptimumSet told = fresh.isAtLeastAsCloseAs(known) ? this : before;
                times.put(mode, told.seconds.getOrDefault(mode, 0.0));
            } else if (fresh != null || known != null) {
                all.add(fresh != null ? fresh : Objects.requireNonNull(known));
                times.put(mode, (fresh != null ? this : before).seconds.getOrDefault(mode, 0.0));
            }
        }
        Map<Mode, Double> reached = new EnumMap<>(Mode.class);
        for (OptimumResult strictly : JointJudgement.of(all, mode -> Math.min(tolerance(mode), before.tolerance(mode)))) {
            Mode mode = strictly.mode();
            double strict = Math.min(tolerance(mode), before.tolerance(mode));
            double asked = tolerances.getOrDefault(mode, before.tolerance(mode));
            double wide = Math.max(asked, before.tolerances.getOrDefault(mode, asked));
            boolean proved = strictly.status() == OptimumStatus.OPTIMAL;
            reached.put(mode, proved ? strict : strictly.relativeGap() <= wide ? wide : asked);
        }
        List<OptimumResult> judged = JointJudgement.of(all, mode -> reached.getOrDefault(mode, 0.0));
        return new OptimumSet(judged, times, reached, forecast == null ? before.forecast : forecast);
    }

    /** Those of some modes; the optimum on forecasts stays. */
    public OptimumSet only(Set<Mode> modes) {
        return new OptimumSet(
                results.stream().filter(r -> modes.contains(r.mode())).toList(), seconds, tolerances, forecast);
    }

    /** Gap within which a mode counts as certified; ∞ where it was not solved. */
    double tolerance(Mode mode) {
        return tolerances.getOrDefault(mode, Double.POSITIVE_INFINITY);
    }

    private static OptimumResult withoutSchedule(Mode mode, OptimumSummary summary) {
        double bound = orElse(summary.upperBound(), Double.POSITIVE_INFINITY);
        double violation = orElse(summary.maxViolation(), Double.POSITIVE_INFINITY);
        return new OptimumResult(
                mode,
                OptimumStatus.valueOf(summary.status()),
                certificate(summary.objective(), bound, violation),
                certificate(summary.feasibleObjective(), bound, violation),
                bound,
                orElse(summary.yardstick(), Certificate.LEAST_YARDSTICK_USD),
                summary.iterations(),
                summary.solver(),
                summary.message(),
                null,
                null,
                null);
    }

    private static @Nullable Certificate certificate(
            @Nullable Double welfare, double bound, double violation) {
        return welfare == null ? null : new Certificate(welfare, bound, violation, Map.of());
    }

    private static double orElse(@Nullable Double value, double other) {
        return value == null ? other : value;
    }

    public Optional<OptimumResult> of(Mode mode) {
        return results.stream().filter(r -> r.mode() == mode).findFirst();
    }

    /** Whether every optimum is certified within the tolerance. */
    public boolean allProved() {
        boolean known = forecast == null || forecast.status().equals(OptimumStatus.OPTIMAL.name());
        return known && results.stream().allMatch(r -> r.status() == OptimumStatus.OPTIMAL);
    }

    /** Whether nothing is left to be solved: each mode is certified within the tolerance, or certainly has no schedule. */
    public boolean isSettled() {
        return results.stream()
                .allMatch(r -> r.status() == OptimumStatus.OPTIMAL || r.status() == OptimumStatus.INFEASIBLE);
    }

    /** Why modes have no schedule: by home, constraint and missing amount where that is certified; empty where all have one. */
    public List<Finding> impossible() {
        return results.stream()
                .filter(r -> r.status() == OptimumStatus.INFEASIBLE)
                .flatMap(r -> impossible(r).stream())
                .distinct()
                .toList();
    }

    private static List<Finding> impossible(OptimumResult result) {
        List<Finding> named = result.infeasible().stream()
                .map(i -> Finding.error(i.where(), i.missing() + " missing", i.words(), i.allowed()))
                .toList();
        return named.isEmpty()
                ? List.of(Finding.error("inputs, optimum " + result.mode(), null, result.message(), null))
                : named;
    }

    /**
     * These, where every mode has a schedule.
     *
     * @throws RefusedException where one has none
     */
    public OptimumSet orRefused() {
        List<Finding> impossible = impossible();
        if (!impossible.isEmpty()) {
            throw new RefusedException(impossible);
        }
        return this;
    }

    /** What the evaluator reads, or {@code null} unless all three modes are solved. */
    public @Nullable OptimumReference reference() {
        OptimumResult home = solved(Mode.HOME);
        OptimumResult aware = solved(Mode.AWARE);
        OptimumResult blind = solved(Mode.BLIND);
        return home == null || aware == null || blind == null
                ? null
                : new OptimumReference(
                        home.objectiveUsd(),
                        home.upperBoundUsd(),
                        aware.objectiveUsd(),
                        aware.upperBoundUsd(),
                        blind.objectiveUsd(),
                        blind.upperBoundUsd(),
                        forecastWelfare(),
                        doubt());
    }

    /** Which modes are not certified, as a reason; empty where all are. */
    public String doubt() {
        String modes = results.stream()
                .filter(r -> r.status() != OptimumStatus.OPTIMAL)
                .map(r -> r.mode().name())
                .collect(Collectors.joining(", "));
        return modes.isEmpty() ? "" : "the central optimum is not certified within the gap asked for: " + modes;
    }

    /** W of the optimum on forecasts, where what was carried out breaks nothing; else {@code null} [$]. */
    @Nullable Double forecastWelfare() {
        ForecastSummary known = forecast;
        Double violation = known == null ? null : known.maxViolation();
        return known == null || violation == null || violation > OptimumResult.FEASIBILITY ? null : known.welfare();
    }

    /** As {@code baseline.json} holds them. */
    public Map<String, OptimumSummary> summaries() {
        Map<String, OptimumSummary> summaries = new LinkedHashMap<>();
        for (OptimumResult result : results) {
            summaries.put(
                    name(result.mode()),
                    new OptimumSummary(
                            finite(result.objectiveUsd()),
                            finite(result.feasibleUsd()),
                            finite(result.upperBoundUsd()),
                            finite(result.relativeGap()),
                            finite(result.yardstickUsd()),
                            finite(result.maxViolation()),
                            result.solver(),
                            result.status().name(),
                            tolerances.getOrDefault(result.mode(), 0.0),
                            result.iterations(),
                            seconds.getOrDefault(result.mode(), 0.0),
                            result.message()));
        }
        return summaries;
    }

    /** As the manifest holds them. */
    public Map<String, RunManifest.SolverRun> solverRuns() {
        Map<String, RunManifest.SolverRun> runs = new LinkedHashMap<>();
        for (OptimumResult r : results) {
            runs.put(
                    name(r.mode()),
                    new RunManifest.SolverRun(
                            r.solver(), r.status().name(), tolerances.getOrDefault(r.mode(), 0.0)));
        }
        if (forecast != null) {
            runs.put(
                    ForecastSolver.NAME,
                    new RunManifest.SolverRun(forecast.solver(), forecast.status(), forecast.tolerance()));
        }
        return runs;
    }

    private @Nullable OptimumResult solved(Mode mode) {
        return of(mode)
                .filter(r -> Double.isFinite(r.objectiveUsd()) && Double.isFinite(r.upperBoundUsd()))
                .orElse(null);
    }

    private static String name(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
