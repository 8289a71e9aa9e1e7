package org.vppworkbench.optimizer.lp;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.time.TimeSeries;

/**
 * A battery or a car, which {@code model.md} §2 treats alike: {@code e[t+1] = e[t] + ηc·in·Δ − out·Δ/ηd − driven[t]} within
 * an energy window, {@code in/Pin + out/Pout ≤ 1}. A car moves energy only while it is plugged in.
 */
public final class Storage {
    private final double chargeKw;
    private final double dischargeKw;
    private final double etaCharge;
    private final double etaDischarge;
    private final double wearPerKwh;
    private final double initialKwh;
    private final double mostKwh;
    private final double[] leastKwh;
    private final TimeSeries drivenKwh;
    private final IntPredicate connected;

    private Storage(
            double chargeKw,
            double dischargeKw,
            double etaCharge,
            double etaDischarge,
            double wearPerKwh,
            double initialKwh,
            double mostKwh,
            double[] leastKwh,
            TimeSeries drivenKwh,
            IntPredicate connected) {
        this.chargeKw = chargeKw;
        this.dischargeKw = dischargeKw;
        this.etaCharge = etaCharge;
        this.etaDischarge = etaDischarge;
        this.wearPerKwh = wearPerKwh;
        this.initialKwh = initialKwh;
        this.mostKwh = mostKwh;
        this.leastKwh = leastKwh;
        this.drivenKwh = drivenKwh;
        this.connected = connected;
    }

    /** The battery of a home, if it has one. */
    public static Optional<Storage> battery(HomeRules rules) {
        BessInputs bess = rules.home().bess();
        if (bess == null) {
            return Optional.empty();
        }
        double[] least = new double[rules.intervals() + 1];
        java.util.Arrays.setAll(least, rules::floorKwh);
        return Optional.of(new Storage(
                bess.chargeKw(),
                bess.dischargeKw(),
                bess.etaCharge(),
                bess.etaDischarge(),
                bess.degradationPerKwh(),
                bess.initialKwh(),
                bess.maxKwh(),
                least,
                TimeSeries.constant(rules.intervals(), 0),
                _ -> true));
    }

    /** The car of a home, if it has one. */
    public static Optional<Storage> car(HomeRules rules) {
        EvInputs ev = rules.home().ev();
        if (ev == null) {
            return Optional.empty();
        }
        double[] least = new double[rules.intervals() + 1];
        java.util.Arrays.setAll(least, rules::evLeastKwh);
        return Optional.of(new Storage(
                ev.chargeKw(),
                ev.v2gKw(),
                ev.eta(),
                ev.eta(),
                ev.degradationPerKwh(),
                ev.initialKwh(),
                ev.capacityKwh(),
                least,
                ev.drivenKwh(),
                ev.plugged()::get));
    }

    /** Most that flows in [kW, AC]. */
    public double chargeKw(int t) {
        return connected.test(t) ? chargeKw : 0;
    }

    /** Most that flows out [kW, AC]. */
    public double dischargeKw(int t) {
        return connected.test(t) ? dischargeKw : 0;
    }

    public double etaCharge() {
        return etaCharge;
    }

    public double etaDischarge() {
        return etaDischarge;
    }

    /** Wear [$ per kWh that flows out, AC]. */
    public double wearPerKwh() {
        return wearPerKwh;
    }

    public double initialKwh() {
        return initialKwh;
    }

    public double mostKwh() {
        return mostKwh;
    }

    /** Least energy at the start of interval {@code t}; {@code t = T} is the end of the horizon [kWh]. */
    public double leastKwh(int t) {
        return leastKwh[t];
    }

    /** Energy that the 30-minute test in interval {@code t} leaves alone: the lower of the least at its start and end [kWh]. */
    public double behindReserveKwh(int t) {
        return Math.min(leastKwh[t], leastKwh[t + 1]);
    }

    /** Energy driven in interval {@code t} [kWh]. */
    public double drivenKwh(int t) {
        return drivenKwh.at(t);
    }
}
