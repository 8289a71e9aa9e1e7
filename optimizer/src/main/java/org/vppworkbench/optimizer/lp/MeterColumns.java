package org.vppworkbench.optimizer.lp;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.Arrays;
import java.util.List;
import org.vppworkbench.model.inputs.ProsumerInputs;

/**
 * The meter of one home: {@code export − import = m − δ − u} with {@code m = pv − curt + dis + v2g − chg − evc − load},
 * retail money on import and export, limits on m. Where both retail prices are equal one signed column stands for import and export;
 * a limit row exists only where the limit can bind.
 */
final class MeterColumns {
    /** Slack in the box of import and export, so that the box never binds [kW]. */
    private static final double ROOM_KW = 1;

    final int[] curtailed;
    final int[] retailRow;
    final int[] limitRow;

    MeterColumns(LinearProgramBuilder lp, HomeRules rules, List<StorageColumns> devices, SaleColumns sales) {
        int n = rules.intervals();
        ProsumerInputs home = rules.home();
        curtailed = new int[n];
        retailRow = new int[n];
        limitRow = new int[n];
        Arrays.fill(limitRow, -1);
        for (int t = 0; t < n; t++) {
            double pv = home.pv().at(t);
            double load = home.load().at(t);
            curtailed[t] = pv > 0 ? lp.column(0, pv, 0) : -1;
            double mostOut = pv - load;
            double mostIn = load;
            for (StorageColumns device : devices) {
                mostOut += device.storage().dischargeKw(t);
                mostIn += device.storage().chargeKw(t);
            }
            retailRow[t] = lp.row(pv - load, Elimination.local(t));
            double importPrice = home.importPrice().at(t);
            double exportPrice = home.exportPrice().at(t);
            double in = Math.max(0, mostIn) + ROOM_KW;
            double out = Math.max(0, mostOut) + ROOM_KW;
            if (importPrice == exportPrice) {
                lp.put(retailRow[t], lp.column(-in, out, importPrice * DELTA_HOURS), 1);
            } else {
                lp.put(retailRow[t], lp.column(0, in, -importPrice * DELTA_HOURS), -1);
                lp.put(retailRow[t], lp.column(0, out, exportPrice * DELTA_HOURS), 1);
            }
            addDevices(lp, retailRow[t], t, devices);
            for (int column : sales.delivered(t)) {
                lp.put(retailRow[t], column, 1);
            }
            if (mostOut > home.exportLimitKw() || mostIn > home.importLimitKw()) {
                limitRow[t] = lp.row(pv - load, Elimination.local(t));
                addDevices(lp, limitRow[t], t, devices);
                lp.put(limitRow[t], lp.column(-home.importLimitKw(), home.exportLimitKw(), 0), 1);
            }
        }
    }

    /** {@code curt − dis − v2g + chg + evc} on the left-hand side. */
    private void addDevices(LinearProgramBuilder lp, int row, int t, List<StorageColumns> devices) {
        lp.putIfPresent(row, curtailed[t], 1);
        for (StorageColumns device : devices) {
            lp.putIfPresent(row, device.charge[t], 1);
            lp.putIfPresent(row, device.discharge[t], -1);
        }
    }
}
