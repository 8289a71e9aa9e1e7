package org.vppworkbench.optimizer.certificate;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;
import static org.vppworkbench.optimizer.certificate.DualBound.clip;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.numerics.OutwardSum;
import org.vppworkbench.optimizer.schedule.HomeMultipliers;

/** Movement and sales of one home in {@link DualBound}: the most they can earn in an interval at the multipliers' prices. */
final class SaleBound {
    private final CertificateRules rules;
    private final MarketView market;
    private final ProsumerInputs home;
    private final HomeMultipliers m;
    private final double[] retail;
    private final @Nullable BatteryBound battery;
    private final StorageBound[] devices;

    /**
     * @param retail price of a kWh at retail per interval [$/kWh]
     * @param devices battery and car, as far as there are any
     */
    SaleBound(
            CertificateRules rules,
            MarketView market,
            ProsumerInputs home,
            HomeMultipliers m,
            double[] retail,
            @Nullable BatteryBound battery,
            List<StorageBound> devices) {
        this.rules = rules;
        this.market = market;
        this.home = home;
        this.m = m;
        this.retail = retail;
        this.battery = battery;
        this.devices = devices.toArray(StorageBound[]::new);
    }

    void addTo(OutwardSum total) {
        double[] soldCost = soldCost(total);
        boolean[] blackout = rules.blackout(home);
        for (int t = 0; t < retail.length; t++) {
            total.add(best(t, blackout[t], market.called(t), soldCost[t]), size(t, soldCost[t]));
        }
    }

    /** Magnitude of what makes up {@link #best}, for the rounding margin [$]. */
    private double size(int t, double soldCost) {
        double kw = 0;
        double size = magnitude(t) + Math.abs(retail[t]) + soldCost;
        for (StorageBound device : devices) {
            kw += device.inKw(t) + device.outKw(t);
            size += device.size(t);
        }
        return size * kw;
    }

    /**
     * Battery and car take the best corner of their polytope, or, if lower, movement and sales are taken apart with each
     * sale at most D, which is the better bound where D is far below the power of the devices.
     */
    private double best(int t, boolean blackout, boolean called, double soldCost) {
        double energy = blackout ? 0 : delivered(Product.ENERGY, t, 0, soldCost);
        double spin = 0;
        double nonSpin = 0;
        if (battery != null && !blackout) {
            double credit = called ? market.realTime(t) * DELTA_HOURS + battery.creditUsd(t) : 0;
            double held = battery.reserveCostUsd(t);
            spin = called ? delivered(Product.SPIN, t, credit, soldCost) : held(Product.SPIN, t, held);
            nonSpin = called ? delivered(Product.NONSPIN, t, credit, soldCost) : held(Product.NONSPIN, t, held);
        }
        double reserve = called ? 0 : Math.max(spin, nonSpin);
        double sale = called ? Math.max(energy, Math.max(spin, nonSpin)) : energy;
        double corners = 0;
        double apart = 0;
        double out = 0;
        for (StorageBound device : devices) {
            double in = device.inKw(t);
            double ofReserve = device == battery ? reserve : 0;
            double charging = device.chargeUsd(t) * in;
            double discharging = device.dischargeUsd(t) * device.outKw(t);
            corners += Math.max(
                    Math.max(ofReserve * device.outKw(t), charging + ofReserve * (device.outKw(t) + in)),
                    discharging + sale * device.outKw(t));
            apart += Math.max(0, Math.max(charging, discharging));
            out += device.outKw(t);
        }
        double reserveKw = called ? out : battery == null ? 0 : battery.inKw(t) + battery.outKw(t);
        apart += energy * Math.min(out, market.requiredKw(Product.ENERGY, t))
                + spin * Math.min(reserveKw, market.requiredKw(Product.SPIN, t))
                + nonSpin * Math.min(reserveKw, market.requiredKw(Product.NONSPIN, t));
        return Math.min(corners, apart);
    }

    /** Worth of a kW that leaves the devices for the market instead of the meter, at least 0 [$]. */
    private double delivered(Product product, int t, double moreUsd, double soldCost) {
        if (market.requiredKw(product, t) <= 0) {
            return 0;
        }
        double price = market.price(product, t);
        return Math.max(0, (price - retail[t] - soldCost) * DELTA_HOURS + moreUsd - market.multiplier(product, t));
    }

    /** Worth of a kW of reserve that is held, at least 0 [$]. */
    private double held(Product product, int t, double costUsd) {
        if (market.requiredKw(product, t) <= 0) {
            return 0;
        }
        double price = market.price(product, t);
        return Math.max(0, price * DELTA_HOURS - market.multiplier(product, t) - costUsd);
    }

    /** Prices and multipliers of an interval's sales, for the rounding margin. */
    private double magnitude(int t) {
        double size = market.magnitude(t);
        return battery == null ? size : size + battery.reserveCostUsd(t) + battery.creditUsd(t);
    }

    /** Cost of a kWh sold per interval: soft blackouts and cap multipliers [$/kWh]; adds the constants of the caps. */
    private double[] soldCost(OutwardSum total) {
        double[] cost = new double[rules.intervals()];
        for (int day = 0; day < rules.days(); day++) {
            Double cap = rules.dailyCapKwh(home, day);
            if (cap != null) {
                addCap(total, cost, day, Math.max(0, m.hardCap().at(day)), cap);
            }
        }
        for (int k = 0; k < rules.soft(home).size(); k++) {
            switch (rules.soft(home).get(k)) {
                case SoftPreference.Blackout b -> {
                    for (int t : b.intervals()) {
                        cost[t] += b.usdPerUnit();
                    }
                }
                case SoftPreference.DailyCap c -> {
                    for (int day = 0; day < m.soft().get(k).length(); day++) {
                        addCap(total, cost, day, clip(m.soft().get(k).at(day), 0, c.usdPerUnit()), c.limitKwh(rules.dayStart(day)));
                    }
                }
                case SoftPreference.Floor _, SoftPreference.CarReady _ -> {}
            }
        }
        return cost;
    }

    private void addCap(OutwardSum total, double[] cost, int day, double weight, double capKwh) {
        total.add(weight * capKwh);
        for (int t = rules.dayStart(day); t < rules.dayStart(day + 1); t++) {
            cost[t] += weight;
        }
    }
}
