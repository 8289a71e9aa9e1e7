package org.vppworkbench.optimizer.repair;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.optimizer.lp.Directions;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/**
 * Chooses one direction for every battery and interval so that alternating intervals reproduce what the relaxation does at
 * once. Where it charges and discharges together, the homes that are most behind with discharging discharge, as many as
 * make up the fleet's discharge of that interval; the others charge (error diffusion over time and homes).
 */
public final class DirectionRounding {
    /** Below this a power counts as 0 [kW]. */
    private static final double IDLE_KW = 1e-3;

    /** Who holds more energy discharges earlier; the weight was chosen by trial. */
    private static final double STORED_WEIGHT = 0.3;

    private final RunInputs inputs;
    private final BitSet[] noCharge;
    private final BitSet[] noDischarge;
    private final double[] behind;

    public DirectionRounding(RunInputs inputs) {
        this.inputs = inputs;
        int homes = inputs.prosumers().size();
        noCharge = new BitSet[homes];
        noDischarge = new BitSet[homes];
        behind = new double[homes];
        for (int i = 0; i < homes; i++) {
            noCharge[i] = new BitSet();
            noDischarge[i] = new BitSet();
        }
    }

    /** The directions chosen so far. */
    public Directions directions(int home) {
        return new Directions(noCharge[home], noDischarge[home]);
    }

    /** Bars a direction wherever the plan uses one or both; returns in how many cases it used both. */
    public int round(FleetSchedule plan) {
        int both = 0;
        for (int t = 0; t < inputs.horizon().intervals(); t++) {
            both += roundInterval(plan, t);
        }
        return both;
    }

    private int roundInterval(FleetSchedule plan, int t) {
        List<Integer> undecided = new ArrayList<>();
        double target = 0;
        for (int i = 0; i < plan.homes().size(); i++) {
            BessInputs bess = inputs.prosumers().get(i).bess();
            if (bess == null || noCharge[i].get(t) || noDischarge[i].get(t)) {
                continue;
            }
            HomeSchedule s = plan.homes().get(i);
            double charge = s.chargeKw().at(t);
            double discharge = s.dischargeKw().at(t);
            if (charge > IDLE_KW && discharge > IDLE_KW) {
                behind[i] += discharge / bess.dischargeKw() - charge / bess.chargeKw();
                target += discharge;
                undecided.add(i);
            } else if (charge > IDLE_KW) {
                noDischarge[i].set(t);
            } else if (discharge > IDLE_KW) {
                noCharge[i].set(t);
            }
        }
        undecided.sort(Comparator.comparingDouble((Integer i) -> -behind[i] - STORED_WEIGHT * stored(plan, i, t))
                .thenComparing(i -> i));
        double chosen = 0;
        for (int i : undecided) {
            double kw = dischargeKw(i);
            if (chosen + 0.5 * kw <= target) {
                noCharge[i].set(t);
                chosen += kw;
                behind[i] -= 1;
            } else {
                noDischarge[i].set(t);
                behind[i] += 1;
            }
        }
        return undecided.size();
    }

    /** Energy above the hard floor in hours of full discharge, before the interval. */
    private double stored(FleetSchedule plan, int home, int t) {
        BessInputs bess = inputs.prosumers().get(home).bess();
        if (bess == null) {
            return 0;
        }
        double energy = t == 0 ? bess.initialKwh() : plan.homes().get(home).bessKwh().at(t - 1);
        return (energy - inputs.prosumers().get(home).hard().floorKwh(bess)) / bess.dischargeKw();
    }

    private double dischargeKw(int home) {
        BessInputs bess = inputs.prosumers().get(home).bess();
        return bess == null ? 0 : bess.dischargeKw();
    }
}
