package org.vppworkbench.optimizer.certificate;

import java.util.Map;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.schedule.Directionality;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;
import org.vppworkbench.optimizer.schedule.FleetSchedule;

/**
 * What is proved about one optimum, recomputed by plain arithmetic from the inputs, a schedule and multipliers
 * ({@code model.md} §5): the schedule breaks no constraint by more than {@code maxViolation}, it is worth
 * {@code welfareUsd}, and no schedule at all is worth more than {@code upperBoundUsd}. Nothing is taken from a solver.
 *
 * @param welfareUsd W of the schedule, {@code model.md} §4 [$]
 * @param upperBoundUsd upper bound on W over all schedules of the mode, outward-rounded [$]
 * @param maxViolation largest violation [kW or kWh]
 * @param violations largest violation per family of constraints [kW or kWh]
 */
public record Certificate(
        double welfareUsd, double upperBoundUsd, double maxViolation, Map<String, Double> violations) {

    /** Smallest yardstick of the relative gap [$]. */
    public static final double LEAST_YARDSTICK_USD = 1;

    public Certificate {
        violations = Map.copyOf(violations);
    }

    /** Certifies a schedule and multipliers; {@code directionality} says which constraint on directions it must meet. */
    public static Certificate of(
            RunInputs inputs,
            Mode mode,
            Directionality directionality,
            FleetSchedule schedule,
            FleetMultipliers multipliers) {
        CertificateRules rules = new CertificateRules(inputs, mode);
        return of(inputs, rules, directionality, schedule, new DualBound(inputs, rules, multipliers).upperBound());
    }

    /** What is proved about a schedule alone: its bound is +∞. */
    public static Certificate ofSchedule(
            RunInputs inputs, Mode mode, Directionality directionality, FleetSchedule schedule) {
        return of(inputs, new CertificateRules(inputs, mode), directionality, schedule, Double.POSITIVE_INFINITY);
    }

    private static Certificate of(
            RunInputs inputs,
            CertificateRules rules,
            Directionality directionality,
            FleetSchedule schedule,
            double upperBound) {
        Violations found = new ScheduleAudit(inputs, rules, directionality).check(schedule);
        double welfare = new Welfare(inputs, rules).of(schedule);
        return new Certificate(welfare, upperBound, found.worst(), found.byFamily());
    }

    /** The dual bound alone: an upper bound on W over all schedules of the mode, from any multipliers [$]. */
    public static double upperBound(RunInputs inputs, Mode mode, FleetMultipliers multipliers) {
        return new DualBound(inputs, new CertificateRules(inputs, mode), multipliers).upperBound();
    }

    /** Family of constraints with the largest violation. */
    public String worstFamily() {
        return violations.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("none");
    }

    /** {@code UB − W} [$]. */
    public double gapUsd() {
        return upperBoundUsd - welfareUsd;
    }

    /** {@code (UB − W)/max(1 $, yardstick)}; the yardstick is {@code UB(AWARE) − UB(HOME)}. */
    public double relativeGap(double yardstickUsd) {
        return gapUsd() / Math.max(LEAST_YARDSTICK_USD, yardstickUsd);
    }
}
