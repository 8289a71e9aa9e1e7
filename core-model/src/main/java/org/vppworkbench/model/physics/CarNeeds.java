package org.vppworkbench.model.physics;

import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.time.Horizon;

/**
 * The energy below which a car can no longer meet its departures and hard needs, even at full power: what the dispatch
 * keeps it from. A plan made from wrong forecasts would otherwise strand the car.
 */
final class CarNeeds {
    private static final double DT = Horizon.DELTA_HOURS;

    /** Power below which the plan is not overruled [kW]: rounding is no danger. */
    private static final double TOLERANCE_KW = 1e-9;

    private final EvInputs ev;
    private final double[] leastKwh;

    /**
     * @param home whose meter limits charging, as it will be
     * @param known the home with the departures and needs it knows of
     * @param ev the car of {@code known}
     */
    CarNeeds(ProsumerInputs home, ProsumerInputs known, EvInputs ev, int intervals) {
        this.ev = ev;
        double[] due = CarPlan.requirements(known, ev, intervals);
        this.leastKwh = new double[intervals + 1];
        leastKwh[intervals] = ev.minKwh();
        for (int t = intervals - 1; t >= 0; t--) {
            double meter = home.importLimitKw() - home.load().at(t) + home.pv().at(t);
            double most = ev.plugged().get(t) ? Math.clamp(meter, 0, ev.chargeKw()) : 0;
            leastKwh[t] = Math.max(due[t], leastKwh[t + 1] + ev.drivenKwh().at(t) - ev.eta() * most * DT);
        }
    }

    /** The planned power, raised where less would be too late [kW]. */
    double atLeast(int t, double evKwh, double plannedKw) {
        double must = (leastKwh[t + 1] + ev.drivenKwh().at(t) - evKwh) / (ev.eta() * DT);
        return must > plannedKw + TOLERANCE_KW ? must : plannedKw;
    }
}
