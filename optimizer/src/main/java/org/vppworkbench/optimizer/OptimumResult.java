package org.vppworkbench.optimizer;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.certificate.Certificate;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;
import org.vppworkbench.optimizer.schedule.FleetSchedule;

/**
 * One central optimum with its proof ({@code model.md} §5). All money is W of §4 over the whole horizon. The linear program
 * of §5 lets a battery split an interval between charging and discharging; {@code objective} is its optimum and what the
 * gap is about. {@code feasible} is the corrected schedule beside it: one direction per interval, so it can be carried out.
 *
 * @param mode which optimum
 * @param status what is known about the linear program
 * @param objective certified point of the linear program, or {@code null} if there is none
 * @param feasible certified schedule that can be carried out, or {@code null} if there is none
 * @param upperBoundUsd certified upper bound on W; +∞ where none is known [$]
 * @param yardstickUsd {@code max(1 $, UB(AWARE) − UB(HOME))}, or what {@link Options} said for a single mode [$]
 * @param iterations Newton steps of all linear programs
 * @param solver name and version
 * @param message what is wrong, where something is; else empty
 * @param schedule the schedule that can be carried out, or {@code null}
 * @param relaxedSchedule the point of the linear program, or {@code null}
 * @param multipliers the multipliers behind the bound, or {@code null}
 */
public record OptimumResult(
        Mode mode,
        OptimumStatus status,
        @Nullable Certificate objective,
        @Nullable Certificate feasible,
        double upperBoundUsd,
        double yardstickUsd,
        int iterations,
        String solver,
        String message,
        @Nullable FleetSchedule schedule,
        @Nullable FleetSchedule relaxedSchedule,
        @Nullable FleetMultipliers multipliers) {

    /** Above this a point does not count as feasible [kW or kWh]. */
    public static final double FEASIBILITY = 1e-6;

    /** A result without schedule and bound. */
    static OptimumResult none(Mode mode, OptimumStatus status, String message, String solver) {
        double least = Certificate.LEAST_YARDSTICK_USD;
        return new OptimumResult(
                mode, status, null, null, Double.POSITIVE_INFINITY, least, 0, solver, message, null, null, null);
    }

    /** W of the linear program's point, a lower bound on its optimum; NaN without one [$]. */
    public double objectiveUsd() {
        return objective == null ? Double.NaN : objective.welfareUsd();
    }

    /** W of the schedule that can be carried out; NaN without one [$]. */
    public double feasibleUsd() {
        return feasible == null ? Double.NaN : feasible.welfareUsd();
    }

    /** {@code (upperBound − objective)/yardstick}; +∞ without a point. */
    public double relativeGap() {
        return gap(objective);
    }

    /** {@code upperBound − objective}; +∞ without a point [$]. */
    public double gapUsd() {
        return relativeGap() * yardstickUsd;
    }

    /** {@code (upperBound − W of the schedule that can be carried out)/yardstick}; +∞ without one. */
    public double feasibleGap() {
        return gap(feasible);
    }

    private double gap(@Nullable Certificate certificate) {
        return certificate == null
                ? Double.POSITIVE_INFINITY
                : (upperBoundUsd - certificate.welfareUsd()) / yardstickUsd;
    }

    /** Largest violation of the linear program's point; +∞ without one [kW or kWh]. */
    public double maxViolation() {
        return objective == null ? Double.POSITIVE_INFINITY : objective.maxViolation();
    }

    /** The same result under another bound, yardstick and tolerance. */
    OptimumResult judged(double upperBound, double yardstick, double tolerance) {
        OptimumResult judged = with(status, message, upperBound, Math.max(Certificate.LEAST_YARDSTICK_USD, yardstick));
        if (status != OptimumStatus.OPTIMAL && status != OptimumStatus.NOT_PROVED) {
            return judged;
        }
        boolean proved = judged.relativeGap() <= tolerance && maxViolation() <= FEASIBILITY;
        return proved
                ? judged.with(OptimumStatus.OPTIMAL, "", upperBound, judged.yardstickUsd)
                : judged.with(OptimumStatus.NOT_PROVED, message, upperBound, judged.yardstickUsd);
    }

    private OptimumResult with(OptimumStatus newStatus, String newMessage, double upperBound, double yardstick) {
        return new OptimumResult(
                mode,
                newStatus,
                objective,
                feasible,
                upperBound,
                yardstick,
                iterations,
                solver,
                newMessage,
                schedule,
                relaxedSchedule,
                multipliers);
    }

    /**
     * Shadow price of D per hour: what one more kW of required capacity throughout the hour would earn, scaled to a MW
     * [$/MWh]; 0 where D does not bind, empty where no multipliers exist.
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
