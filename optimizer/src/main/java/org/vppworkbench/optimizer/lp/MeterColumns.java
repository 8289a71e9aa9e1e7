package org.vppworkbench.optimizer.lp;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.market.Product;

/**
 * The meter of one home: {@code export − import = m − δ} with {@code m = pv − curt + dis − chg − evc − load}, retail money
 * on import and export, limits on m. Where both retail prices are equal one signed column stands for import and export;
 * a limit row exists only where the limit can bind.
 */
final class MeterColumns {
    /** Slack in the box of import and export, so that the box never binds [kW]. */
    private static final double ROOM_KW = 1;

    final int[] curtailed;
    final int[] retailRow;
    final int[] limitRow;

    MeterColumns(
            LinearProgramBuilder lp, HomeRules rules, @Nullable BatteryColumns battery, @Nullable CarColumns car) {
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
            double mostOut = pv + dischargeKw(home) - load;
            double mostIn = load + chargeKw(home, t);
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
            addDevices(lp, retailRow[t], t, battery, car);
            if (battery != null && battery.sold(Product.ENERGY)[t] >= 0) {
                lp.put(retailRow[t], battery.sold(Product.ENERGY)[t], 1);
            }
            if (mostOut > home.exportLimitKw() || mostIn > home.importLimitKw()) {
                limitRow[t] = lp.row(pv - load, Elimination.local(t));
                addDevices(lp, limitRow[t], t, battery, car);
                lp.put(limitRow[t], lp.column(-home.importLimitKw(), home.exportLimitKw(), 0), 1);
            }
        }
    }

    /** {@code curt − dis + chg + evc} on the left-hand side. */
    private void addDevices(
            LinearProgramBuilder lp, int row, int t, @Nullable BatteryColumns battery, @Nullable CarColumns car) {
        if (curtailed[t] >= 0) {
            lp.put(row, curtailed[t], 1);
        }
        if (battery != null) {
            lp.put(row, battery.charge[t], 1);
            lp.put(row, battery.discharge[t], -1);
        }
        if (car != null && car.charge[t] >= 0) {
            lp.put(row, car.charge[t], 1);
        }
    }

    private static double dischargeKw(ProsumerInputs home) {
        BessInputs bess = home.bess();
        return bess == null ? 0 : bess.dischargeKw();
    }

    private static double chargeKw(ProsumerInputs home, int t) {
        BessInputs bess = home.bess();
        EvInputs ev = home.ev();
        return (bess == null ? 0 : bess.chargeKw()) + (ev != null && ev.plugged().get(t) ? ev.chargeKw() : 0);
    }
}
