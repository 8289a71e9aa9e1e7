package org.vppworkbench.model.physics;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.time.Horizon;

/**
 * The home plan {@code BILL_OPTIMAL}: at local midnight the home's own linear program over 48 hours and the expected days after
 * them gives the car's schedule, and with it the exact value function of the battery; a new contract revises the value
 * function.
 */
final class ValueController implements HomeController {
    private final HomeOutlook outlook;
    private final ProsumerInputs home;
    private final DayGrid days;
    private final @Nullable CarNeeds needs;
    private final @Nullable CarPlan carPlan;
    private final CarSchedule carSchedule;
    private final boolean hypothetical;
    private double[] carKw;
    private @Nullable StoragePlan storage;
    private @Nullable Selling selling;
    private int windowEnd;
    private Commitments planned;

    /** No battery, for the value function of a home whose car alone sells. */
    private static final BessInputs NO_BATTERY = new BessInputs(0, 0, 0, 1, 1, 0, 0, 0, 0);

    /**
     * The schedule of a car that may sell, to value what is left in it.
     *
     * @param carKw per step of the window [kW]
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Selling(EvInputs ev, PlanWindow window, double[] carKw) {
        double worthUsd(int t, double evKwh, double endValuePerKwh) {
            return window.carWorthUsd(ev, t + 1 - window.from, evKwh, carKw, endValuePerKwh);
        }
    }

    ValueController(HomeOutlook outlook, CarPlanKind car, DayGrid days) {
        this.outlook = outlook;
        this.home = outlook.expected();
        this.days = days;
        this.hypothetical = false;
        EvInputs ev = home.ev();
        this.needs = ev == null ? null : new CarNeeds(outlook, ev);
        this.carPlan = ev != null && car == CarPlanKind.CHEAPEST ? new CarPlan(home, ev) : null;
        this.carSchedule = new CarSchedule(home, car, needs);
        this.carKw = new double[days.intervals()];
        this.planned = Commitments.none(days.intervals() / Horizon.INTERVALS_PER_HOUR);
    }

    private ValueController(ValueController from) {
        this.outlook = from.outlook;
        this.home = from.home;
        this.days = from.days;
        this.hypothetical = true;
        this.needs = from.needs;
        this.carPlan = from.carPlan;
        this.carSchedule = from.carSchedule;
        this.carKw = from.carKw;
        this.storage = from.storage;
        this.selling = from.selling;
        this.windowEnd = from.windowEnd;
        this.planned = from.planned;
    }

    @Override
    public void replan(int t, HomeState state, Commitments sold, boolean newDay) {
        StoragePlan current = storage;
        if (newDay && !hypothetical) {
            windowEnd = days.midnightAfter(t, PlanWindow.DAYS);
        } else if (selling == null || sold.differsUntil(planned) <= t) {
            if (current != null) {
                storage = current.revised(sold, t);
            }
            planned = sold;
            return;
        }
        // A car that sells makes a new schedule with every contract: what it recharges later has a price.
        planned = sold;
        int to = windowEnd;
        int beyond = carPlan == null ? 1 : PlanWindow.CALENDAR;
        PlanWindow window = new PlanWindow(outlook, needs, days, t, to, beyond);
        EvInputs ev = home.ev();
        BessInputs bess = home.bess();
        boolean sells = carPlan != null && ev != null && ev.v2gKw() > 0;
        if (sells && ev != null) {
            window.carSells(ev, bess == null ? 0 : bess.dischargeKw(), sold);
        }
        double[] car = carPlan == null ? null : carPlan.plan(window, state, sold);
        double[] run = carKw.clone();
        if (car == null) {
            carSchedule.plan(t, to, state.evKwh(), run);
            car = window.ofRun(run);
        } else {
            window.onto(car, run);
        }
        if (bess != null || sells) {
            storage = StoragePlan.of(home, bess == null ? NO_BATTERY : bess, window, car, sold);
        }
        selling = sells && ev != null ? new Selling(ev, window, car) : null;
        carKw = run;
    }

    @Override
    public double batteryKw(int t, HomeState state, double soldKw, SiteReading site) {
        return storage == null || home.bess() == null ? 0 : storage.bestKw(t, state.bessKwh(), soldKw, site);
    }

    @Override
    public double carKw(int t, HomeState state) {
        return carKw[t];
    }

    /**
     * A battery's value function says what follows. A car that sells may have delivered what its schedule did not foresee, so the home is
     * followed to the end of what it has planned.
     */
    @Override
    public int valuationEnd(int contractEnd) {
        return selling == null ? contractEnd : Math.max(contractEnd, windowEnd);
    }

    /** A car that sells has a schedule of its own after every contract. */
    @Override
    public boolean followsStateAlone() {
        return selling == null;
    }

    @Override
    public double tail(int t, HomeState state) {
        StoragePlan plan = storage;
        if (plan == null || !plan.covers(t)) {
            return home.endValuePerKwh() * (state.bessKwh() + state.evKwh());
        }
        Selling car = selling;
        double inCar = car == null
                ? home.endValuePerKwh() * state.evKwh()
                : car.worthUsd(t, state.evKwh(), home.endValuePerKwh());
        return plan.tail(t, state.bessKwh()) + inCar;
    }

    @Override
    public HomeController copy() {
        return new ValueController(this);
    }
}
