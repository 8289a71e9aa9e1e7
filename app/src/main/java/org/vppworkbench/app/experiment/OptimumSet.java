package org.vppworkbench.app.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.OptimumSummary;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.model.metrics.OptimumReference;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;

/**
 * The central optima of one set of inputs.
 *
 * @param results one per mode that was asked for, in the order HOME, AWARE, BLIND
 * @param seconds wall time per mode [s]
 * @param tolerance relative gap asked for
 */
public record OptimumSet(
    List<OptimumResult> results, Map<Mode, Double> seconds, double tolerance) {
  public OptimumSet {
    results = List.copyOf(results);
    seconds = Map.copyOf(seconds);
  }

  public Optional<OptimumResult> of(Mode mode) {
    return results.stream().filter(r -> r.mode() == mode).findFirst();
  }

  /** Whether every optimum is certified within the tolerance. */
  public boolean allProved() {
    return results.stream().allMatch(r -> r.status() == OptimumStatus.OPTIMAL);
  }

  /** What the evaluator reads, or {@code null} unless all three modes have a schedule. */
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
            blind.upperBoundUsd());
  }

  /** As {@code baseline.json} holds them. */
  public Map<String, OptimumSummary> summaries() {
    Map<String, OptimumSummary> summaries = new LinkedHashMap<>();
    for (OptimumResult result : results) {
      summaries.put(
          name(result.mode()),
          new OptimumSummary(
              finite(result.objectiveUsd()),
              finite(result.upperBoundUsd()),
              finite(result.relativeGap()),
              finite(result.yardstickUsd()),
              finite(result.maxViolation()),
              result.solver(),
              result.status().name(),
              tolerance,
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
          name(r.mode()), new RunManifest.SolverRun(r.solver(), r.status().name(), tolerance));
    }
    return runs;
  }

  private @Nullable OptimumResult solved(Mode mode) {
    return of(mode)
        .filter(r -> r.schedule() != null && Double.isFinite(r.upperBoundUsd()))
        .orElse(null);
  }

  private static String name(Mode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
