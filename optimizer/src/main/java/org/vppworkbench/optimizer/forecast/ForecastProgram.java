package org.vppworkbench.optimizer.forecast;

import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;

/**
 * One program on forecasts, with its certificate on these forecasts.
 *
 * @param firstDay its first local day, from 0
 * @param days local days it covers; only the first of them is carried out, unless everything is known
 * @param objectiveUsd W that was expected over these days; NaN without a point [$]
 * @param upperBoundUsd certified bound on it; +∞ without one [$]
 * @param relativeGap of the two, relative to the yardstick
 * @param maxViolation of the plan, on the forecasts [kW or kWh]
 * @param status what is proved
 * @param iterations Newton steps
 */
public record ForecastProgram(
        int firstDay,
        int days,
        double objectiveUsd,
        double upperBoundUsd,
        double relativeGap,
        double maxViolation,
        OptimumStatus status,
        int iterations) {

    static ForecastProgram of(int firstDay, int days, OptimumResult result) {
        return new ForecastProgram(
                firstDay,
                days,
                result.objectiveUsd(),
                result.upperBoundUsd(),
                result.relativeGap(),
                result.maxViolation(),
                result.status(),
                result.iterations());
    }
}
