package org.vppworkbench.optimizer.repair;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.lp.Storage;
import org.vppworkbench.optimizer.schedule.Directionality;

/** Plays the plan of a battery or a car forward: directions as allowed, energy inside its window, trips met. */
final class StorageReplay {
    private final Storage storage;
    private final Directionality directionality;
    private final double[] charge;
    private final double[] discharge;
    private final double[] energy;
    private final double[] needed;

    StorageReplay(Storage storage, TimeSeries charge, TimeSeries discharge, Directionality directionality) {
        this.storage = storage;
        this.directionality = directionality;
        this.charge = charge.toArray();
        this.discharge = discharge.toArray();
        int n = this.charge.length;
        energy = new double[n];
        needed = new double[n + 1];
        needed[n] = storage.leastKwh(n);
        for (int t = n - 1; t >= 0; t--) {
            double gain = storage.etaCharge() * storage.chargeKw(t) * DELTA_HOURS;
            needed[t] = Math.max(storage.leastKwh(t), needed[t + 1] + storage.drivenKwh(t) - gain);
        }
    }

    /** Energy at the start of interval {@code t} [kWh]. */
    double before(int t) {
        return t == 0 ? storage.initialKwh() : energy[t - 1];
    }

    double chargeKw(int t) {
        return charge[t];
    }

    double dischargeKw(int t) {
        return discharge[t];
    }

    /** What of the energy before the interval is there to move: the trip of the interval has left [kWh]. */
    private double base(int t) {
        return before(t) - storage.drivenKwh(t);
    }

    /** Makes the powers of interval {@code t} possible. */
    void move(int t) {
        if (directionality == Directionality.RELAXED && storage.chargeKw(t) > 0 && storage.dischargeKw(t) > 0) {
            moveBoth(t);
        } else {
            moveOneWay(t);
        }
    }

    /** One direction, same change of energy, inside the window. */
    private void moveOneWay(int t) {
        double change = storage.etaCharge() * Math.clamp(charge[t], 0, storage.chargeKw(t))
                - Math.clamp(discharge[t], 0, storage.dischargeKw(t)) / storage.etaDischarge();
        setChange(change, t);
    }

    /** Both directions inside {@code in/Pin + out/Pout ≤ 1}, inside the window. */
    private void moveBoth(int t) {
        double in = Math.clamp(charge[t], 0, storage.chargeKw(t));
        double out = Math.clamp(discharge[t], 0, storage.dischargeKw(t));
        double share = Math.max(1, in / storage.chargeKw(t) + out / storage.dischargeKw(t));
        in /= share;
        out /= share;
        double change = storage.etaCharge() * in - out / storage.etaDischarge();
        double tooMuch = change - (storage.mostKwh() - base(t)) / DELTA_HOURS;
        double tooLittle = (needed[t + 1] - base(t)) / DELTA_HOURS - change;
        if (tooMuch > storage.etaCharge() * in || tooLittle > out / storage.etaDischarge()) {
            moveOneWay(t);
            return;
        }
        charge[t] = in - Math.max(0, tooMuch) / storage.etaCharge();
        discharge[t] = out - Math.max(0, tooLittle) * storage.etaDischarge();
        settle(t);
    }

    /** The powers of one direction that come closest to a change of energy [kWh per hour]. */
    private void setChange(double wanted, int t) {
        double low = (needed[t + 1] - base(t)) / DELTA_HOURS;
        double high = (storage.mostKwh() - base(t)) / DELTA_HOURS;
        double change = Math.max(Math.min(wanted, high), low);
        charge[t] = change > 0 ? Math.min(change / storage.etaCharge(), storage.chargeKw(t)) : 0;
        discharge[t] = change < 0 ? Math.min(-change * storage.etaDischarge(), storage.dischargeKw(t)) : 0;
        settle(t);
    }

    private void settle(int t) {
        energy[t] = base(t)
                + (storage.etaCharge() * charge[t] - discharge[t] / storage.etaDischarge()) * DELTA_HOURS;
    }

    /** Moves the net injection by {@code kw}, as far as the window allows; never out of a car without V2G. */
    void shift(double kw, int t) {
        if (charge[t] > Math.abs(kw) && discharge[t] > Math.abs(kw)) {
            discharge[t] -= Math.max(0, -kw);
            charge[t] -= Math.max(0, kw);
            settle(t);
            if (energy[t] >= needed[t + 1] && energy[t] <= storage.mostKwh()) {
                return;
            }
        }
        double net = discharge[t] - charge[t] + kw;
        setChange(net > 0 ? -net / storage.etaDischarge() : -net * storage.etaCharge(), t);
    }

    TimeSeries charged() {
        return TimeSeries.of(charge);
    }

    TimeSeries discharged() {
        return TimeSeries.of(discharge);
    }

    TimeSeries energies() {
        return TimeSeries.of(energy);
    }
}
