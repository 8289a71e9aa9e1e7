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
    /** Multiplier of the 30-minute test per interval; there is no test in a called one [$/kWh]. */
    private final double[] held;

    /**
     * @param meter worth of a kW at the whole meter per interval [$]
     */
    BatteryBound(CertificateRules rules, ProsumerInputs home, BessInputs bess, HomeMultipliers m, double[] meter) {
        this.rules = rules;
        this.home = home;
        this.bess = bess;
        this.m = m;
        this.meter = meter;
        this.held = new double[meter.length];
        for (int t = 0; t < held.length; t++) {
            held[t] = rules.called(t) ? 0 : Math.max(0, m.reserveEnergy().at(t));
        }
    }

    /** What a kW of reserve costs in an interval because energy must stand behind it [$]. */
    double reserveCostUsd(int t) {
        return 0.5 / bess.etaDischarge() * held[t];
    }

    /** What a kW delivered in a called interval is worth because it counts as held later in the hour [$]. */
    double creditUsd(int t) {
        int end = Horizon.firstInterval(Horizon.hourOf(t)) + Horizon.INTERVALS_PER_HOUR;
        double sum = 0;
        for (int later = t + 1; later < end; later++) {
            sum += held[later];
        }
        return sum * DELTA_HOURS / bess.etaDischarge();
    }

    @Override
    public void addEnergies(OutwardSum total) {
        double[] floor = rules.floorKwh(home, bess);
        double[] floorWeight = floorWeight(total);
        total.add(-home.endValuePerKwh() * bess.initialKwh());
        for (int t = 0; t < meter.length; t++) {
            total.add(-held[t] * rules.behindReserveKwh(home, bess, floor, t));
            addEnergy(total, t, floor[t], floorWeight[t]);
        }
    }

    /** Adds the better end of the energy at the end of an interval. */
    private void addEnergy(OutwardSum total, int t, double floor, double weight) {
        double p = m.bessValue().at(t);
        if (t == 0) {
            total.add((p + held[t]) * bess.initialKwh(), (Math.abs(p) + held[t]) * bess.initialKwh());
        }
        boolean last = t + 1 == meter.length;
        double following = last ? home.endValuePerKwh() : m.bessValue().at(t + 1);
        double nextHeld = last ? 0 : held[t + 1];
        double slope = following - p + nextHeld + weight;
        double size = Math.abs(following) + Math.abs(p) + nextHeld + weight;
        addBox(total, slope, size, floor, bess.maxKwh());
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
