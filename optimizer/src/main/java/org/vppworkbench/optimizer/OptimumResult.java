package org.vppworkbench.optimizer;

import java.util.List;
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
 * @param objective the best point of the linear program that was found, or {@code null} if there is none; its certificate says
 *     what it is worth and by how much it breaks a constraint, at most {@link #FEASIBILITY} where the status is OPTIMAL
 * @param feasible the best schedule found with one direction per interval, with its certificate, or {@code null} if there is
 *     none; it can be carried out where it breaks nothing by more than {@link #FEASIBILITY}
 * @param upperBoundUsd certified upper bound on W; +∞ where none is known [$]
 * @param yardstickUsd {@code max(1 $, UB(AWARE) − UB(HOME))}, or what {@link Options} said for a single mode [$]
 * @param iterations Newton steps of all linear programs
 * @param solver name and version
 * @param message what is wrong, where something is; else empty
 * @param schedule that of {@code feasible}, or {@code null}
 * @param relaxedSchedule the point of the linear program, or {@code null}
 * @param multipliers the multipliers behind the bound, or {@code null}
 * @param infeasible which homes have no schedule and why, where the status is INFEASIBLE and that is certified; else empty
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
        @Nullable FleetMultipliers multipliers,
        List<Infeasibility> infeasible) {

    /** Above this a point does not count as feasible [kW or kWh]. */
    public static final double FEASIBILITY = 1e-6;

    public OptimumResult {
        infeasible = List.copyOf(infeasible);
    }

    /** A result without anything that is infeasible. */
    public OptimumResult(
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
        this(
                mode, status, objective, feasible, upperBoundUsd, yardstickUsd, iterations, solver, message, schedule,
                relaxedSchedule, multipliers, List.of());
    }

    /** A result without schedule and bound. */
    static OptimumResult none(Mode mode, OptimumStatus status, String message, String solver) {
        double least = Certificate.LEAST_YARDSTICK_USD;
        return new OptimumResult(
                mode, status, null, null, Double.POSITIVE_INFINITY, least, 0, solver, message, null, null, null);
    }

    /** No schedule exists, for these reasons. */
    static OptimumResult impossible(Mode mode, String message, String solver, List<Infeasibility> reasons) {
        return new OptimumResult(
                mode, OptimumStatus.INFEASIBLE, null, null, Double.POSITIVE_INFINITY, Certificate.LEAST_YARDSTICK_USD, 0,
                solver, message, null, null, null, reasons);
    }

    /**
     * W of the linear program's point, a lower bound on its optimum where {@link #maxViolation} is at most
     * {@link #FEASIBILITY}; NaN without one [$].
     */
    public double objectiveUsd() {
        return objective == null ? Double.NaN : objective.welfareUsd();
    }

    /** W of the schedule that can be carried out; NaN without one, also where the best one found breaks a constraint [$]. */
    public double feasibleUsd() {
        Certificate known = feasible;
        return known == null || known.maxViolation() > FEASIBILITY ? Double.NaN : known.welfareUsd();
    }

    /** {@code (upperBound − objective)/yardstick}; +∞ without a point. */
    public double relativeGap() {
        return gap(objectiveUsd());
    }

    /** {@code upperBound − objective}; +∞ without a point [$]. */
    public double gapUsd() {
        return relativeGap() * yardstickUsd;
    }

    /** {@code (upperBound − W of the schedule that can be carried out)/yardstick}; +∞ without one. */
    public double feasibleGap() {
        return gap(feasibleUsd());
    }

    private double gap(double welfareUsd) {
        return Double.isNaN(welfareUsd) ? Double.POSITIVE_INFINITY : (upperBoundUsd - welfareUsd) / yardstickUsd;
    }

    /** Largest violation of the linear program's point; +∞ without one [kW or kWh]. */
    public double maxViolation() {
        return objective == null ? Double.POSITIVE_INFINITY : objective.maxViolation();
    }

    /**
     * What two solves of one program prove together: the better point, the better schedule and the lower bound, whoever found
     * which. All that is said about the solve is of the one with the smaller gap, of two equal ones of this. The status is not
     * judged anew.
     */
    public OptimumResult or(OptimumResult other) {
        OptimumResult point = atLeast(objective, other.objective) ? this : other;
        OptimumResult carried = atLeast(feasible, other.feasible) ? this : other;
        OptimumResult bound = upperBoundUsd <= other.upperBoundUsd ? this : other;
        OptimumResult told = isAtLeastAsCloseAs(other) ? this : other;
        return new OptimumResult(
                mode,
                told.status,
                point.objective,
                carried.feasible,
                bound.upperBoundUsd,
                told.yardstickUsd,
                told.iterations,
                told.solver,
                told.message,
                carried.schedule,
                point.relaxedSchedule,
                bound.multipliers,
                told.infeasible);
    }

    /** Whether its own point and bound are no further apart than those of the other; a point that breaks a constraint counts for none. */
    public boolean isAtLeastAsCloseAs(OptimumResult other) {
        return ownGapUsd() <= other.ownGapUsd();
    }

    private double ownGapUsd() {
        return objective == null || maxViolation() > FEASIBILITY
                ? Double.POSITIVE_INFINITY
                : upperBoundUsd - objective.welfareUsd();
    }

    /** A feasible point beats one that is not, then the higher welfare counts. */
    private static boolean atLeast(@Nullable Certificate one, @Nullable Certificate other) {
        if (one == null || other == null) {
            return other == null;
        }
        boolean fine = one.maxViolation() <= FEASIBILITY;
        return fine == (other.maxViolation() <= FEASIBILITY) ? one.welfareUsd() >= other.welfareUsd() : fine;
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
                multipliers,
                infeasible);
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
