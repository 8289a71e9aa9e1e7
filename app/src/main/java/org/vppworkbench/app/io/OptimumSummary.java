package org.vppworkbench.app.io;

import org.jspecify.annotations.Nullable;

/**
 * One central optimum as {@code baseline.json} holds it. What is not known is {@code null}.
 *
 * @param objective certified W of the linear program's point [$]
 * @param feasibleObjective certified W of the schedule that can be carried out, in which no battery
 *     charges and discharges at once [$]
 * @param upperBound certified upper bound on W [$]
 * @param relativeGap (upperBound − objective) / yardstick
 * @param yardstick money at stake, max(1, UB(AWARE) − UB(HOME)) [$]
 * @param maxViolation largest constraint violation of that point [kW or kWh]
 * @param solver name and version
 * @param status {@code OPTIMAL} where the gap is within the tolerance
 * @param tolerance relative gap asked for
 * @param iterations Newton steps
 * @param seconds wall time
 * @param message what is wrong, where something is
 */
public record OptimumSummary(
    @Nullable Double objective,
    @Nullable Double feasibleObjective,
    @Nullable Double upperBound,
    @Nullable Double relativeGap,
    @Nullable Double yardstick,
    @Nullable Double maxViolation,
    String solver,
    String status,
    double tolerance,
    int iterations,
    double seconds,
    String message) {}
