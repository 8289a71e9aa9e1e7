package org.vppworkbench.model.physics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.time.Horizon;

/**
 * The home plan {@code BILL_OPTIMAL}: at local midnight car and battery are planned in turn over 48 hours, each against the
 * other's latest plan, until the better of the two stops improving; a new contract revises the battery's value function.
 */
final class ValueController implements HomeController {
    /** Planning window in intervals (48 h, {@code model.md} §2). */
    static final int WINDOW = 192;

    private static final int SWEEPS = 6;

    private final ProsumerInputs home;
    private final @Nullable CarPlan carPlan;
    private final CarSchedule carSchedule;
    private final int intervals;
    private double[] carKw;
    private @Nullable StoragePlan storage;

    ValueController(ProsumerInputs home, CarPlanKind car, int intervals) {
        this.home = home;
        this.intervals = intervals;
        EvInputs ev = home.ev();
        this.carPlan = ev != null && car == CarPlanKind.CHEAPEST ? new CarPlan(home, ev, intervals) : null;
        this.carSchedule = new CarSchedule(home, car, intervals);
        this.carKw = new double[intervals];
    }

    private ValueController(ValueController from) {
        this.home = from.home;
        this.intervals = from.intervals;
        this.carPlan = from.carPlan;
        this.carSchedule = from.carSchedule;
        this.carKw = from.carKw;
        this.storage = from.storage;
    }

    @Override
    public void replan(int t, HomeState state, Commitments sold, boolean newDay) {
        StoragePlan current = storage;
        if (!newDay) {
            if (current != null) {
                storage = current.revised(sold, t);
            }
            return;
        }
        int to = Math.min(intervals, t + WINDOW);
        double[] car = carKw.clone();
        double[] own = new double[intervals];
        BessInputs bess = home.bess();
        CarPlan cars = carPlan;
        if (cars != null) {
            cars.plan(t, to, state.evKwh(), own, cars.against(own), car);
        } else if (home.ev() != null) {
            Arrays.fill(car, t, to, 0);
            carSchedule.plan(t, to, state.evKwh(), car);
        }
        if (bess != null) {
            storage = cars == null
                    ? StoragePlan.of(home, bess, t, to, car, sold)
                    : jointly(cars, bess, t, to, state, sold, car);
        }
        carKw = car;
    }

    /** Plans car and battery in turn; {@code car} holds the first car schedule and is overwritten with the best. */
    private StoragePlan jointly(
            CarPlan cars, BessInputs bess, int t, int to, HomeState state, Commitments sold, double[] car) {
        double[] own = new double[intervals];
        double[] energy = new double[intervals];
        double[] trial = car.clone();
        StoragePlan plan = StoragePlan.of(home, bess, t, to, trial, sold);
        StoragePlan best = plan;
        double bestValue = follow(plan, bess, t, to, state, sold, own, energy, trial);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            StoragePlan answering = plan;
            double[] start = energy.clone();
            CarPlan.Worth worth = sweep % 2 == 0 ? (k, kw) -> answering.answer(k, start[k], kw) : cars.against(own);
            trial = trial.clone();
            cars.plan(t, to, state.evKwh(), own, worth, trial);
            plan = StoragePlan.of(home, bess, t, to, trial, sold);
            double value = follow(plan, bess, t, to, state, sold, own, energy, trial);
            if (value > bestValue + 1e-9) {
                best = plan;
                bestValue = value;
                System.arraycopy(trial, 0, car, 0, car.length);
            }
        }
        return best;
    }

    /** Follows a plan; fills the battery's own use and returns the value of the window, the car's end energy included [$]. */
    private double follow(
            StoragePlan plan, BessInputs bess, int from, int to, HomeState start, Commitments sold,
            double[] own, double[] energyKwh, double[] car) {
        double energy = start.bessKwh();
        double charged = 0;
        for (int t = from; t < to; t++) {
            energyKwh[t] = energy;
            double delta = Math.min(sold.energyAt(t), bess.dischargeKw());
            BatteryStage stage = new BatteryStage(home, bess, t, delta, sold.reserveAt(t), car[t]);
            own[t] = plan.bestKw(t, energy, delta);
            energy += stage.changeFor(own[t]) - stage.soldDrainKwh();
            charged += car[t];
        }
        EvInputs ev = home.ev();
        double carValue = ev == null ? 0 : charged * ev.eta() * Horizon.DELTA_HOURS * home.endValuePerKwh();
        return plan.startValue(start.bessKwh()) + carValue;
    }

    @Override
    public double batteryKw(int t, HomeState state, double soldKw) {
        return storage == null ? 0 : storage.bestKw(t, state.bessKwh(), soldKw);
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
        return plan == null || !plan.covers(t) ? home.endValuePerKwh() * state.bessKwh() : plan.tail(t, state.bessKwh());
    }

    @Override
    public HomeController copy() {
        return new ValueController(this);
    }
}
