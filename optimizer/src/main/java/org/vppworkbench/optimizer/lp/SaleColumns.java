package org.vppworkbench.optimizer.lp;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;

/**
 * What one home sells: δ, and rS, rN where reserve is held, or uS, uN where it is called, with the rows of
 * {@code model.md} §5 that bind them. In a called interval rS and rN earn nothing beyond uS and uN and only use up D, so
 * they equal uS and uN and need no columns of their own.
 */
final class SaleColumns {
    /** Reserve must be sustained for this long [h]. */
    private static final double SUSTAINED_HOURS = 0.5;

    private static final Product[] RESERVES = {Product.SPIN, Product.NONSPIN};

    private final Map<Product, int[]> columns = new EnumMap<>(Product.class);

    /** Per interval, the row of the 30-minute test, or −1. */
    final int[] reserveRow;

    private final Map<Product, int[]> evenRows = new EnumMap<>(Product.class);
    private final LinearProgramBuilder lp;
    private final HomeRules rules;
    private final @Nullable StorageColumns battery;
    private final @Nullable StorageColumns car;
    private final boolean hourly;

    /**
     * @param hourly whether what is sold is the same in all intervals of an hour: then nothing is sold in an hour in which
     *     it cannot be sold throughout
     */
    SaleColumns(
            LinearProgramBuilder lp,
            HomeRules rules,
            @Nullable StorageColumns battery,
            @Nullable StorageColumns car,
            boolean hourly) {
        this.lp = lp;
        this.rules = rules;
        this.battery = battery;
        this.car = car;
        this.hourly = hourly;
        int n = rules.intervals();
        for (Product product : Product.values()) {
            int[] none = new int[n];
            Arrays.fill(none, -1);
            columns.put(product, none);
            evenRows.put(product, none.clone());
        }
        reserveRow = new int[n];
        Arrays.fill(reserveRow, -1);
        int held = -1;
        for (int t = 0; t < n; t++) {
            addDeliveries(t);
            held = t % Horizon.INTERVALS_PER_HOUR == 0 ? -1 : held;
            if (battery == null) {
                continue;
            }
            if (!rules.called(t) && rules.sellsReserve(t)) {
                addReserve(battery, held, t);
            }
            held = carry(battery, held, t);
        }
        if (hourly) {
            hold();
        }
    }

    /** {@code q[t + 1] = q[t]} within an hour. */
    private void hold() {
        for (Product product : Product.values()) {
            int[] sold = of(product);
            for (int t = 0; t + 1 < sold.length; t++) {
                if (sold[t] >= 0 && sold[t + 1] >= 0 && Horizon.hourOf(t) == Horizon.hourOf(t + 1)) {
                    int row = lp.row(0, Elimination.state(t));
                    lp.put(row, sold[t + 1], 1);
                    lp.put(row, sold[t], -1);
                    evenRow(product)[t] = row;
                }
            }
        }
    }

    /** Rows that hold a product from interval to interval, −1 where there is none. */
    int[] evenRow(Product product) {
        return Objects.requireNonNull(evenRows.get(product), product::name);
    }

    /** Whether a product can be sold in an interval, and where contracts are hourly in all its hour. */
    private boolean offered(Product product, int t) {
        int first = hourly ? Horizon.firstInterval(Horizon.hourOf(t)) : t;
        int end = hourly ? first + Horizon.INTERVALS_PER_HOUR : t + 1;
        for (int q = first; q < end; q++) {
            boolean held = product.isReserve() && !rules.called(q);
            if (!rules.sells(product, q) || !(held ? battery != null : mostOutKw(q) > 0)) {
                return false;
            }
        }
        return true;
    }

    private double mostOutKw(int t) {
        return (battery == null ? 0 : battery.mostOutKw(t)) + (car == null ? 0 : car.mostOutKw(t));
    }

    /** Columns in which a product is sold per interval, −1 where it is not. */
    int[] of(Product product) {
        return Objects.requireNonNull(columns.get(product), product::name);
    }

    /** Columns of the energy that leaves the devices for the market in an interval: δ, and what is called. */
    List<Integer> delivered(int t) {
        List<Integer> result = new ArrayList<>();
        for (Product product : Product.values()) {
            if (of(product)[t] >= 0 && (!product.isReserve() || rules.called(t))) {
                result.add(of(product)[t]);
            }
        }
        return result;
    }

    /** {@code δ + u ≤ dis + v2g}. */
    private void addDeliveries(int t) {
        double most = mostOutKw(t);
        if (most <= 0) {
            return;
        }
        double cost = 0;
        for (SoftPreference soft : rules.soft()) {
            if (soft instanceof SoftPreference.Blackout b && b.intervals().contains(t)) {
                cost += b.usdPerUnit();
            }
        }
        add(Product.ENERGY, t, most, cost);
        if (rules.called(t)) {
            double paid = rules.inputs().prices().realTimeAt(t) / 1000;
            for (Product reserve : RESERVES) {
                add(reserve, t, most, cost - paid);
            }
        }
        List<Integer> out = delivered(t);
        if (out.isEmpty()) {
            return;
        }
        int row = lp.row(0, Elimination.local(t));
        lp.putIfPresent(row, battery == null ? -1 : battery.discharge[t], 1);
        lp.putIfPresent(row, car == null ? -1 : car.discharge[t], 1);
        out.forEach(column -> lp.put(row, column, -1));
        lp.put(row, lp.column(0, most + 1, 0), -1);
    }

    /** A sale of at most {@code most} kW that costs {@code cost} per kWh, where the product may be sold. */
    private void add(Product product, int t, double most, double cost) {
        if (offered(product, t)) {
            double price = rules.inputs().prices().at(product, t) / 1000;
            of(product)[t] = lp.column(0, rules.saleBoxKw(product, t, most), (price - cost) * DELTA_HOURS);
        }
    }

    /** {@code dis − chg + rS + rN ≤ Pd} and {@code s[t] + held − (rS + rN)·0.5/ηd ≥ floor}. */
    private void addReserve(StorageColumns battery, int held, int t) {
        Storage bess = battery.storage();
        double floor = bess.behindReserveKwh(t);
        double most = bess.dischargeKw(t) + bess.chargeKw(t);
        int power = lp.row(bess.dischargeKw(t), Elimination.local(t));
        lp.putIfPresent(power, battery.discharge[t], 1);
        lp.putIfPresent(power, battery.charge[t], -1);
        lp.put(power, lp.column(0, most + 1, 0), 1);
        int row = lp.row(floor, Elimination.local(t));
        reserveRow[t] = row;
        lp.put(row, battery.energy[t], 1);
        lp.putIfPresent(row, held, 1);
        double extra = held < 0 ? 0 : lp.high(held);
        lp.put(row, lp.column(0, Math.max(0, bess.mostKwh() - floor) + extra + 1, 0), -1);
        for (Product reserve : RESERVES) {
            add(reserve, t, most, 0);
            lp.putIfPresent(power, of(reserve)[t], 1);
            lp.putIfPresent(row, of(reserve)[t], -SUSTAINED_HOURS / bess.etaDischarge());
        }
    }

    /**
     * Energy already delivered in this hour's calls, {@code Σu·Δ/ηd}, which counts as held later in the hour
     * ({@code model.md} §3): the column for the next interval, or −1 where nothing needs it.
     */
    private int carry(StorageColumns battery, int held, int t) {
        boolean delivers = rules.called(t) && (of(Product.SPIN)[t] >= 0 || of(Product.NONSPIN)[t] >= 0);
        if ((held < 0 && !delivers) || !reserveLaterInHour(t)) {
            return -1;
        }
        double perKw = DELTA_HOURS / battery.storage().etaDischarge();
        int row = lp.row(0, Elimination.state(t));
        double most = held < 0 ? 1 : lp.high(held);
        lp.putIfPresent(row, held, -1);
        for (Product reserve : RESERVES) {
            if (delivers && of(reserve)[t] >= 0) {
                most += lp.high(of(reserve)[t]) * perKw;
                lp.put(row, of(reserve)[t], -perKw);
            }
        }
        int next = lp.column(-1, most, 0);
        lp.put(row, next, 1);
        return next;
    }

    private boolean reserveLaterInHour(int t) {
        int end = Horizon.firstInterval(Horizon.hourOf(t)) + Horizon.INTERVALS_PER_HOUR;
        for (int later = t + 1; later < end; later++) {
            if (!rules.called(later) && rules.sellsReserve(later)) {
                return true;
            }
        }
        return false;
    }
}
