package org.vppworkbench.model.physics;

import java.util.Arrays;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.time.Horizon;

/**
 * The value of one interval as a function of the home's own battery power: retail bill, wear, and a firm price on reserve
 * that own use would make unavailable. Piecewise linear; its kinks are the only places an optimum can lie.
 */
final class BatteryStage {
    /**
     * Price at which a home holds reserve it has sold [$/kW·h of availability lost]: above every real price, so that sold
     * reserve is a firm commitment whose cost shows in the bill. Assumption.
     */
    static final double FIRM = 50;

    private static final double DT = Horizon.DELTA_HOURS;

    private final SiteReading site;
    private final BessInputs bess;
    private final double soldKw;
    private final double reserveKw;
    private final double netLoadKw;

    /**
     * @param soldKw energy delivered in this interval
     * @param reserveKw reserve sold in this interval
     */
    BatteryStage(SiteReading site, BessInputs bess, double soldKw, double reserveKw) {
        this.site = site;
        this.bess = bess;
        this.soldKw = soldKw;
        this.reserveKw = reserveKw;
        this.netLoadKw = site.netLoadKw();
    }

    /** Value of own power [$], + discharges. */
    double value(double ownKw) {
        double wear = bess.degradationPerKwh() * Math.max(0, ownKw) * DT;
        double withheld = Math.max(0, soldKw + ownKw + reserveKw - bess.dischargeKw());
        double lost = reserveKw > 0 ? FIRM * DT * Math.min(withheld, reserveKw) : 0;
        return RetailMeter.value(site, ownKw - netLoadKw, soldKw) - wear - lost;
    }

    double leastKw() {
        return soldKw > 0 ? 0 : -bess.chargeKw();
    }

    double mostKw() {
        return Math.max(0, bess.dischargeKw() - soldKw);
    }

    /** Own power for a change of stored energy [kW]; the change excludes what is sold. */
    double powerFor(double changeKwh) {
        return changeKwh >= 0 ? -changeKwh / (bess.etaCharge() * DT) : -changeKwh * bess.etaDischarge() / DT;
    }

    /** Change of stored energy for own power [kWh]. */
    double changeFor(double ownKw) {
        return ownKw >= 0 ? -ownKw * DT / bess.etaDischarge() : -ownKw * bess.etaCharge() * DT;
    }

    /** Energy drained by what is sold [kWh]. */
    double soldDrainKwh() {
        return soldKw * DT / bess.etaDischarge();
    }

    /** Own powers at which the value has a kink, ascending in stored energy (discharge first), limits included. */
    double[] kinks() {
        double least = leastKw();
        double most = mostKw();
        double pv = site.pvKw();
        double[] all = {
            least,
            most,
            0,
            netLoadKw,
            netLoadKw + pv,
            netLoadKw + site.exportLimitKw() - soldKw,
            netLoadKw + pv + site.exportLimitKw() - soldKw,
            netLoadKw - site.importLimitKw() - soldKw,
            netLoadKw + pv - site.importLimitKw() - soldKw,
            bess.dischargeKw() - soldKw - reserveKw,
        };
        int n = 0;
        for (double kink : all) {
            if (kink >= least && kink <= most) {
                all[n++] = kink;
            }
        }
        double[] inside = Arrays.copyOf(all, n);
        Arrays.sort(inside);
        for (int i = 0; i < n / 2; i++) {
            double swap = inside[i];
            inside[i] = inside[n - 1 - i];
            inside[n - 1 - i] = swap;
        }
        return inside;
    }

    /** The concave hull of the value over the change of stored energy. */
    ConcaveCurve curve() {
        double[] powers = kinks();
        double[] changes = new double[powers.length];
        double[] values = new double[powers.length];
        for (int i = 0; i < powers.length; i++) {
            changes[i] = changeFor(powers[i]);
            values[i] = value(powers[i]);
        }
        return ConcaveCurve.hull(changes, values, powers.length);
    }
}
