package org.vppworkbench.app.io;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The optimum on what was known, valued on what happened, as {@code baseline.json} holds it. What is not known is {@code null}.
 *
 * @param welfare W on what happened, shortfalls paid [$]
 * @param shortfallKwh energy sold and not delivered [kWh]
 * @param shortfallUsd what buying it back cost above the day-ahead price [$]
 * @param maxViolation largest violation of what was carried out [kW or kWh]
 * @param relativeGap largest certified gap of a program, on its forecasts
 * @param yardstick money at stake, what gaps are relative to [$]
 * @param solver name and version
 * @param status what is proved
 * @param tolerance relative gap asked for
 * @param iterations Newton steps of all programs
 * @param seconds wall time
 * @param message what is wrong, where something is
 * @param programs the programs, in the order of their days
 */
public record ForecastSummary(
        @Nullable Double welfare,
        double shortfallKwh,
        double shortfallUsd,
        @Nullable Double maxViolation,
        @Nullable Double relativeGap,
        double yardstick,
        String solver,
        String status,
        double tolerance,
        int iterations,
        double seconds,
        String message,
        List<Program> programs) {
    public ForecastSummary {
        programs = List.copyOf(programs);
    }

    /**
     * One program on forecasts.
     *
     * @param firstDay first local day, from 0
     * @param days days it covers
     * @param objective W expected over them [$]
     * @param upperBound certified bound on it [$]
     * @param relativeGap of the two
     * @param maxViolation of the plan, on the forecasts [kW or kWh]
     * @param status what is proved
     */
    public record Program(
            int firstDay,
            int days,
            @Nullable Double objective,
            @Nullable Double upperBound,
            @Nullable Double relativeGap,
            @Nullable Double maxViolation,
            String status) {}
}
