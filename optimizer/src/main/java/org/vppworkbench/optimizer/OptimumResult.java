package org.vppworkbench.optimizer;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.certificate.Certificate;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;
import org.vppworkbench.optimizer.schedule.FleetSchedule;

/**
 * One central optimum with its proof ({@code model.md} §5). All money is W of §4 over the whole horizon.
 *
 * @param mode which optimum
 * @param status what is known
 * @param objectiveUsd certified W of {@code schedule}, which can be carried out; NaN without a schedule [$]
 * @param relaxationUsd W of the solver's point before repair, uncertified; NaN without one [$]
 * @param upperBoundUsd certified upper bound on W; +∞ where none is known [$]
 * @param relativeGap {@code (upperBound − objective)/yardstick}
 * @param yardstickUsd {@code max(1 $, UB(AWARE) − UB(HOME))}, or what {@link Options} said for a single mode [$]
 * @param maxViolation largest certified violation of the schedule [kW or kWh]
 * @param violations the same per family of constraints
 * @param iterations Newton steps of all linear programs
 * @param solver name and version
 * @param message what is wrong, where something is; else empty
 * @param schedule the schedule, or {@code null}
 * @param multipliers the multipliers behind the bound, or {@code null}
 */
public record OptimumResult(
        Mode mode,
        OptimumStatus status,
        double objectiveUsd,
        double relaxationUsd,
        double upperBoundUsd,
        double relativeGap,
        double yardstickUsd,
        double maxViolation,
        Map<String, Double> violations,
        int iterations,
        String solver,
        String message,
        @Nullable FleetSchedule schedule,
        @Nullable FleetMultipliers multipliers) {

    /** Above this a schedule does not count as carried out [kW or kWh]. */
    public static final double FEASIBILITY = 1e-6;

    public OptimumResult {
        violations = Map.copyOf(violations);
    }

    /** A result without schedule and bound. */
    static OptimumResult none(Mode mode, OptimumStatus status, String message, String solver) {
        return new OptimumResult(
                mode,
                status,
                Double.NaN,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                Certificate.LEAST_YARDSTICK_USD,
                Double.POSITIVE_INFINITY,
                Map.of(),
                0,
                solver,
                message,
                null,
                null);
    }

    /** The same result under another bound, yardstick and tolerance. */
    OptimumResult judged(double upperBound, double yardstick, double tolerance) {
        double gap = (upperBound - objectiveUsd) / Math.max(Certificate.LEAST_YARDSTICK_USD, yardstick);
        OptimumStatus judged = status;
        if (status == OptimumStatus.OPTIMAL || status == OptimumStatus.NOT_PROVED) {
            judged = gap <= tolerance && maxViolation <= FEASIBILITY
                    ? OptimumStatus.OPTIMAL
                    : OptimumStatus.NOT_PROVED;
        }
        return new OptimumResult(
                mode,
                judged,
                objectiveUsd,
                relaxationUsd,
                upperBound,
                Double.isNaN(gap) ? Double.POSITIVE_INFINITY : gap,
                Math.max(Certificate.LEAST_YARDSTICK_USD, yardstick),
                maxViolation,
                violations,
                iterations,
                solver,
                message,
                schedule,
                multipliers);
    }

    /**
     * Shadow price of D per hour: what one more kW of required capacity throughout the hour would earn [$/MWh, per kW-hour
     * scaled to MW]; 0 where D does not bind or no multipliers exist.
     */
    public TimeSeries shadowPricePerMwh(Product product) {
        FleetMultipliers known = multipliers;
        if (known == null) {
            return TimeSeries.of();
        }
        TimeSeries perInterval = known.required(product);
        int hours = perInterval.length() / Horizon.INTERVALS_PER_HOUR;
        return TimeSeries.generate(hours, h -> {
            int first = Horizon.firstInterval(h);
            return 1000 * Horizon.INTERVALS_PER_HOUR * perInterval.mean(first, first + Horizon.INTERVALS_PER_HOUR);
        });
    }
}
