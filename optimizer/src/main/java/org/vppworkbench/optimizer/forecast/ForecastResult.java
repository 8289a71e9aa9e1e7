package org.vppworkbench.optimizer.forecast;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.optimizer.OptimumStatus;
import org.vppworkbench.optimizer.certificate.Certificate;
import org.vppworkbench.optimizer.schedule.FleetSchedule;

/**
 * The optimum on what was known, valued on what happened.
 *
 * @param status {@code OPTIMAL} where every program is certified on its forecasts and what was carried out breaks nothing
 * @param programs the programs on forecasts, in the order of their days
 * @param realised what was carried out, checked on what happened: W before shortfalls and violations, no bound (+∞);
 *     {@code null} without a schedule
 * @param schedule what was carried out, or {@code null}
 * @param shortfallKwh energy sold and not delivered [kWh]
 * @param shortfallUsd what buying it back cost above the day-ahead price [$]
 * @param message what is wrong, where something is; else empty
 */
public record ForecastResult(
        OptimumStatus status,
        List<ForecastProgram> programs,
        @Nullable Certificate realised,
        @Nullable FleetSchedule schedule,
        double shortfallKwh,
        double shortfallUsd,
        String message) {
    public ForecastResult {
        programs = List.copyOf(programs);
    }

    /** W on what happened: that of what was carried out, less what shortfalls cost; NaN without a schedule [$]. */
    public double welfareUsd() {
        return realised == null ? Double.NaN : realised.welfareUsd() - shortfallUsd;
    }

    /** Largest violation of what was carried out, on what happened; +∞ without a schedule [kW or kWh]. */
    public double maxViolation() {
        return realised == null ? Double.POSITIVE_INFINITY : realised.maxViolation();
    }

    /** Largest certified gap of a program on its forecasts; +∞ without one. */
    public double relativeGap() {
        return programs.stream().mapToDouble(ForecastProgram::relativeGap).max().orElse(Double.POSITIVE_INFINITY);
    }

    /** Newton steps of all programs. */
    public int iterations() {
        return programs.stream().mapToInt(ForecastProgram::iterations).sum();
    }
}
