package org.vppworkbench.model.physics;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;

/**
 * The home plan {@code BILL_OPTIMAL}: at local midnight the home's own linear program over 48 hours and an expected day after
 * them gives the car's schedule, and with it the exact value function of the battery; a new contract revises the value
 * function.
 */
final class ValueController implements HomeController {
    /** Planning window in intervals (48 h, {@code model.md} §2). */
    static final int WINDOW = 192;

    private final ProsumerInputs home;
    private final @Nullable CarNeeds needs;
    private final @Nullable CarPlan carPlan;
    private final CarSchedule carSchedule;
    private final int intervals;
    private final boolean hypothetical;
    private double[] carKw;
    private @Nullable StoragePlan storage;

    ValueController(ProsumerInputs home, CarPlanKind car, int intervals) {
        this.home = home;
        this.intervals = intervals;
        this.hypothetical = false;
        EvInputs ev = home.ev();
        this.needs = ev == null ? null : new CarNeeds(home, ev, intervals);
        this.carPlan = ev != null && car == CarPlanKind.CHEAPEST ? new CarPlan(home, ev) : null;
        this.carSchedule = new CarSchedule(home, car, intervals);
        this.carKw = new double[intervals];
    }

    private ValueController(ValueController from) {
        this.home = from.home;
        this.intervals = from.intervals;
        this.hypothetical = true;
        this.needs = from.needs;
        this.carPlan = from.carPlan;
        this.carSchedule = from.carSchedule;
        this.carKw = from.carKw;
        this.storage = from.storage;
    }

    @Override
    public void replan(int t, HomeState state, Commitments sold, boolean newDay) {
        StoragePlan current = storage;
        if (!newDay || hypothetical) {
            if (current != null) {
                storage = current.revised(sold, t);
            }
            return;
        }
        int to = Math.min(intervals, t + WINDOW);
        PlanWindow window = new PlanWindow(home, needs, t, to, Math.min(intervals - to, PlanWindow.DAY));
        double[] car = carPlan == null ? null : carPlan.plan(window, state, sold);
        double[] run = carKw.clone();
        if (car == null) {
            carSchedule.plan(t, to, state.evKwh(), run);
            car = window.ofRun(run);
        } else {
            window.onto(car, run);
        }
        BessInputs bess = home.bess();
        if (bess != null) {
            storage = StoragePlan.of(home, bess, window, car, sold);
        }
        carKw = run;
    }

    @Override
    public double batteryKw(int t, HomeState state, double soldKw, SiteReading site) {
        return storage == null ? 0 : storage.bestKw(t, state.bessKwh(), soldKw, site);
    }

    @Override
    public double carKw(int t, HomeState state) {
        return carKw[t];
    }

    @Override
    public int valuationEnd(int contractEnd) {
        return contractEnd;
    }

    @Override
    public double tail(int t, HomeState state) {
        StoragePlan plan = storage;
        // What a contract kept the car from feeding in stays in it.
        double inCar = home.endValuePerKwh() * state.evKwh();
        return inCar + (plan == null || !plan.covers(t) ? home.endValuePerKwh() * state.bessKwh() : plan.tail(t, state.bessKwh()));
    }

    @Override
    public HomeController copy() {
        return new ValueController(this);
    }
}
