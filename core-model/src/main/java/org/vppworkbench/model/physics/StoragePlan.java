package org.vppworkbench.model.physics;

import java.util.List;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.time.Horizon;

/**
 * The storage value function of one battery over a window, from an exact dynamic program on bill, wear, floor discomfort
 * and end value, with what is already sold as firm commitments ({@code model.md} §2, §6). {@code after(t)} is the value of
 * ending interval {@code t} with a given energy. Immutable; {@link #revised} recomputes only the intervals a new contract
 * can change.
 */
final class StoragePlan {
    private static final double DT = Horizon.DELTA_HOURS;

    private final ProsumerInputs home;
    private final BessInputs bess;
    /** What the battery may not fall below at each boundary of the window, from its start to its end [kWh]. */
    private final double[] floorKwh;
    private final double highKwh;
    private final int from;
    private final int to;
    private final double[] carKw;
    private final Commitments sold;
    private final ConcaveCurve[] after;
    /** What each interval is worth as planned, with what is sold in it. */
    private final BatteryStage[] stages;
    private final List<SoftPreference.Floor> softFloors;

    private StoragePlan(
            ProsumerInputs home, BessInputs bess, int from, int to, double[] carKw, Commitments sold) {
        this.home = home;
        this.bess = bess;
        this.floorKwh = new double[to - from + 1];
        double most = bess.maxKwh();
        for (int k = 0; k < floorKwh.length; k++) {
            floorKwh[k] = home.hard().floorKwh(bess, from + k);
            most = Math.max(most, floorKwh[k]);
        }
        this.highKwh = most;
        this.from = from;
        this.to = to;
        this.carKw = carKw;
        this.sold = sold;
        this.after = new ConcaveCurve[to - from];
        this.stages = new BatteryStage[to - from];
        this.softFloors = PlanProgram.softFloors(home);
    }

    private StoragePlan(StoragePlan plan, Commitments sold, ConcaveCurve[] after) {
        this.home = plan.home;
        this.bess = plan.bess;
        this.floorKwh = plan.floorKwh;
        this.highKwh = plan.highKwh;
        this.from = plan.from;
        this.to = plan.to;
        this.carKw = plan.carKw;
        this.sold = sold;
        this.after = after;
        this.stages = plan.stages.clone();
        this.softFloors = plan.softFloors;
    }

    /**
     * Plans the quarter hours of a window; the days repeated after it only price what is left at its end, above the floor
     * there.
     *
     * @param carKw what the car draws per step of the window, negative where it feeds the home [kW]
     */
    static StoragePlan of(ProsumerInputs home, BessInputs bess, PlanWindow window, double[] carKw, Commitments sold) {
        int to = window.from + window.quarters;
        StoragePlan plan = new StoragePlan(home, bess, window.from, to, carKw, sold);
        double last = plan.floorKwh[to - window.from];
        ConcaveCurve end = ConcaveCurve.linear(last, plan.highKwh, home.endValuePerKwh());
        for (int k = window.steps - 1; k >= window.quarters; k--) {
            SiteReading site = window.site(k, carKw[k]);
            BatteryStage stage = new BatteryStage(site, bess, 0, 0, window.hours[k]);
            end = plan.discomfort(end, window.hours[k]).backward(stage.curve(), last, plan.highKwh);
        }
        for (int t = to - 1; t >= window.from; t--) {
            plan.stages[t - window.from] = new BatteryStage(
                    SiteReading.of(home, t, carKw[t - window.from]), bess, plan.energy(t), sold.reserveAt(t), DT);
        }
        plan.fill(to - 1, window.from, end);
        return plan;
    }

    /** The same plan with other commitments, usable from {@code now} on. */
    StoragePlan revised(Commitments newSold, int now) {
        int first = Math.max(now, from);
        int last = Math.min(newSold.differsUntil(sold), to);
        if (last <= first) {
            return new StoragePlan(this, newSold, after);
        }
        ConcaveCurve[] copy = new ConcaveCurve[after.length];
        System.arraycopy(after, Math.max(0, last - 1 - from), copy, Math.max(0, last - 1 - from), to - Math.max(from, last - 1));
        StoragePlan plan = new StoragePlan(this, newSold, copy);
        if (last - 1 > first) {
            plan.fill(last - 2, first, plan.before(last - 1));
        }
        return plan;
    }

    /** Fills {@code after} from interval {@code last} back to {@code first}, given the value of starting {@code last + 1}. */
    private void fill(int last, int first, ConcaveCurve startOfNext) {
        ConcaveCurve next = startOfNext;
        for (int t = last; t >= first; t--) {
            next = discomfort(next, DT);
            after[t - from] = next;
            if (t > first) {
                next = before(t);
            }
        }
    }

    private ConcaveCurve discomfort(ConcaveCurve end, double hours) {
        ConcaveCurve curve = end;
        for (SoftPreference.Floor soft : softFloors) {
            curve = curve.minusBelow(soft.limitKwh(), soft.usdPerUnit() * hours);
        }
        return curve;
    }

    /** Value of starting interval {@code t} with a given energy. */
    private ConcaveCurve before(int t) {
        BatteryStage stage = planned(t);
        ConcaveCurve start = after[t - from]
                .shifted(stage.soldDrainKwh())
                .backward(stage.curve(), floorKwh[t - from], highKwh);
        double reserve = sold.reserveAt(t);
        double held = Math.min(floorKwh[t - from], floorKwh[t + 1 - from]) + reserve * 0.5 / bess.etaDischarge();
        return start.minusBelow(held, reserve > 0 ? BatteryStage.FIRM * DT * bess.etaDischarge() / 0.5 : 0);
    }

    /** The stage of an interval as planned; that of the plan before, where nothing else is sold in it. */
    private BatteryStage planned(int t) {
        BatteryStage known = stages[t - from];
        BatteryStage stage = stage(t, known.site(), energy(t), sold.reserveAt(t));
        stages[t - from] = stage;
        return stage;
    }

    /** The stage of an interval as it is; the planned one, where it is as planned. */
    private BatteryStage stage(int t, SiteReading site, double soldKw, double reserveKw) {
        BatteryStage known = stages[t - from];
        return known.is(site, soldKw, reserveKw) ? known : new BatteryStage(site, bess, soldKw, reserveKw, DT);
    }

    private double energy(int t) {
        return Math.min(sold.energyAt(t), bess.dischargeKw());
    }

    /** The best own power in interval {@code t} given what the home measures [kW]. */
    double bestKw(int t, double bessKwh, double soldKw, SiteReading site) {
        BatteryStage stage = stage(t, site, soldKw, sold.reserveAt(t));
        return stage.best(bessKwh - stage.soldDrainKwh(), after[t - from]);
    }

    /** What the window is worth after interval {@code t} has ended with {@code bessKwh}; its own discomfort is past [$]. */
    double tail(int t, double bessKwh) {
        double value = after[t - from].value(bessKwh);
        for (SoftPreference.Floor soft : softFloors) {
            value += soft.usdPerUnit() * DT * Math.max(0, soft.limitKwh() - bessKwh);
        }
        return value;
    }

    boolean covers(int t) {
        return t >= from && t < to;
    }
}
