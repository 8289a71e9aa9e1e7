package org.vppworkbench.optimizer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.LimitChange;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.optimizer.explain.HomeLimit;

/** The linear program of model.md §5 written down row by row for ojAlgo; shares nothing with the code under test. */
final class DenseModel {
    private final RunInputs in;
    private final boolean aware;
    private final boolean market;
    private final int n;
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<List<Variable>> sold = new ArrayList<>();
    private final Relief relief;
    private final Shape shape;
    private final List<Map<Integer, Variable>> promised = List.of(new HashMap<>(), new HashMap<>(), new HashMap<>());
    private final List<OneDirection.Pair> pairs = new ArrayList<>();
    private double constant;
    private int names;

    /** Relief of a home's limit in single intervals: more of an upper limit, less of a floor or a need [kW or kWh]. */
    interface Relief {
        Relief NONE = (_, _, _) -> 0;

        /** A daily cap is asked at the first interval of the day, energies at the interval at whose end they are due. */
        double by(ProsumerInputs home, HomeLimit limit, int t);
    }

    /** What the linear program leaves free and a contract or a device does not. */
    enum Shape {
        FREE,
        /** A battery or car charges or discharges in an interval, not both. */
        ONE_DIRECTION,
        /** The same, and what a home sells is constant over the hour. */
        FLAT
    }

    private DenseModel(RunInputs in, Mode mode, Relief relief, Shape shape) {
        this.in = in;
        this.relief = relief;
        this.shape = shape;
        this.aware = mode != Mode.BLIND;
        this.market = mode != Mode.HOME;
        this.n = in.horizon().intervals();
    }

    /** The optimal W of a mode; empty where ojAlgo gives up [$]. */
    static OptionalDouble optimum(RunInputs in, Mode mode) {
        return optimum(in, mode, Relief.NONE);
    }

    /**
     * The optimal W of a shape, without calls and where no price is below 0; empty where {@link OneDirection} does not prove
     * it [$].
     */
    static OptionalDouble exact(RunInputs in, Mode mode, Shape shape) {
        return new DenseModel(in, mode, Relief.NONE, shape).solve();
    }

    /** The same with limits that differ from interval to interval. */
    static OptionalDouble optimum(RunInputs in, Mode mode, Relief relief) {
        return new DenseModel(in, mode, relief, Shape.FREE).solve();
    }

    private OptionalDouble solve() {
        for (int k = 0; k < 3 * n; k++) {
            sold.add(new ArrayList<>());
        }
        in.prosumers().forEach(this::home);
        for (int k = 0; k < 3 * n; k++) {
            if (!sold.get(k).isEmpty()) {
                Expression row = row().upper(required(k / n, k % n));
                sold.get(k).forEach(v -> row.set(v, 1));
            }
        }
        model.options.time_abort = 30_000;
        OptionalDouble best = new OneDirection(model, pairs).maximum();
        return best.isPresent() ? OptionalDouble.of(best.getAsDouble() + constant) : best;
    }

    /** At most one of two powers is above 0; where nothing is bought, and no price is below 0, both at once never pay. */
    private void oneDirection(int t, Variable in, double mostIn, Variable out, double mostOut) {
        boolean bought = market && (required(0, t) > 0 || required(1, t) > 0 || required(2, t) > 0);
        if (shape != Shape.FREE && bought && mostIn > 0 && mostOut > 0) {
            pairs.add(new OneDirection.Pair(in, out));
        }
    }

    private void constantOverTheHour() {
        for (Map<Integer, Variable> product : promised) {
            for (int t = 0; t < n && shape == Shape.FLAT; t++) {
                if (t % 4 > 0 && product.containsKey(t)) {
                    row().level(0).set(product.get(t), 1).set(product.get(t - 1), -1);
                }
            }
        }
    }

    private double required(int product, int t) {
        RequiredCapacity d = in.required();
        return List.of(d.energy(), d.spin(), d.nonSpin()).get(product).at(t / 4);
    }

    private Variable variable(double low, double high, double profit) {
        Variable v = model.newVariable("v" + names++).lower(low).weight(profit);
        return high < Double.POSITIVE_INFINITY ? v.upper(high) : v;
    }

    private Variable free(double profit) {
        return variable(0, Double.POSITIVE_INFINITY, profit);
    }

    private Expression row() {
        return model.newExpression("r" + names++);
    }

    private void home(ProsumerInputs h) {
        BessInputs b = h.bess();
        EvInputs e = h.ev();
        List<Variable> charge = new ArrayList<>();
        List<Variable> discharge = new ArrayList<>();
        List<Variable> energy = new ArrayList<>();
        List<Variable> evCharge = new ArrayList<>();
        List<Variable> v2g = new ArrayList<>();
        if (b != null) {
            battery(h, b, charge, discharge, energy);
        }
        if (e != null) {
            car(h, e, evCharge, v2g);
        }
        promised.forEach(Map::clear);
        List<List<Variable>> delivered = new ArrayList<>();
        for (int t = 0; t < n; t++) {
            delivered.add(new ArrayList<>());
            deliveries(h, t, b != null, delivered.get(t), b == null ? null : discharge.get(t), e == null ? null : v2g.get(t));
        }
        if (b != null) {
            reserves(h, b, charge, discharge, energy, delivered);
        }
        constantOverTheHour();
        if (aware) {
            caps(h, delivered);
        }
        for (int t = 0; t < n; t++) {
            Variable imported = free(-h.importPrice().at(t) / 4);
            Variable exported = free(h.exportPrice().at(t) / 4);
            Variable curtailed = variable(0, h.pv().at(t), 0);
            double fixed = h.pv().at(t) - h.load().at(t);
            Expression retail = row().level(fixed).set(exported, 1).set(imported, -1).set(curtailed, 1);
            Expression limit = row().lower(fixed - h.exportLimitKw() - relief.by(h, HomeLimit.EXPORT_LIMIT, t))
                    .upper(fixed + h.importLimitKw() + relief.by(h, HomeLimit.IMPORT_LIMIT, t))
                    .set(curtailed, 1);
            for (Expression r : List.of(retail, limit)) {
                if (b != null) {
                    r.set(charge.get(t), 1).set(discharge.get(t), -1);
                }
                if (e != null) {
                    r.set(evCharge.get(t), 1).set(v2g.get(t), -1);
                }
            }
            delivered.get(t).forEach(v -> retail.set(v, 1));
        }
    }

    private boolean sells(ProsumerInputs h, int product, int t) {
        int first = shape == Shape.FLAT ? t / 4 * 4 : t;
        int last = shape == Shape.FLAT ? first + 3 : t;
        return market && required(product, t) > 0 && !(aware && h.hard().blackoutIntervals().stream()
                .anyMatch(closed -> closed >= first && closed <= last));
    }

    private boolean called(int t) {
        return in.calledIntervals().contains(t);
    }

    /** δ, then uS and uN in a called interval, within what the devices put out. */
    private void deliveries(
            ProsumerInputs h, int t, boolean battery, List<Variable> delivered, Variable discharge, Variable v2g) {
        if (sells(h, 0, t)) {
            Variable delta = free(in.prices().at(Product.ENERGY, t) / 4000 - blackoutCost(h, t) / 4);
            sold.get(t).add(delta);
            promised.get(0).put(t, delta);
            delivered.add(delta);
        }
        for (int k = 1; k <= 2 && battery && called(t); k++) {
            Product p = k == 1 ? Product.SPIN : Product.NONSPIN;
            double paid = in.prices().at(p, t) + in.prices().realTime().at(t);
            delivered.add(sells(h, k, t) ? free(paid / 4000 - blackoutCost(h, t) / 4) : variable(0, 0, 0));
        }
        Expression row = row().upper(0);
        delivered.forEach(v -> row.set(v, 1));
        for (Variable out : new Variable[] {discharge, v2g}) {
            if (out != null) {
                row.set(out, -1);
            }
        }
    }

    /** rS and rN in every interval, as model.md §5 has them: paid when held, and a limit on uS and uN when called. */
    private void reserves(
            ProsumerInputs h,
            BessInputs b,
            List<Variable> charge,
            List<Variable> discharge,
            List<Variable> energy,
            List<List<Variable>> delivered) {
        for (int t = 0; t < n; t++) {
            Expression power = row().upper(dischargeKw(h, b, t)).set(discharge.get(t), 1).set(charge.get(t), -1);
            Expression test = row().set(energy.get(t), 1);
            for (int k = 1; k <= 2; k++) {
                Product p = k == 1 ? Product.SPIN : Product.NONSPIN;
                if (!sells(h, k, t)) {
                    continue;
                }
                Variable r = free(called(t) ? 0 : in.prices().at(p, t) / 4000);
                sold.get(k * n + t).add(r);
                promised.get(k).put(t, r);
                power.set(r, 1);
                test.set(r, -0.5 / b.etaDischarge());
                if (called(t)) {
                    Variable u = delivered.get(t).get(delivered.get(t).size() - 3 + k);
                    row().upper(0).set(u, 1).set(r, -1);
                    power.set(u, -1);
                }
            }
            if (!called(t)) {
                test.lower(Math.min(floor(h, b, t), floor(h, b, t + 1)) - relief.by(h, HomeLimit.BATTERY_FLOOR, t));
                for (int before = t / 4 * 4; before < t; before++) {
                    if (called(before)) {
                        List<Variable> u = delivered.get(before);
                        u.subList(u.size() - 2, u.size()).forEach(v -> test.set(v, 0.25 / b.etaDischarge()));
                    }
                }
            }
        }
    }

    private double dischargeKw(ProsumerInputs h, BessInputs b, int t) {
        return b.dischargeKw() + relief.by(h, HomeLimit.BATTERY_DISCHARGE, t);
    }

    /** At a boundary of intervals: what the intervals on both sides of it ask for. */
    private double floor(ProsumerInputs h, BessInputs b, int boundary) {
        double most = b.minKwh();
        for (int t = Math.max(0, boundary - 1); aware && t <= Math.min(boundary, n - 1); t++) {
            Double set = h.hard().reserveFloorKwh();
            for (LimitChange change : h.hard().floorChanges()) {
                set = change.interval() <= t ? Double.valueOf(change.kwh()) : set;
            }
            most = set == null ? most : Math.max(most, set);
        }
        return most;
    }

    private void battery(
            ProsumerInputs h, BessInputs b, List<Variable> charge, List<Variable> discharge, List<Variable> energy) {
        constant -= h.endValuePerKwh() * b.initialKwh();
        energy.add(variable(b.initialKwh(), b.initialKwh(), 0));
        for (int t = 0; t < n; t++) {
            double in = b.chargeKw() + relief.by(h, HomeLimit.BATTERY_CHARGE, t);
            double out = dischargeKw(h, b, t);
            Variable c = variable(0, in, 0);
            Variable d = variable(0, out, -b.degradationPerKwh() / 4);
            Variable after = variable(
                    floor(h, b, t + 1) - relief.by(h, HomeLimit.BATTERY_FLOOR, t),
                    b.maxKwh() + relief.by(h, HomeLimit.BATTERY_ENERGY, t), t == n - 1 ? h.endValuePerKwh() : 0);
            row().level(0)
                    .set(after, 1)
                    .set(energy.get(t), -1)
                    .set(c, -b.etaCharge() / 4)
                    .set(d, 0.25 / b.etaDischarge());
            row().upper(1).set(c, 1 / in).set(d, 1 / out);
            oneDirection(t, c, in, d, out);
            for (SoftPreference s : aware ? h.soft() : List.<SoftPreference>of()) {
                if (s instanceof SoftPreference.Floor f) {
                    row().lower(f.limitKwh()).set(after, 1).set(free(-f.usdPerUnit() / 4), 1);
                }
            }
            charge.add(c);
            discharge.add(d);
            energy.add(after);
        }
    }

    private double blackoutCost(ProsumerInputs h, int t) {
        return !aware ? 0 : h.soft().stream()
                .filter(s -> s instanceof SoftPreference.Blackout b && b.intervals().contains(t))
                .mapToDouble(SoftPreference::usdPerUnit)
                .sum();
    }

    private void caps(ProsumerInputs h, List<List<Variable>> delivered) {
        for (int day = 0; day < n / 96; day++) {
            List<Variable> today = delivered.subList(96 * day, 96 * day + 96).stream().flatMap(List::stream).toList();
            Double hard = h.hard().capKwh(96 * day);
            if (hard != null) {
                Expression r = row().upper(hard + relief.by(h, HomeLimit.DAILY_CAP, 96 * day));
                today.forEach(v -> r.set(v, 0.25));
            }
            for (SoftPreference s : h.soft()) {
                if (s instanceof SoftPreference.DailyCap c) {
                    Expression r = row().upper(c.limitKwh(96 * day)).set(free(-c.usdPerUnit()), -1);
                    today.forEach(v -> r.set(v, 0.25));
                }
            }
        }
    }

    private void car(ProsumerInputs h, EvInputs e, List<Variable> evCharge, List<Variable> v2g) {
        constant -= h.endValuePerKwh() * e.initialKwh();
        List<Variable> energy = new ArrayList<>();
        energy.add(variable(e.initialKwh(), e.initialKwh(), 0));
        for (int t = 0; t < n; t++) {
            double least = e.minKwh() - relief.by(h, HomeLimit.CAR_FLOOR, t);
            for (EvReady r : h.hard().evReady()) {
                double needed = r.kwh() - relief.by(h, HomeLimit.CAR_NEED, t);
                least = aware && r.interval() == t + 1 ? Math.max(least, needed) : least;
            }
            double inKw = e.chargeKw() + relief.by(h, HomeLimit.CAR_CHARGE, t);
            double outKw = e.v2gKw() + relief.by(h, HomeLimit.CAR_DISCHARGE, t);
            Variable c = variable(0, e.plugged().get(t) ? inKw : 0, 0);
            double most = e.capacityKwh() + relief.by(h, HomeLimit.CAR_ENERGY, t);
            Variable after = variable(least, most, t == n - 1 ? h.endValuePerKwh() : 0);
            Variable out = variable(0, e.plugged().get(t) ? outKw : 0, -e.degradationPerKwh() / 4);
            row().level(-e.drivenKwh().at(t))
                    .set(after, 1)
                    .set(energy.get(t), -1)
                    .set(c, -e.eta() / 4)
                    .set(out, 0.25 / e.eta());
            if (e.v2gKw() > 0) {
                row().upper(1).set(c, 1 / inKw).set(out, 1 / outKw);
                oneDirection(t, c, e.plugged().get(t) ? inKw : 0, out, outKw);
            }
            evCharge.add(c);
            v2g.add(out);
            energy.add(after);
        }
        for (SoftPreference s : aware ? h.soft() : List.<SoftPreference>of()) {
            if (s instanceof SoftPreference.CarReady r) {
                row().lower(r.limitKwh()).set(energy.get(r.interval()), 1).set(free(-r.usdPerUnit()), 1);
            }
        }
    }
}
