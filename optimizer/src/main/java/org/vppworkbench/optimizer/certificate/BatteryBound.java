package org.vppworkbench.optimizer.certificate;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;
import static org.vppworkbench.optimizer.certificate.DualBound.addBox;
import static org.vppworkbench.optimizer.certificate.DualBound.clip;

import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;
import org.vppworkbench.optimizer.schedule.HomeMultipliers;

/** Part of one battery and its sales in {@link DualBound}. */
final class BatteryBound {
    private final RunInputs inputs;
    private final CertificateRules rules;
    private final FleetMultipliers y;
    private final ProsumerInputs home;
    private final BessInputs bess;
    private final HomeMultipliers m;

    BatteryBound(
            RunInputs inputs,
            CertificateRules rules,
            FleetMultipliers y,
            ProsumerInputs home,
            BessInputs bess,
            HomeMultipliers m) {
        this.inputs = inputs;
        this.rules = rules;
        this.y = y;
        this.home = home;
        this.bess = bess;
        this.m = m;
    }

    void addTo(OutwardSum total, double[] meter, double[] retail) {
        int n = meter.length;
        double floor = rules.floorKwh(home, bess);
        boolean[] blackout = rules.blackout(home);
        double[] soldCost = soldCost(total);
        double[] floorWeight = floorWeight(total);
        double endValue = home.endValuePerKwh();
        total.add(-endValue * bess.initialKwh());
        for (int t = 0; t < n; t++) {
            double p = m.bessValue().at(t);
            double held = Math.max(0, m.reserveEnergy().at(t));
            total.add(-held * floor);
            if (t == 0) {
                total.add((p + held) * bess.initialKwh(), (Math.abs(p) + held) * bess.initialKwh());
            }
            double following = t + 1 < n ? m.bessValue().at(t + 1) : endValue;
            double nextHeld = t + 1 < n ? Math.max(0, m.reserveEnergy().at(t + 1)) : 0;
            double slope = following - p + nextHeld + floorWeight[t];
            double size = Math.abs(following) + Math.abs(p) + nextHeld + floorWeight[t];
            addBox(total, slope, size, floor, bess.maxKwh());
            total.add(
                    corner(meter[t], retail[t], p, held, blackout[t], soldCost[t], t),
                    (magnitude(t) + Math.abs(meter[t]) + Math.abs(retail[t]) + 8 * Math.abs(p) + 4 * held + soldCost[t])
                            * (bess.chargeKw() + bess.dischargeKw()));
        }
    }

    /**
     * Most a battery can earn in one interval: the best corner of its polytope, or, if lower, movement and sales taken
     * apart with each sale at most D, which is the better bound where D is far below the battery's power.
     */
    private double corner(
            double meter, double retail, double p, double held, boolean blackout, double soldCost, int t) {
        double charge = bess.etaCharge() * DELTA_HOURS * p - meter;
        double discharge = meter - DELTA_HOURS * p / bess.etaDischarge() - bess.degradationPerKwh() * DELTA_HOURS;
        double perKw = 0.5 / bess.etaDischarge() * held;
        double spin = blackout ? 0 : Math.max(0, reserveValue(Product.SPIN, t) - perKw);
        double nonSpin = blackout ? 0 : Math.max(0, reserveValue(Product.NONSPIN, t) - perKw);
        double sale = 0;
        if (!blackout && rules.requiredKw(Product.ENERGY, t) > 0) {
            double price = inputs.prices().at(Product.ENERGY, t) / 1000;
            sale = Math.max(0, (price - retail - soldCost) * DELTA_HOURS - required(Product.ENERGY, t));
        }
        double in = bess.chargeKw();
        double out = bess.dischargeKw();
        double reserve = Math.max(spin, nonSpin);
        double corners = Math.max(
                Math.max(reserve * out, charge * in + reserve * (out + in)), (discharge + sale) * out);
        double apart = Math.max(0, Math.max(charge * in, discharge * out))
                + sale * Math.min(out, rules.requiredKw(Product.ENERGY, t))
                + spin * Math.min(out + in, rules.requiredKw(Product.SPIN, t))
                + nonSpin * Math.min(out + in, rules.requiredKw(Product.NONSPIN, t));
        return Math.min(corners, apart);
    }

    /** Prices and fleet multipliers of an interval, for the rounding margin. */
    private double magnitude(int t) {
        double size = 8 * Math.abs(bess.degradationPerKwh());
        for (Product product : Product.values()) {
            size += Math.abs(inputs.prices().at(product, t)) / 1000 + required(product, t);
        }
        return size;
    }

    private double required(Product product, int t) {
        return Math.max(0, y.required(product).at(t));
    }

    /** Value of a kW of reserve in an interval after its multiplier, −∞ where it cannot be sold [$]. */
    private double reserveValue(Product product, int t) {
        if (rules.requiredKw(product, t) <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return inputs.prices().at(product, t) / 1000 * DELTA_HOURS - required(product, t);
    }

    /** Cost of a kWh sold per interval: soft blackouts and cap multipliers [$/kWh]; adds the constants of the caps. */
    private double[] soldCost(OutwardSum total) {
        double[] cost = new double[inputs.horizon().intervals()];
        Double cap = rules.dailyCapKwh(home);
        for (int day = 0; cap != null && day < inputs.horizon().days(); day++) {
            addCap(total, cost, day, Math.max(0, m.hardCap().at(day)), cap);
        }
        for (int k = 0; k < rules.soft(home).size(); k++) {
            switch (rules.soft(home).get(k)) {
                case SoftPreference.Blackout b -> b.intervals().forEach(t -> cost[t] += b.usdPerUnit());
                case SoftPreference.DailyCap c -> {
                    for (int day = 0; day < m.soft().get(k).length(); day++) {
                        addCap(total, cost, day, clip(m.soft().get(k).at(day), 0, c.usdPerUnit()), c.limitKwh());
                    }
                }
                case SoftPreference.Floor _, SoftPreference.CarReady _ -> {}
            }
        }
        return cost;
    }

    private void addCap(OutwardSum total, double[] cost, int day, double weight, double capKwh) {
        total.add(weight * capKwh);
        for (int t = inputs.horizon().dayStart(day); t < inputs.horizon().dayStart(day + 1); t++) {
            cost[t] += weight;
        }
    }

    /** Weight of soft floors on the energy at interval ends [$/kWh]; adds their constants. */
    private double[] floorWeight(OutwardSum total) {
        double[] weight = new double[inputs.horizon().intervals()];
        for (int k = 0; k < rules.soft(home).size(); k++) {
            if (rules.soft(home).get(k) instanceof SoftPreference.Floor f) {
                for (int t = 0; t < m.soft().get(k).length(); t++) {
                    double w = clip(m.soft().get(k).at(t), 0, f.usdPerUnit() * DELTA_HOURS);
                    weight[t] += w;
                    total.add(-w * f.limitKwh());
                }
            }
        }
        return weight;
    }
}
