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

    private static final int SWEEPS = 12;

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

    /**
     * Plans car and battery together; {@code car} holds the first car schedule and is overwritten with the best. The best
     * value over all battery plans is concave in the car schedule, so a step towards a better answer of the car, with a
     * line search, never loses; it ends where no proposal improves the plan.
     */
    private StoragePlan jointly(
            CarPlan cars, BessInputs bess, int t, int to, HomeState state, Commitments sold, double[] car) {
        Joint carFirst = improved(cars, new Joint(car.clone(), bess, t, to, state, sold));
        Joint alone = new Joint(new double[intervals], bess, t, to, state, sold);
        double[] answer = car.clone();
        cars.plan(t, to, state.evKwh(), alone.own, alone::answer, answer);
        Joint batteryFirst = improved(cars, new Joint(answer, bess, t, to, state, sold));
        Joint best = batteryFirst.value > carFirst.value + 1e-9 ? batteryFirst : carFirst;
        System.arraycopy(best.car, 0, car, 0, car.length);
        return best.plan;
    }

    private static Joint improved(CarPlan cars, Joint start) {
        Joint best = start;
        int failures = 0;
        for (int sweep = 0; sweep < SWEEPS && failures < 2; sweep++) {
            Joint from = best;
            double[] proposal = from.car.clone();
            CarPlan.Worth worth = sweep % 2 == 0 ? from::answer : cars.against(from.own);
            cars.plan(from.from, from.to, from.state.evKwh(), from.own, worth, proposal);
            for (double step = 1; step > 0.1; step /= 2) {
                Joint trial = from.towards(proposal, step);
                if (trial.value > best.value + 1e-9) {
                    best = trial;
                }
            }
            failures = best.equals(from) ? failures + 1 : 0;
        }
        return best;
    }

    /** A car schedule with the battery's best answer to it. */
    private final class Joint {
        private final double[] car;
        private final BessInputs bess;
        private final int from;
        private final int to;
        private final HomeState state;
        private final Commitments sold;
        private final double[] own = new double[intervals];
        private final double[] energyKwh = new double[intervals];
        private final StoragePlan plan;
        private final double value;

        Joint(double[] car, BessInputs bess, int from, int to, HomeState state, Commitments sold) {
            this.car = car;
            this.bess = bess;
            this.from = from;
            this.to = to;
            this.state = state;
            this.sold = sold;
            this.plan = StoragePlan.of(home, bess, from, to, car, sold);
            this.value = follow(plan, bess, from, to, state, sold, own, energyKwh, car);
        }

        double answer(int t, double carKw) {
            return plan.answer(t, energyKwh[t], carKw);
        }

        Joint towards(double[] proposal, double share) {
            double[] mixed = new double[car.length];
            Arrays.setAll(mixed, k -> car[k] + share * (proposal[k] - car[k]));
            return new Joint(mixed, bess, from, to, state, sold);
        }
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
            BatteryStage stage = new BatteryStage(SiteReading.of(home, t, car[t]), bess, delta, sold.reserveAt(t));
            own[t] = plan.bestKw(t, energy, delta);
            energy += stage.changeFor(own[t]) - stage.soldDrainKwh();
            charged += car[t];
        }
        EvInputs ev = home.ev();
        double carValue = ev == null ? 0 : charged * ev.eta() * Horizon.DELTA_HOURS * home.endValuePerKwh();
        return plan.startValue(start.bessKwh()) + carValue;
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
        return plan == null || !plan.covers(t) ? home.endValuePerKwh() * state.bessKwh() : plan.tail(t, state.bessKwh());
    }

    @Override
    public HomeController copy() {
        return new ValueController(this);
    }
}
