package org.vppworkbench.optimizer.lp;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Product;

/** Battery and sales of one home: columns chg, dis, s, δ, rS, rN and the rows of {@code model.md} §5 that bind them. */
final class BatteryColumns {
    /** Reserve must be sustained for this long [h]. */
    static final double SUSTAINED_HOURS = 0.5;

    final int[] charge;
    final int[] discharge;
    final int[] energy;
    private final Map<Product, int[]> sold = new EnumMap<>(Product.class);
    final int[] stateRow;
    final int[] reserveRow;

    BatteryColumns(LinearProgramBuilder lp, HomeRules rules, BessInputs bess, Directions directions) {
        int n = rules.intervals();
        charge = new int[n];
        discharge = new int[n];
        energy = new int[n + 1];
        stateRow = new int[n];
        reserveRow = new int[n];
        for (Product product : Product.values()) {
            int[] columns = new int[n];
            Arrays.fill(columns, -1);
            sold.put(product, columns);
        }
        Arrays.fill(reserveRow, -1);
        double floor = rules.floorKwh(bess);
        double endValue = rules.home().endValuePerKwh();
        energy[0] = lp.column(bess.initialKwh(), bess.initialKwh(), 0);
        for (int t = 0; t < n; t++) {
            charge[t] = lp.column(0, directions.mayCharge(t) ? bess.chargeKw() : 0, 0);
            double most = directions.mayDischarge(t) ? bess.dischargeKw() : 0;
            discharge[t] = lp.column(0, most, -bess.degradationPerKwh() * DELTA_HOURS);
            energy[t + 1] = lp.column(floor, bess.maxKwh(), t + 1 == n ? endValue : 0);
            stateRow[t] = lp.row(0, Elimination.state(t));
            lp.put(stateRow[t], energy[t + 1], 1);
            lp.put(stateRow[t], energy[t], -1);
            lp.put(stateRow[t], charge[t], -bess.etaCharge() * DELTA_HOURS);
            lp.put(stateRow[t], discharge[t], DELTA_HOURS / bess.etaDischarge());
            if (directions.mayCharge(t) && most > 0 && bess.chargeKw() > 0) {
                oneDirection(lp, bess, t);
            }
            addSales(lp, rules, bess, t, most);
            if (rules.sellsReserve(t)) {
                addReserve(lp, rules, bess, t, floor);
            }
        }
    }

    /** Columns in which a product is sold per interval, −1 where it is not. */
    int[] sold(Product product) {
        return Objects.requireNonNull(sold.get(product), product::name);
    }

    /** {@code chg/Pc + dis/Pd ≤ 1}, scaled by Pd. */
    private void oneDirection(LinearProgramBuilder lp, BessInputs bess, int t) {
        int row = lp.row(bess.dischargeKw(), Elimination.local(t));
        lp.put(row, charge[t], bess.dischargeKw() / bess.chargeKw());
        lp.put(row, discharge[t], 1);
        lp.put(row, lp.column(0, bess.dischargeKw() + 1, 0), 1);
    }

    /** {@code δ ≤ dis}. */
    private void addSales(LinearProgramBuilder lp, HomeRules rules, BessInputs bess, int t, double most) {
        if (!rules.sells(Product.ENERGY, t) || most <= 0) {
            return;
        }
        double blackoutCost = 0;
        for (SoftPreference soft : rules.soft()) {
            if (soft instanceof SoftPreference.Blackout b && b.intervals().contains(t)) {
                blackoutCost += b.usdPerUnit();
            }
        }
        double price = rules.inputs().prices().at(Product.ENERGY, t) / 1000;
        int column = lp.column(
                0,
                rules.saleBoxKw(Product.ENERGY, t, bess.dischargeKw()),
                (price - blackoutCost) * DELTA_HOURS);
        sold(Product.ENERGY)[t] = column;
        int row = lp.row(0, Elimination.local(t));
        lp.put(row, discharge[t], 1);
        lp.put(row, column, -1);
        lp.put(row, lp.column(0, bess.dischargeKw() + 1, 0), -1);
    }

    /** {@code dis − chg + rS + rN ≤ Pd} and {@code s[t] − (rS + rN)·0.5/ηd ≥ floor}. */
    private void addReserve(LinearProgramBuilder lp, HomeRules rules, BessInputs bess, int t, double floor) {
        double most = bess.dischargeKw() + bess.chargeKw();
        int power = lp.row(bess.dischargeKw(), Elimination.local(t));
        lp.put(power, discharge[t], 1);
        lp.put(power, charge[t], -1);
        lp.put(power, lp.column(0, most + 1, 0), 1);
        int row = lp.row(floor, Elimination.local(t));
        reserveRow[t] = row;
        lp.put(row, energy[t], 1);
        lp.put(row, lp.column(0, Math.max(0, bess.maxKwh() - floor) + 1, 0), -1);
        for (Product product : new Product[] {Product.SPIN, Product.NONSPIN}) {
            if (rules.sells(product, t)) {
                double price = rules.inputs().prices().at(product, t) / 1000;
                int column = lp.column(0, rules.saleBoxKw(product, t, most), price * DELTA_HOURS);
                sold(product)[t] = column;
                lp.put(power, column, 1);
                lp.put(row, column, -SUSTAINED_HOURS / bess.etaDischarge());
            }
        }
    }
}
