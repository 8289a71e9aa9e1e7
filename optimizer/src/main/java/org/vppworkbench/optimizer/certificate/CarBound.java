package org.vppworkbench.optimizer.certificate;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;
import static org.vppworkbench.optimizer.certificate.DualBound.addBox;
import static org.vppworkbench.optimizer.certificate.DualBound.clip;

import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.numerics.OutwardSum;
import org.vppworkbench.optimizer.schedule.HomeMultipliers;

/** Part of one car in {@link DualBound}. */
final class CarBound implements StorageBound {
    private final CertificateRules rules;
    private final ProsumerInputs home;
    private final EvInputs ev;
    private final HomeMultipliers m;
    private final double[] meter;

    /**
     * @param meter worth of a kW at the whole meter per interval [$]
     */
    CarBound(CertificateRules rules, ProsumerInputs home, EvInputs ev, HomeMultipliers m, double[] meter) {
        this.rules = rules;
        this.home = home;
        this.ev = ev;
        this.m = m;
        this.meter = meter;
    }

    @Override
    public void addEnergies(OutwardSum total) {
        int n = meter.length;
        double[] least = rules.evLeast(home, ev.minKwh());
        double[] weight = new double[n];
        for (int k = 0; k < rules.soft(home).size(); k++) {
            if (rules.soft(home).get(k) instanceof SoftPreference.CarReady r && m.soft().get(k).length() == 1) {
                double w = clip(m.soft().get(k).at(0), 0, r.usdPerUnit());
                total.add(-w * r.limitKwh());
                if (r.interval() == 0) {
                    total.add(w * ev.initialKwh());
                } else {
                    weight[r.interval() - 1] += w;
                }
            }
        }
        total.add((m.evValue().at(0) - home.endValuePerKwh()) * ev.initialKwh(),
                (Math.abs(m.evValue().at(0)) + Math.abs(home.endValuePerKwh())) * ev.initialKwh());
        for (int t = 0; t < n; t++) {
            addEnergy(total, t, least[t], weight[t]);
        }
    }

    /** Adds the better end of the energy at the end of an interval, and its trip. */
    private void addEnergy(OutwardSum total, int t, double least, double weight) {
        double p = m.evValue().at(t);
        double following = t + 1 < meter.length ? m.evValue().at(t + 1) : home.endValuePerKwh();
        total.add(-p * ev.drivenKwh().at(t));
        addBox(total, following - p + weight, Math.abs(following) + Math.abs(p) + weight, least, ev.capacityKwh());
    }

    @Override
    public double chargeUsd(int t) {
        return ev.eta() * DELTA_HOURS * m.evValue().at(t) - meter[t];
    }

    @Override
    public double dischargeUsd(int t) {
        return meter[t] - DELTA_HOURS * m.evValue().at(t) / ev.eta() - ev.degradationPerKwh() * DELTA_HOURS;
    }

    @Override
    public double inKw(int t) {
        return ev.plugged().get(t) ? ev.chargeKw() : 0;
    }

    @Override
    public double outKw(int t) {
        return ev.plugged().get(t) ? ev.v2gKw() : 0;
    }

    @Override
    public double size(int t) {
        return Math.abs(meter[t]) + Math.abs(m.evValue().at(t)) / ev.eta() + Math.abs(ev.degradationPerKwh());
    }
}
