package org.vppworkbench.model.physics;

import java.util.Arrays;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.time.Horizon;

/**
 * What the owner's calendar asks of a car, laid out per interval once per home: when it is plugged in, what it drives, and
 * the least energy from which full power still meets every trip and hard need to come. The calendar is the owner's own and
 * known for the whole run; it is the only thing a home plan reads beyond its planning window, and only to keep hard needs.
 */
final class CarNeeds {
    private static final double DT = Horizon.DELTA_HOURS;

    private final double[] mostKw;
    private final double[] dueKwh;
    private final double[] neededKwh;

    CarNeeds(ProsumerInputs home, EvInputs ev, int intervals) {
        this(home, home, ev, intervals);
    }

    /**
     * The needs of a car.
     *
     * @param home whose meter limits charging
     * @param known the home with the departures and needs it knows of
     * @param ev the car of {@code known}
     */
    CarNeeds(ProsumerInputs home, ProsumerInputs known, EvInputs ev, int intervals) {
        this.mostKw = new double[intervals];
        for (int t = 0; t < intervals; t++) {
            double meter = home.importLimitKw() + home.pv().at(t) - home.load().at(t);
            mostKw[t] = ev.plugged().get(t) ? Math.max(0, Math.min(ev.chargeKw(), meter)) : 0;
        }
        this.dueKwh = new double[intervals + 1];
        Arrays.fill(dueKwh, ev.minKwh());
        for (int t = 0; t < intervals; t++) {
            dueKwh[t] += ev.drivenKwh().at(t);
        }
        for (HardPreferences.EvReady ready : known.hard().evReady()) {
            dueKwh[ready.interval()] = Math.max(dueKwh[ready.interval()], ready.kwh());
        }
        this.neededKwh = new double[intervals + 1];
        neededKwh[intervals] = ev.minKwh();
        for (int t = intervals - 1; t >= 0; t--) {
            double before = neededKwh[t + 1] + ev.drivenKwh().at(t) - ev.eta() * mostKw[t] * DT;
            neededKwh[t] = Math.max(dueKwh[t], Math.min(before, ev.capacityKwh()));
        }
    }

    /** Most the car can draw without help from a battery: charger, meter and load; 0 while it is away [kW]. */
    double mostKw(int t) {
        return mostKw[t];
    }

    /** Least energy due at the start of an interval: the trip that leaves there, and what the owner demands [kWh]. */
    double dueKwh(int t) {
        return dueKwh[t];
    }

    /** Least energy at the start of interval {@code t}, up to T, from which full power meets everything that follows [kWh]. */
    double neededKwh(int t) {
        return neededKwh[t];
    }
}
