package org.vppworkbench.optimizer;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.market.RequiredCapacity;

/** The linear program of model.md §5 written down row by row for ojAlgo; shares nothing with the code under test. */
final class DenseModel {
    private final RunInputs in;
    private final boolean aware;
    private final boolean market;
    private final int n;
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<List<Variable>> sold = new ArrayList<>();
    private double constant;
    private int names;

    private DenseModel(RunInputs in, Mode mode) {
        this.in = in;
        this.aware = mode != Mode.BLIND;
        this.market = mode != Mode.HOME;
        this.n = in.horizon().intervals();
    }

    /** The optimal W of a mode [$]. */
    static double optimum(RunInputs in, Mode mode) {
        DenseModel m = new DenseModel(in, mode);
        for (int k = 0; k < 3 * m.n; k++) {
            m.sold.add(new ArrayList<>());
        }
        in.prosumers().forEach(m::home);
        for (int k = 0; k < 3 * m.n; k++) {
            if (!m.sold.get(k).isEmpty()) {
                Expression row = m.row().upper(m.required(k / m.n, k % m.n));
                m.sold.get(k).forEach(v -> row.set(v, 1));
            }
        }
        m.model.options.time_abort = 30_000;
        Optimisation.Result result = m.model.maximise();
        Assumptions.assumeTrue(result.getState().isOptimal(), () -> "ojAlgo gave up: " + result.getState());
        return result.getValue() + m.constant;
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
        List<Variable> energySold = new ArrayList<>();
        List<Variable> evCharge = new ArrayList<>();
        if (b != null) {
            battery(h, b, charge, discharge, energySold);
        }
        if (e != null) {
            car(h, e, evCharge);
        }
        for (int t = 0; t < n; t++) {
            Variable imported = free(-h.importPrice().at(t) / 4);
            Variable exported = free(h.exportPrice().at(t) / 4);
            Variable curtailed = variable(0, h.pv().at(t), 0);
            double fixed = h.pv().at(t) - h.load().at(t);
            Expression retail = row().level(fixed).set(exported, 1).set(imported, -1).set(curtailed, 1);
            Expression limit = row().lower(fixed - h.exportLimitKw()).upper(fixed + h.importLimitKw()).set(curtailed, 1);
            for (Expression r : List.of(retail, limit)) {
                if (b != null) {
                    r.set(charge.get(t), 1).set(discharge.get(t), -1);
                }
                if (e != null) {
                    r.set(evCharge.get(t), 1);
                }
            }
            if (b != null && energySold.get(t) != null) {
                retail.set(energySold.get(t), 1);
            }
        }
    }

    private void battery(
            ProsumerInputs h, BessInputs b, List<Variable> charge, List<Variable> discharge, List<Variable> energySold) {
        Double hardFloor = h.hard().reserveFloorKwh();
        double floor = aware && hardFloor != null ? Math.max(hardFloor, b.minKwh()) : b.minKwh();
        constant -= h.endValuePerKwh() * b.initialKwh();
        Variable before = variable(b.initialKwh(), b.initialKwh(), 0);
        for (int t = 0; t < n; t++) {
            Variable c = variable(0, b.chargeKw(), 0);
            Variable d = variable(0, b.dischargeKw(), -b.degradationPerKwh() / 4);
            Variable after = variable(floor, b.maxKwh(), t == n - 1 ? h.endValuePerKwh() : 0);
            row().level(0).set(after, 1).set(before, -1).set(c, -b.etaCharge() / 4).set(d, 0.25 / b.etaDischarge());
            row().upper(1).set(c, 1 / b.chargeKw()).set(d, 1 / b.dischargeKw());
            Variable delta = null;
            Expression power = null;
            Expression energy = null;
            for (Product p : Product.values()) {
                int k = List.of(Product.ENERGY, Product.SPIN, Product.NONSPIN).indexOf(p);
                if (!market || required(k, t) <= 0 || (aware && h.hard().blackoutIntervals().contains(t))) {
                    continue;
                }
                Variable v = free(in.prices().at(p, t) / 4000 - (p == Product.ENERGY ? blackoutCost(h, t) / 4 : 0));
                sold.get(k * n + t).add(v);
                if (p == Product.ENERGY) {
                    delta = v;
                    row().upper(0).set(v, 1).set(d, -1);
                } else {
                    power = power == null ? row().upper(b.dischargeKw()).set(d, 1).set(c, -1) : power;
                    energy = energy == null ? row().lower(floor).set(before, 1) : energy;
                    power.set(v, 1);
                    energy.set(v, -0.5 / b.etaDischarge());
                }
            }
            for (SoftPreference s : aware ? h.soft() : List.<SoftPreference>of()) {
                if (s instanceof SoftPreference.Floor f) {
                    row().lower(f.limitKwh()).set(after, 1).set(free(-f.usdPerUnit() / 4), 1);
                }
            }
            charge.add(c);
            discharge.add(d);
            energySold.add(delta);
            before = after;
        }
        if (aware) {
            caps(h, energySold);
        }
    }

    private double blackoutCost(ProsumerInputs h, int t) {
        return !aware ? 0 : h.soft().stream()
                .filter(s -> s instanceof SoftPreference.Blackout b && b.intervals().contains(t))
                .mapToDouble(SoftPreference::usdPerUnit)
                .sum();
    }

    private void caps(ProsumerInputs h, List<Variable> energySold) {
        for (int day = 0; day < n / 96; day++) {
            List<Variable> today = energySold.subList(96 * day, 96 * day + 96).stream().filter(v -> v != null).toList();
            Double hard = h.hard().dailyDischargeCapKwh();
            if (hard != null) {
                Expression r = row().upper(hard);
                today.forEach(v -> r.set(v, 0.25));
            }
            for (SoftPreference s : h.soft()) {
                if (s instanceof SoftPreference.DailyCap c) {
                    Expression r = row().upper(c.limitKwh()).set(free(-c.usdPerUnit()), -1);
                    today.forEach(v -> r.set(v, 0.25));
                }
            }
        }
    }

    private void car(ProsumerInputs h, EvInputs e, List<Variable> evCharge) {
        constant -= h.endValuePerKwh() * e.initialKwh();
        List<Variable> energy = new ArrayList<>();
        energy.add(variable(e.initialKwh(), e.initialKwh(), 0));
        for (int t = 0; t < n; t++) {
            double least = e.minKwh();
            for (EvReady r : h.hard().evReady()) {
                least = aware && r.interval() == t + 1 ? Math.max(least, r.kwh()) : least;
            }
            Variable c = variable(0, e.plugged().get(t) ? e.chargeKw() : 0, 0);
            Variable after = variable(least, e.capacityKwh(), t == n - 1 ? h.endValuePerKwh() : 0);
            row().level(-e.drivenKwh().at(t)).set(after, 1).set(energy.get(t), -1).set(c, -e.eta() / 4);
            evCharge.add(c);
            energy.add(after);
        }
        for (SoftPreference s : aware ? h.soft() : List.<SoftPreference>of()) {
            if (s instanceof SoftPreference.CarReady r) {
                row().lower(r.limitKwh()).set(energy.get(r.interval()), 1).set(free(-r.usdPerUnit()), 1);
            }
        }
    }
}
