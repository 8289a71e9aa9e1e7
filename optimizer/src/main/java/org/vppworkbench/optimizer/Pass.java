package org.vppworkbench.optimizer;

import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.optimizer.certificate.Certificate;
import org.vppworkbench.optimizer.repair.ScheduleRepair;
import org.vppworkbench.optimizer.schedule.Directionality;
import org.vppworkbench.optimizer.schedule.FleetSchedule;

/** A repaired schedule with its certificate. */
record Pass(FleetSchedule schedule, Certificate certificate) {

    /** Repairs a plan and certifies it against the multipliers of {@code bound}. */
    static Pass of(
            RunInputs inputs, Mode mode, Directionality directionality, FleetSchedule plan, Relaxation bound) {
        FleetSchedule schedule = ScheduleRepair.repair(inputs, mode, directionality, plan);
        return new Pass(schedule, Certificate.of(inputs, mode, directionality, schedule, bound.multipliers()));
    }

    boolean isFeasible() {
        return certificate.maxViolation() <= OptimumResult.FEASIBILITY;
    }

    /** Whether it can be carried out and is within so much of the bound that nothing better need be searched. */
    boolean isEnough(double gapUsd) {
        return isFeasible() && certificate.gapUsd() <= gapUsd;
    }

    /** The better one. */
    Pass or(Pass other) {
        return other.betterThan(this) ? other : this;
    }

    /** Feasible beats infeasible, then the higher welfare wins. */
    boolean betterThan(Pass other) {
        return isFeasible() == other.isFeasible()
                ? certificate.welfareUsd() > other.certificate.welfareUsd()
                : isFeasible();
    }
}
