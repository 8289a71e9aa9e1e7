package org.vppworkbench.model.physics;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.time.Horizon;

/**
 * A proven upper bound on what a home can make of a whole run without a market ({@code model.md} §5 with D = 0), by weak
 * duality: the balances of meter, battery and car are moved into the objective at the multipliers the solver returned, and
 * every device then does its best on its own. Read from the inputs only, in plain sums; whatever the multipliers, the result
 * is a bound.
 */
final class HomeBound {
    private static final double DT = Horizon.DELTA_HOURS;

    private final ProsumerInputs home;
    private final int intervals;
    private double cost;

    private HomeBound(ProsumerInputs home, int intervals) {
        this.home = home;
        this.intervals = intervals;
    }

    /** Bound on −bill − wear − discomfort + v_end·(change of stored energy) over the run [$]. */
    static double usd(ProsumerInputs home, DayGrid days) {
        int intervals = days.intervals();
        EvInputs ev = home.ev();
        BessInputs bess = home.bess();
        double stored = bess == null ? 0 : bess.initialKwh();
        double inCar = ev == null ? 0 : ev.initialKwh();
        PlanProgram program = new PlanProgram(home, window(home, days), stored, inCar, Commitments.none(intervals / 4));
        InteriorPoint solver = new InteriorPoint(program);
        solver.solve(1e-6);
        HomeBound bound = new HomeBound(home, intervals);
        bound.meter(solver.yMeter);
        if (bess != null) {
            bound.battery(bess, solver.yMeter, solver.yBess);
        }
        if (ev != null) {
            bound.car(ev, solver.yMeter, solver.yCar);
        }
        return -bound.cost - home.endValuePerKwh() * (stored + inCar);
    }

    /** The whole run at once, the car's charging not held to what the meter allows without the battery's help. */
    private static PlanWindow window(ProsumerInputs home, DayGrid days) {
        EvInputs ev = home.ev();
        int intervals = days.intervals();
        HomeOutlook outlook = HomeOutlook.perfect(home);
        CarNeeds needs = ev == null ? null : new CarNeeds(outlook, ev);
        PlanWindow window = new PlanWindow(outlook, needs, days, 0, intervals, 0);
        for (int t = 0; ev != null && needs != null && t < intervals; t++) {
            window.carInKw[t] = ev.plugged().get(t) ? ev.chargeKw() : 0;
            window.carLeastKwh[t] = needs.dueKwh(t);
        }
        return window;
    }

    private void meter(double[] y) {
        for (int t = 0; t < intervals; t++) {
            cost += y[t] * (home.pv().at(t) - home.load().at(t));
            cost += Math.min(0, (-home.exportPrice().at(t) * DT - y[t]) * home.exportLimitKw());
            cost += Math.min(0, (home.importPrice().at(t) * DT + y[t]) * home.importLimitKw());
            cost += Math.min(0, -y[t] * home.pv().at(t));
        }
    }

    private void battery(BessInputs bess, double[] meter, double[] y) {
        List<SoftPreference> floors =
                home.soft().stream().filter(SoftPreference.Floor.class::isInstance).toList();
        cost += y[0] * bess.initialKwh();
        for (int t = 0; t < intervals; t++) {
            double in = (-meter[t] + y[t] * bess.etaCharge() * DT) * bess.chargeKw();
            double out = (bess.degradationPerKwh() * DT + meter[t] - y[t] * DT / bess.etaDischarge()) * bess.dischargeKw();
            cost += Math.min(0, Math.min(in, out));
            state(y, t, home.hard().floorKwh(bess, t + 1), bess.maxKwh(), floors, DT);
        }
    }

    private void car(EvInputs ev, double[] meter, double[] y) {
        CarNeeds needs = new CarNeeds(HomeOutlook.perfect(home), ev);
        cost += y[0] * ev.initialKwh();
        cost += discomfort(ready(0), ev.initialKwh(), 1);
        for (int t = 0; t < intervals; t++) {
            if (ev.plugged().get(t)) {
                double in = (-meter[t] + y[t] * ev.eta() * DT) * ev.chargeKw();
                double out = (ev.degradationPerKwh() * DT + meter[t] - y[t] * DT / ev.eta()) * ev.v2gKw();
                cost += Math.min(0, Math.min(in, out));
            }
            cost -= y[t] * ev.drivenKwh().at(t);
            state(y, t, needs.dueKwh(t + 1), ev.capacityKwh(), ready(t + 1), 1);
        }
    }

    private List<SoftPreference> ready(int t) {
        return home.soft().stream()
                .filter(s -> s instanceof SoftPreference.CarReady wish && wish.interval() == t)
                .toList();
    }

    /** The energy at the end of interval {@code t}: the better of its limits and of the limits of soft preferences. */
    private void state(double[] y, int t, double low, double high, List<SoftPreference> wishes, double scale) {
        double slope = t + 1 < intervals ? y[t + 1] - y[t] : -home.endValuePerKwh() - y[t];
        List<Double> corners = new ArrayList<>(List.of(low, high));
        wishes.forEach(wish -> corners.add(Math.clamp(limit(wish), low, high)));
        double best = Double.POSITIVE_INFINITY;
        for (double corner : corners) {
            best = Math.min(best, slope * corner + discomfort(wishes, corner, scale));
        }
        cost += best;
    }

    private static double discomfort(List<SoftPreference> wishes, double kwh, double scale) {
        double usd = 0;
        for (SoftPreference wish : wishes) {
            usd += wish.usdPerUnit() * scale * Math.max(0, limit(wish) - kwh);
        }
        return usd;
    }

    private static double limit(SoftPreference wish) {
        return switch (wish) {
            case SoftPreference.Floor floor -> floor.limitKwh();
            case SoftPreference.CarReady car -> car.limitKwh();
            default -> throw new IllegalArgumentException("not a matter of stored energy: " + wish);
        };
    }
}
