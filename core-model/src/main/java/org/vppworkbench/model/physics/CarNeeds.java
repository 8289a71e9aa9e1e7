package org.vppworkbench.model.physics;

import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.time.Horizon;

/**
 * What the owner's calendar asks of a car, laid out per interval once per home: when it is plugged in, what it drives, and
 * the least energy from which full power still meets every trip and hard need to come. The calendar is the owner's own and
 * known for the whole run; it is the only thing a home plan reads beyond its planning window, and only to keep hard needs.
 */
final class CarNeeds {
    private static final double DT = Horizon.DELTA_HOURS;

    /**
     * Standard deviations of its own forecast errors that a home reckons with before it counts on the meter's room: charging
     * too early costs little, leaving too late strands the owner.
     */
    private static final double SURE = 3;

    private final double[] mostKw;
    private final double[] dueKwh;
    private final double[] neededKwh;

    /**
     * The needs of a car.
     *
     * @param outlook what its home knows; what comes true is never read here
     * @param ev the car as the home knows it
     */
    CarNeeds(HomeOutlook outlook, EvInputs ev) {
        ProsumerInputs home = outlook.expected();
        int intervals = home.load().length();
        this.mostKw = new double[intervals];
        double[] sureKw = new double[intervals];
        double sigma = outlook.siteSigma();
        double dearer = FastMath.exp(SURE * sigma + sigma * sigma / 2);
        double darker = FastMath.exp(-SURE * sigma + sigma * sigma / 2);
        for (int t = 0; t < intervals; t++) {
            if (ev.plugged().get(t)) {
                double load = home.load().at(t);
                double pv = home.pv().at(t);
                mostKw[t] = Math.clamp(home.importLimitKw() + pv - load, 0, ev.chargeKw());
                sureKw[t] = Math.clamp(home.importLimitKw() + darker * pv - dearer * load, 0, ev.chargeKw());
            }
        }
        this.dueKwh = new double[intervals + 1];
        Arrays.fill(dueKwh, ev.minKwh());
        for (int t = 0; t < intervals; t++) {
            dueKwh[t] += ev.drivenKwh().at(t);
        }
        for (HardPreferences.EvReady ready : home.hard().evReady()) {
            dueKwh[ready.interval()] = Math.max(dueKwh[ready.interval()], ready.kwh());
        }
        this.neededKwh = new double[intervals + 1];
        neededKwh[intervals] = ev.minKwh();
        for (int t = intervals - 1; t >= 0; t--) {
            double before = neededKwh[t + 1] + ev.drivenKwh().at(t) - ev.eta() * sureKw[t] * DT;
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
