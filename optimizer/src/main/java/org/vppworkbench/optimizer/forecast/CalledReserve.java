package org.vppworkbench.optimizer.forecast;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/**
 * What a plan that held reserve wants to do once it is called ({@code model.md} §3): the battery stops charging and adds what
 * was held to what it discharges, as far as its power goes. What its energy does not sustain the replay takes off.
 */
final class CalledReserve {
    private CalledReserve() {}

    static FleetSchedule delivered(RunInputs truth, FleetSchedule plan) {
        if (truth.calledIntervals().isEmpty()) {
            return plan;
        }
        boolean[] called = new boolean[truth.horizon().intervals()];
        truth.calledIntervals().forEach(t -> called[t] = true);
        List<HomeSchedule> homes = new ArrayList<>();
        for (int i = 0; i < plan.homes().size(); i++) {
            BessInputs bess = truth.prosumers().get(i).bess();
            homes.add(bess == null ? plan.homes().get(i) : delivered(bess, called, plan.homes().get(i)));
        }
        return new FleetSchedule(homes);
    }

    private static HomeSchedule delivered(BessInputs bess, boolean[] called, HomeSchedule plan) {
        double[] charge = plan.chargeKw().toArray();
        double[] discharge = plan.dischargeKw().toArray();
        for (int t = 0; t < called.length; t++) {
            double held = plan.spinKw().at(t) + plan.nonSpinKw().at(t);
            if (called[t] && held > 0) {
                charge[t] = 0;
                discharge[t] = Math.min(bess.dischargeKw(), discharge[t] + held);
            }
        }
        return new HomeSchedule(
                TimeSeries.of(charge), TimeSeries.of(discharge), plan.bessKwh(), plan.evChargeKw(), plan.evV2gKw(),
                plan.evKwh(), plan.curtailedKw(), plan.soldKw(), plan.spinKw(), plan.nonSpinKw(), plan.calledKw());
    }
}
