package org.vppworkbench.optimizer.lp;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

/** Columns in, out and energy of a battery or a car, and the rows of {@code model.md} §2 that bind them. */
final class StorageColumns {
    /** −1 where nothing can flow in. */
    final int[] charge;

    /** −1 where nothing can flow out. */
    final int[] discharge;

    /** Energy at the start of an interval; index T is the end of the horizon. */
    final int[] energy;

    final int[] stateRow;
    private final Storage storage;

    StorageColumns(LinearProgramBuilder lp, Storage storage, int intervals, double endValue, Directions directions) {
        this.storage = storage;
        charge = new int[intervals];
        discharge = new int[intervals];
        energy = new int[intervals + 1];
        stateRow = new int[intervals];
        energy[0] = lp.column(storage.initialKwh(), storage.initialKwh(), 0);
        for (int t = 0; t < intervals; t++) {
            double in = directions.mayCharge(t) ? storage.chargeKw(t) : 0;
            double out = directions.mayDischarge(t) ? storage.dischargeKw(t) : 0;
            charge[t] = in > 0 ? lp.column(0, in, 0) : -1;
            discharge[t] = out > 0 ? lp.column(0, out, -storage.wearPerKwh() * DELTA_HOURS) : -1;
            energy[t + 1] =
                    lp.column(storage.leastKwh(t + 1), storage.mostKwh(), t + 1 == intervals ? endValue : 0);
            stateRow[t] = lp.row(-storage.drivenKwh(t), Elimination.state(t));
            lp.put(stateRow[t], energy[t + 1], 1);
            lp.put(stateRow[t], energy[t], -1);
            lp.putIfPresent(stateRow[t], charge[t], -storage.etaCharge() * DELTA_HOURS);
            lp.putIfPresent(stateRow[t], discharge[t], DELTA_HOURS / storage.etaDischarge());
            if (in > 0 && out > 0) {
                oneDirection(lp, t, in, out);
            }
        }
    }

    /** {@code in/Pin + out/Pout ≤ 1}, scaled by Pout. */
    private void oneDirection(LinearProgramBuilder lp, int t, double in, double out) {
        int row = lp.row(out, Elimination.local(t));
        lp.put(row, charge[t], out / in);
        lp.put(row, discharge[t], 1);
        lp.put(row, lp.column(0, out + 1, 0), 1);
    }

    Storage storage() {
        return storage;
    }

    /** Most that can flow out in this program [kW]. */
    double mostOutKw(int t) {
        return discharge[t] < 0 ? 0 : storage.dischargeKw(t);
    }
}
