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
    private final double floorKwh;
    private final int from;
    private final int to;
    private final double[] carKw;
    private final Commitments sold;
    private final ConcaveCurve[] after;
    private final List<SoftPreference.Floor> softFloors;

    private StoragePlan(
            ProsumerInputs home, BessInputs bess, int from, int to, double[] carKw, Commitments sold, ConcaveCurve[] after) {
        this.home = home;
        this.bess = bess;
        this.floorKwh = home.hard().floorKwh(bess);
        this.from = from;
        this.to = to;
        this.carKw = carKw;
        this.sold = sold;
        this.after = after;
        this.softFloors = home.soft().stream()
                .filter(SoftPreference.Floor.class::isInstance)
                .map(SoftPreference.Floor.class::cast)
                .toList();
    }

    /**
     * Plans {@code [from, to)}.
     *
     * @param carKw car charging per interval of the horizon [kW]; kept, not copied
     */
    static StoragePlan of(ProsumerInputs home, BessInputs bess, int from, int to, double[] carKw, Commitments sold) {
        StoragePlan plan = new StoragePlan(home, bess, from, to, carKw, sold, new ConcaveCurve[to - from]);
        ConcaveCurve end = ConcaveCurve.linear(plan.floorKwh, Math.max(plan.floorKwh, bess.maxKwh()), home.endValuePerKwh());
        plan.fill(to - 1, from, end);
        return plan;
    }

    /** The same plan with other commitments, usable from {@code now} on. */
    StoragePlan revised(Commitments newSold, int now) {
        int first = Math.max(now, from);
        int last = Math.min(newSold.differsUntil(sold), to);
        if (last <= first) {
            return new StoragePlan(home, bess, from, to, carKw, newSold, after);
        }
        ConcaveCurve[] copy = new ConcaveCurve[after.length];
        System.arraycopy(after, Math.max(0, last - 1 - from), copy, Math.max(0, last - 1 - from), to - Math.max(from, last - 1));
        StoragePlan plan = new StoragePlan(home, bess, from, to, carKw, newSold, copy);
        if (last - 1 > first) {
            plan.fill(last - 2, first, plan.before(last - 1));
        }
        return plan;
    }

    /** Fills {@code after} from interval {@code last} back to {@code first}, given the value of starting {@code last + 1}. */
    private void fill(int last, int first, ConcaveCurve startOfNext) {
        ConcaveCurve next = startOfNext;
        for (int t = last; t >= first; t--) {
            for (SoftPreference.Floor soft : softFloors) {
                next = next.minusBelow(soft.limitKwh(), soft.usdPerUnit() * DT);
            }
            after[t - from] = next;
            if (t > first) {
                next = before(t);
            }
        }
    }

    /** Value of starting interval {@code t} with a given energy. */
    private ConcaveCurve before(int t) {
        BatteryStage stage = stage(t, deliverable(t));
        ConcaveCurve start = after[t - from]
                .shifted(stage.soldDrainKwh())
                .backward(stage.curve(), floorKwh, Math.max(floorKwh, bess.maxKwh()));
        double reserve = sold.reserveAt(t);
        double held = floorKwh + reserve * 0.5 / bess.etaDischarge();
        return start.minusBelow(held, reserve > 0 ? BatteryStage.FIRM * DT * bess.etaDischarge() / 0.5 : 0);
    }

    private double deliverable(int t) {
        return Math.min(sold.energyAt(t), bess.dischargeKw());
    }

    private BatteryStage stage(int t, double soldKw) {
        return stage(t, soldKw, SiteReading.of(home, t, carKw[t]));
    }

    private BatteryStage stage(int t, double soldKw, SiteReading site) {
        return new BatteryStage(site, bess, soldKw, sold.reserveAt(t));
    }

    /** The best own power in interval {@code t} as planned [kW]; among equals the one that moves the least energy. */
    double bestKw(int t, double bessKwh, double soldKw) {
        return bestKw(t, bessKwh, stage(t, soldKw));
    }

    /** The best own power in interval {@code t} given what the home measures [kW]. */
    double bestKw(int t, double bessKwh, double soldKw, SiteReading site) {
        return bestKw(t, bessKwh, stage(t, soldKw, site));
    }

    /** Value of interval {@code t} and what follows if the car drew {@code car} kW and the battery answered at its best [$]. */
    double answer(int t, double bessKwh, double car) {
        BatteryStage stage = stage(t, deliverable(t), SiteReading.of(home, t, car));
        double own = bestKw(t, bessKwh, stage);
        return stage.value(own) + after[t - from].value(bessKwh - stage.soldDrainKwh() + stage.changeFor(own));
    }

    private double bestKw(int t, double bessKwh, BatteryStage stage) {
        ConcaveCurve next = after[t - from];
        double base = bessKwh - stage.soldDrainKwh();
        double least = stage.leastKw();
        double most = stage.mostKw();
        double bestPower = 0;
        double best = stage.value(0) + next.value(base);
        double[] kinks = stage.kinks();
        for (int i = 0; i < kinks.length + next.points(); i++) {
            double power = i < kinks.length ? kinks[i] : stage.powerFor(next.point(i - kinks.length) - base);
            if (power < least || power > most) {
                continue;
            }
            double value = stage.value(power) + next.value(base + stage.changeFor(power));
            double margin = 1e-10 * (1 + Math.abs(best));
            if (value > best + margin || (value > best - margin && Math.abs(power) < Math.abs(bestPower) - 1e-9)) {
                best = Math.max(best, value);
                bestPower = power;
            }
        }
        return bestPower;
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

    /** Value of starting the window with {@code bessKwh} [$]. */
    double startValue(double bessKwh) {
        return before(from).value(bessKwh);
    }
}
