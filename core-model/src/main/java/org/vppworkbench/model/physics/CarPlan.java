package org.vppworkbench.model.physics;

import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.time.Horizon;

/**
 * When a car charges: the exact dynamic program on bill and end value that meets every departure, given what the battery
 * does. The same method as {@link StoragePlan}, for a device that only charges.
 */
final class CarPlan {
    private static final double DT = Horizon.DELTA_HOURS;

    private final ProsumerInputs home;
    private final EvInputs ev;
    private final double[] leastKwh;
    private final double[] viableKwh;

    CarPlan(ProsumerInputs home, EvInputs ev, int intervals) {
        this.home = home;
        this.ev = ev;
        this.leastKwh = requirements(home, ev, intervals);
        this.viableKwh = viable(home, ev, leastKwh);
    }

    /** Least energy at the start of each interval: the trip that leaves there, and what the owner demands [kWh]. */
    static double[] requirements(ProsumerInputs home, EvInputs ev, int intervals) {
        double[] least = new double[intervals];
        for (int t = 0; t < intervals; t++) {
            least[t] = ev.minKwh() + ev.drivenKwh().at(t);
        }
        for (HardPreferences.EvReady ready : home.hard().evReady()) {
            least[ready.interval()] = Math.max(least[ready.interval()], ready.kwh());
        }
        return least;
    }

    /**
     * Least energy at the start of each interval, and at the end of the horizon, from which charging at full power still
     * meets every later departure [kWh]. A plan must end with that much: the owner knows the habits of the week, and a car
     * that is plugged in only now and then would otherwise be left short by a plan over 48 hours.
     */
    static double[] viable(ProsumerInputs home, EvInputs ev, double[] leastKwh) {
        int intervals = leastKwh.length;
        double[] viable = new double[intervals + 1];
        viable[intervals] = ev.minKwh();
        for (int t = intervals - 1; t >= 0; t--) {
            double most = ev.plugged().get(t) ? ev.eta() * mostKw(home, ev, t) * DT : 0;
            double later = Math.min(viable[t + 1] + ev.drivenKwh().at(t) - most, ev.capacityKwh());
            viable[t] = Math.max(leastKwh[t], later);
        }
        return viable;
    }

    /** What charger and meter allow without help from a battery [kW]. */
    static double mostKw(ProsumerInputs home, EvInputs ev, int t) {
        double meter = home.importLimitKw() - home.load().at(t) + home.pv().at(t);
        return Math.max(0, Math.min(ev.chargeKw(), meter));
    }

    /** What it is worth to the home that the car draws some power in an interval. */
    @FunctionalInterface
    interface Worth {
        /** Value [$], up to a constant per interval. */
        double usd(int t, double carKw);
    }

    /** The worth of car charging against a fixed battery schedule. */
    Worth against(double[] ownKw) {
        return (t, carKw) -> {
            SiteReading site = SiteReading.of(home, t, carKw);
            return RetailMeter.value(site, ownKw[t] - site.netLoadKw(), 0);
        };
    }

    /**
     * The cheapest charging over {@code [from, to)}, written into {@code carKw}.
     *
     * @param ownKw the battery's own use per interval of the horizon [kW], + discharges: where the bill may have kinks
     * @param worth what charging is worth
     */
    void plan(int from, int to, double evKwh, double[] ownKw, Worth worth, double[] carKw) {
        ConcaveCurve[] after = new ConcaveCurve[to - from];
        ConcaveCurve next = ConcaveCurve.linear(ev.minKwh(), ev.capacityKwh(), home.endValuePerKwh())
                .minusBelow(viableKwh[to], ConcaveCurve.PENALTY);
        for (int t = to - 1; t >= from; t--) {
            after[t - from] = next;
            next = before(t, next.shifted(ev.drivenKwh().at(t)), ownKw, worth);
        }
        double energy = evKwh;
        for (int t = from; t < to; t++) {
            double driven = ev.drivenKwh().at(t);
            carKw[t] = best(t, energy - driven, after[t - from], ownKw, worth);
            energy += ev.eta() * carKw[t] * DT - driven;
        }
    }

    private ConcaveCurve before(int t, ConcaveCurve next, double[] ownKw, Worth worth) {
        double[] kinks = kinks(t, ownKw[t]);
        double[] changes = new double[kinks.length];
        double[] values = new double[kinks.length];
        for (int i = 0; i < kinks.length; i++) {
            changes[i] = ev.eta() * kinks[i] * DT;
            values[i] = worth.usd(t, kinks[i]);
        }
        ConcaveCurve curve = next.backward(
                ConcaveCurve.hull(changes, values, kinks.length), ev.minKwh(), Math.max(ev.minKwh(), ev.capacityKwh()));
        ConcaveCurve bounded = curve.minusBelow(leastKwh[t], ConcaveCurve.PENALTY);
        for (SoftPreference soft : home.soft()) {
            if (soft instanceof SoftPreference.CarReady ready && ready.interval() == t) {
                bounded = bounded.minusBelow(ready.limitKwh(), ready.usdPerUnit());
            }
        }
        return bounded;
    }

    private double best(int t, double base, ConcaveCurve next, double[] ownKw, Worth worth) {
        double[] kinks = kinks(t, ownKw[t]);
        double most = kinks[kinks.length - 1];
        double bestPower = 0;
        double best = worth.usd(t, 0) + next.value(base);
        for (int i = 0; i < kinks.length + next.points(); i++) {
            double power = i < kinks.length ? kinks[i] : (next.point(i - kinks.length) - base) / (ev.eta() * DT);
            if (power < 0 || power > most) {
                continue;
            }
            double value = worth.usd(t, power) + next.value(base + ev.eta() * power * DT);
            double margin = 1e-10 * (1 + Math.abs(best));
            if (value > best + margin || (value > best - margin && power < bestPower - 1e-9)) {
                best = Math.max(best, value);
                bestPower = power;
            }
        }
        return bestPower;
    }

    /** Charging powers at which the bill has a kink, ascending, limits included [kW]. */
    private double[] kinks(int t, double ownKw) {
        if (!ev.plugged().get(t)) {
            return new double[] {0};
        }
        double surplus = home.pv().at(t) + ownKw - home.load().at(t);
        double solar = home.pv().at(t) - home.load().at(t);
        double most = Math.max(0, Math.min(ev.chargeKw(), solar + home.importLimitKw()));
        double[] all = {
            0, surplus - home.exportLimitKw(), surplus - home.pv().at(t), surplus, solar, most / 4, most / 2, most * 3 / 4, most
        };
        java.util.Arrays.sort(all);
        int n = 0;
        for (double kink : all) {
            if (kink >= 0 && kink <= most) {
                all[n++] = kink;
            }
        }
        return java.util.Arrays.copyOf(all, n);
    }
}
