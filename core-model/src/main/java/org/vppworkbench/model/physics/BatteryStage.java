package org.vppworkbench.model.physics;

import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.time.Horizon;

/**
 * The value of one step as a function of the home's own battery power: retail bill, wear, and a firm price on reserve that
 * own use would make unavailable. Piecewise linear; its kinks are the only places an optimum can lie. Immutable.
 */
final class BatteryStage {
    /**
     * Price at which a home holds reserve it has sold [$/kW·h of availability lost]: above every real price, so that sold
     * reserve is a firm commitment whose cost shows in the bill. Assumption.
     */
    static final double FIRM = 50;

    private static final int MOST_KINKS = 10;
    private static final double SAME_VALUE = 1e-12;

    private final SiteReading site;
    private final BessInputs bess;
    private final double soldKw;
    private final double reserveKw;
    private final double hours;
    private final double netLoadKw;
    private final double[] kinks = new double[MOST_KINKS];
    private final int count;
    private final ConcaveCurve curve;
    private final boolean concave;

    /**
     * @param soldKw energy delivered in this step
     * @param reserveKw reserve sold in this step
     * @param hours length of the step
     */
    BatteryStage(SiteReading site, BessInputs bess, double soldKw, double reserveKw, double hours) {
        this.site = site;
        this.bess = bess;
        this.soldKw = soldKw;
        this.reserveKw = reserveKw;
        this.hours = hours;
        this.netLoadKw = site.netLoadKw();
        this.count = findKinks();
        double[] changes = new double[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            changes[i] = changeFor(kinks[i]);
            values[i] = value(kinks[i]);
        }
        this.curve = ConcaveCurve.hull(changes, values, count);
        boolean onHull = true;
        if (site.importPrice() < 0 || site.exportPrice() < 0) {
            for (int i = 0; i < count; i++) {
                onHull &= curve.value(changes[i]) <= values[i] + SAME_VALUE;
            }
        }
        this.concave = onHull;
    }

    SiteReading site() {
        return site;
    }

    /** Whether this is the stage of the same battery and step for these circumstances. */
    boolean is(SiteReading otherSite, double otherSoldKw, double otherReserveKw) {
        return soldKw == otherSoldKw && reserveKw == otherReserveKw && site.equals(otherSite);
    }

    /** Value of own power [$], + discharges. */
    double value(double ownKw) {
        double wear = bess.degradationPerKwh() * Math.max(0, ownKw) * hours;
        double withheld = Math.max(0, soldKw + ownKw + reserveKw - bess.dischargeKw());
        double lost = reserveKw > 0 ? FIRM * hours * Math.min(withheld, reserveKw) : 0;
        return RetailMeter.value(site, ownKw - netLoadKw, soldKw) * (hours / Horizon.DELTA_HOURS) - wear - lost;
    }

    double leastKw() {
        return soldKw > 0 ? 0 : -bess.chargeKw();
    }

    double mostKw() {
        return Math.max(0, bess.dischargeKw() - soldKw);
    }

    /** Own power for a change of stored energy [kW]; the change excludes what is sold. */
    double powerFor(double changeKwh) {
        return changeKwh >= 0 ? -changeKwh / (bess.etaCharge() * hours) : -changeKwh * bess.etaDischarge() / hours;
    }

    /** Change of stored energy for own power [kWh]. */
    double changeFor(double ownKw) {
        return ownKw >= 0 ? -ownKw * hours / bess.etaDischarge() : -ownKw * bess.etaCharge() * hours;
    }

    /** Energy drained by what is sold [kWh]. */
    double soldDrainKwh() {
        return soldKw * hours / bess.etaDischarge();
    }

    /** Own powers at which the value has a kink, limits included, ascending in stored energy (discharge first). */
    private int findKinks() {
        double pv = site.pvKw();
        double least = leastKw();
        double most = mostKw();
        int n = insert(least, 0);
        n = insert(most, n);
        n = insert(0, n);
        n = insert(netLoadKw, n);
        n = insert(netLoadKw + pv, n);
        n = insert(netLoadKw + site.exportLimitKw() - soldKw, n);
        n = insert(netLoadKw + pv + site.exportLimitKw() - soldKw, n);
        n = insert(netLoadKw - site.importLimitKw() - soldKw, n);
        n = insert(netLoadKw + pv - site.importLimitKw() - soldKw, n);
        return insert(bess.dischargeKw() - soldKw - reserveKw, n);
    }

    private int insert(double power, int n) {
        if (power < leastKw() || power > mostKw()) {
            return n;
        }
        int at = n;
        while (at > 0 && kinks[at - 1] < power) {
            kinks[at] = kinks[at - 1];
            at--;
        }
        kinks[at] = power;
        return n + 1;
    }

    /** The concave hull of the value over the change of stored energy. */
    ConcaveCurve curve() {
        return curve;
    }

    /**
     * The best own power before a value of stored energy [kW]; among equals the one that moves the least energy.
     *
     * @param base energy after what is sold has left [kWh]
     * @param next value of the energy the step ends with
     */
    double best(double base, ConcaveCurve next) {
        return concave ? powerFor(ConcaveCurve.bestChange(curve, next, base)) : bestOfKinks(base, next);
    }

    private double bestOfKinks(double base, ConcaveCurve next) {
        double bestPower = 0;
        double best = value(0) + next.value(base);
        for (int i = 0; i < count + next.points(); i++) {
            double power = i < count ? kinks[i] : powerFor(next.point(i - count) - base);
            if (power < leastKw() || power > mostKw()) {
                continue;
            }
            double value = value(power) + next.value(base + changeFor(power));
            double margin = 1e-10 * (1 + Math.abs(best));
            if (value > best + margin || (value > best - margin && Math.abs(power) < Math.abs(bestPower) - 1e-9)) {
                best = Math.max(best, value);
                bestPower = power;
            }
        }
        return bestPower;
    }
}
