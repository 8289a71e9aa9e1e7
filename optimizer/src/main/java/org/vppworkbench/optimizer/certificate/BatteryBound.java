package org.vppworkbench.optimizer.certificate;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;
import static org.vppworkbench.optimizer.certificate.DualBound.addBox;
import static org.vppworkbench.optimizer.certificate.DualBound.clip;

import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.numerics.OutwardSum;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.optimizer.schedule.HomeMultipliers;

/** Part of one battery in {@link DualBound}. */
final class BatteryBound implements StorageBound {
    private final CertificateRules rules;
    private final ProsumerInputs home;
    private final BessInputs bess;
    private final HomeMultipliers m;
    private final double[] meter;
    private final boolean[] called;

    /**
     * @param meter worth of a kW at the whole meter per interval [$]
     */
    BatteryBound(CertificateRules rules, ProsumerInputs home, BessInputs bess, HomeMultipliers m, double[] meter) {
        this.rules = rules;
        this.home = home;
        this.bess = bess;
        this.m = m;
        this.meter = meter;
        this.called = rules.called();
    }

    /** Multiplier of the 30-minute test; there is no test in a called interval [$/kWh]. */
    private double held(int t) {
        return called[t] ? 0 : Math.max(0, m.reserveEnergy().at(t));
    }

    /** What a kW of reserve costs in an interval because energy must stand behind it [$]. */
    double reserveCostUsd(int t) {
        return 0.5 / bess.etaDischarge() * held(t);
    }

    /** What a kW delivered in a called interval is worth because it counts as held later in the hour [$]. */
    double creditUsd(int t) {
        int end = Horizon.firstInterval(Horizon.hourOf(t)) + Horizon.INTERVALS_PER_HOUR;
        double sum = 0;
        for (int later = t + 1; later < end; later++) {
            sum += held(later);
        }
        return sum * DELTA_HOURS / bess.etaDischarge();
    }

    @Override
    public void addEnergies(OutwardSum total) {
        double floor = rules.floorKwh(home, bess);
        double[] floorWeight = floorWeight(total);
        double endValue = home.endValuePerKwh();
        total.add(-endValue * bess.initialKwh());
        for (int t = 0; t < meter.length; t++) {
            double p = m.bessValue().at(t);
            double held = held(t);
            total.add(-held * floor);
            if (t == 0) {
                total.add((p + held) * bess.initialKwh(), (Math.abs(p) + held) * bess.initialKwh());
            }
            double following = t + 1 < meter.length ? m.bessValue().at(t + 1) : endValue;
            double nextHeld = t + 1 < meter.length ? held(t + 1) : 0;
            double slope = following - p + nextHeld + floorWeight[t];
            double size = Math.abs(following) + Math.abs(p) + nextHeld + floorWeight[t];
            addBox(total, slope, size, floor, bess.maxKwh());
        }
    }

    @Override
    public double chargeUsd(int t) {
        return bess.etaCharge() * DELTA_HOURS * m.bessValue().at(t) - meter[t];
    }

    @Override
    public double dischargeUsd(int t) {
        return meter[t]
                - DELTA_HOURS * m.bessValue().at(t) / bess.etaDischarge()
                - bess.degradationPerKwh() * DELTA_HOURS;
    }

    @Override
    public double inKw(int t) {
        return bess.chargeKw();
    }

    @Override
    public double outKw(int t) {
        return bess.dischargeKw();
    }

    @Override
    public double size(int t) {
        return Math.abs(meter[t])
                + Math.abs(m.bessValue().at(t)) / bess.etaDischarge()
                + Math.abs(bess.degradationPerKwh());
    }

    /** Weight of soft floors on the energy at interval ends [$/kWh]; adds their constants. */
    private double[] floorWeight(OutwardSum total) {
        double[] weight = new double[meter.length];
        for (int k = 0; k < rules.soft(home).size(); k++) {
            if (rules.soft(home).get(k) instanceof SoftPreference.Floor f) {
                for (int t = 0; t < m.soft().get(k).length(); t++) {
                    double w = clip(m.soft().get(k).at(t), 0, f.usdPerUnit() * DELTA_HOURS);
                    weight[t] += w;
                    total.add(-w * f.limitKwh());
                }
            }
        }
        return weight;
    }
}
