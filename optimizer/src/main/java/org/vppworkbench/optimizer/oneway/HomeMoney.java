package org.vppworkbench.optimizer.oneway;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.optimizer.lp.HomeRules;
import org.vppworkbench.optimizer.lp.Storage;
import org.vppworkbench.optimizer.schedule.HomeMultipliers;

/**
 * What one interval earns a home for given powers of its battery and its car ({@code model.md} §4), with the best sales at given prices of D
 * within what is left of D. Every power has one direction: positive out of the device, negative into it. Daily caps enter as a price per kWh
 * sold.
 */
final class HomeMoney {
    /** Price of breaking a limit of the meter, far above any money at stake [$ per kW in an interval]. */
    private static final double FORBIDDEN = 1e6;

    private static final int ENERGY = Product.ENERGY.ordinal();
    private static final int SPIN = Product.SPIN.ordinal();
    private static final int NONSPIN = Product.NONSPIN.ordinal();
    private static final double SUSTAINED_HOURS = 0.5;

    private final HomeRules rules;
    private final @Nullable Storage battery;
    private final double[] fixedKw;
    private final double[] pvKw;
    private final double[] importUsd;
    private final double[] exportUsd;
    private final boolean[] called;
    private final boolean[][] sells;
    private final double[][] gainUsd;
    private final double[][] priceUsd;
    private final double importLimitKw;
    private final double exportLimitKw;
    private final Room room;
    private final double[] soldNow = new double[Product.values().length];

    HomeMoney(HomeRules rules, HomeMultipliers multipliers, Room room) {
        this.rules = rules;
        this.room = room;
        ProsumerInputs home = rules.home();
        int n = rules.intervals();
        battery = Storage.battery(rules).orElse(null);
        pvKw = home.pv().toArray();
        fixedKw = new double[n];
        importUsd = new double[n];
        exportUsd = new double[n];
        called = new boolean[n];
        for (int t = 0; t < n; t++) {
            fixedKw[t] = pvKw[t] - home.load().at(t);
            importUsd[t] = home.importPrice().at(t) * DELTA_HOURS;
            exportUsd[t] = home.exportPrice().at(t) * DELTA_HOURS;
            called[t] = rules.called(t);
        }
        importLimitKw = home.importLimitKw();
        exportLimitKw = home.exportLimitKw();
        double[] soldCost = soldCost(rules, multipliers);
        int products = Product.values().length;
        sells = new boolean[products][n];
        gainUsd = new double[products][n];
        priceUsd = new double[products][n];
        for (Product product : Product.values()) {
            int p = product.ordinal();
            for (int t = 0; t < n; t++) {
                sells[p][t] = rules.sells(product, t);
                double usd = rules.inputs().prices().at(product, t) / 1000;
                if (called[t] && product.isReserve()) {
                    usd += rules.inputs().prices().realTimeAt(t) / 1000;
                }
                boolean delivered = called[t] || !product.isReserve();
                gainUsd[p][t] = (usd - (delivered ? soldCost[t] : 0)) * DELTA_HOURS;
            }
        }
    }

    /** Cost of a kWh sold: soft blackouts, and the multipliers of the daily caps [$/kWh]. */
    private static double[] soldCost(HomeRules rules, HomeMultipliers m) {
        double[] cost = new double[rules.intervals()];
        List<SoftPreference> soft = rules.soft();
        for (int day = 0; day < rules.horizon().days(); day++) {
            double usd = day < m.hardCap().length() ? Math.max(0, m.hardCap().at(day)) : 0;
            for (int k = 0; k < soft.size(); k++) {
                if (soft.get(k) instanceof SoftPreference.DailyCap c && day < m.soft().get(k).length()) {
                    usd += Math.clamp(m.soft().get(k).at(day), 0, c.usdPerUnit());
                }
            }
            Arrays.fill(cost, rules.horizon().dayStart(day), rules.horizon().dayStart(day + 1), usd);
        }
        for (SoftPreference preference : soft) {
            if (preference instanceof SoftPreference.Blackout b) {
                b.intervals().forEach(t -> cost[t] += b.usdPerUnit());
            }
        }
        return cost;
    }

    /** Sets what a kW of D costs, as a share of the multipliers of D; 0 where only what is left of D counts. */
    void price(double[][] requiredUsd, double share) {
        for (int p = 0; p < priceUsd.length; p++) {
            for (int t = 0; t < fixedKw.length; t++) {
                priceUsd[p][t] = share * Math.max(0, requiredUsd[p][t]);
            }
        }
    }

    HomeRules rules() {
        return rules;
    }

    /** What PV leaves after the load, before any device [kW]. */
    double fixedKw(int t) {
        return fixedKw[t];
    }

    /** Room for a product in an interval, 0 where the home may not sell it [kW]. */
    double roomKw(int product, int t) {
        return sells[product][t] ? room.kw(product, t) : 0;
    }

    /** What the last call of {@link #usd} sold of a product [kW]. */
    double soldKw(int product) {
        return soldNow[product];
    }

    /**
     * Money of an interval without wear [$].
     *
     * @param batteryKw power of the battery, positive out of it
     * @param storedKwh energy in the battery at the start of the interval
     * @param carKw power of the car, positive out of it
     */
    double usd(int t, double batteryKw, double storedKwh, double carKw) {
        double out = Math.max(0, batteryKw) + Math.max(0, carKw);
        double meter = fixedKw[t] + batteryKw + carKw;
        double least = Math.max(0, meter - exportLimitKw);
        double penalty = Math.max(0, least - pvKw[t]) + Math.max(0, -meter - importLimitKw);
        double retail = meter - least;
        double exporting = exportUsd[t] < 0 && pvKw[t] > least ? 0 : exportUsd[t];
        soldNow[ENERGY] = 0;
        soldNow[SPIN] = 0;
        soldNow[NONSPIN] = 0;
        double money = called[t]
                ? deliver(t, out, retail, exporting)
                : sellEnergy(t, out, retail, exporting) + hold(t, batteryKw, storedKwh);
        double rest = retail - soldNow[ENERGY] - (called[t] ? soldNow[SPIN] + soldNow[NONSPIN] : 0);
        double spare = pvKw[t] - least;
        if (importUsd[t] < 0) {
            rest -= Math.clamp(meter - least + importLimitKw, 0, Math.max(0, spare));
        } else if (exportUsd[t] < 0 && rest > 0) {
            rest -= Math.min(rest, Math.max(0, spare));
        }
        return money + rest * (rest > 0 ? exportUsd[t] : importUsd[t]) - FORBIDDEN * penalty;
    }

    private double sellEnergy(int t, double out, double retail, double exporting) {
        double usd = gainUsd[ENERGY][t] - priceUsd[ENERGY][t];
        double sold = most(out, roomKw(ENERGY, t), usd, retail, exporting, importUsd[t]);
        soldNow[ENERGY] = sold;
        return sold * usd;
    }

    /** How much of {@code out} is worth selling instead of exporting it or using it at home. */
    private static double most(
            double out, double room, double usd, double retail, double exporting, double importing) {
        double most = Math.min(out, room);
        if (usd > importing) {
            return most;
        }
        return usd > exporting ? Math.clamp(retail, 0, most) : 0;
    }

    /** In a called interval all products share what leaves the devices, the best paid first. */
    private double deliver(int t, double out, double retail, double exporting) {
        double money = 0;
        double left = out;
        double rest = retail;
        boolean[] done = new boolean[soldNow.length];
        for (int k = 0; k < soldNow.length; k++) {
            int best = -1;
            for (int p = 0; p < soldNow.length; p++) {
                boolean may = !done[p] && (p == ENERGY || battery != null);
                if (may && (best < 0 || gainUsd[p][t] - priceUsd[p][t] > gainUsd[best][t] - priceUsd[best][t])) {
                    best = p;
                }
            }
            if (best < 0) {
                break;
            }
            done[best] = true;
            double usd = gainUsd[best][t] - priceUsd[best][t];
            double sold = most(left, roomKw(best, t), usd, rest, exporting, importUsd[t]);
            soldNow[best] = sold;
            left -= sold;
            rest -= sold;
            money += sold * usd;
        }
        return money;
    }

    /** Reserve within power and the 30-minute test, the better paid product first. */
    private double hold(int t, double batteryKw, double storedKwh) {
        Storage b = battery;
        if (b == null) {
            return 0;
        }
        double energyKw = (storedKwh - b.behindReserveKwh(t)) * b.etaDischarge() / SUSTAINED_HOURS;
        double left = Math.max(0, Math.min(b.dischargeKw(t) - batteryKw, energyKw));
        double spin = gainUsd[SPIN][t] - priceUsd[SPIN][t];
        double nonSpin = gainUsd[NONSPIN][t] - priceUsd[NONSPIN][t];
        boolean spinFirst = spin >= nonSpin;
        soldNow[SPIN] = spin > 0 ? Math.min(roomKw(SPIN, t), left) : 0;
        soldNow[NONSPIN] = nonSpin > 0 ? Math.min(roomKw(NONSPIN, t), left) : 0;
        if (soldNow[SPIN] + soldNow[NONSPIN] > left) {
            if (spinFirst) {
                soldNow[NONSPIN] = left - soldNow[SPIN];
            } else {
                soldNow[SPIN] = left - soldNow[NONSPIN];
            }
        }
        return soldNow[SPIN] * spin + soldNow[NONSPIN] * nonSpin;
    }
}
