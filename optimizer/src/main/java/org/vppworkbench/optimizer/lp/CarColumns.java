package org.vppworkbench.optimizer.lp;

import static org.vppworkbench.model.time.Horizon.DELTA_HOURS;

import org.vppworkbench.model.inputs.EvInputs;

/** The car of one home: columns evc and e with its trips and ready times ({@code model.md} §2). */
final class CarColumns {
    final int[] charge;
    final int[] energy;
    final int[] stateRow;

    CarColumns(LinearProgramBuilder lp, HomeRules rules, EvInputs ev) {
        int n = rules.intervals();
        charge = new int[n];
        energy = new int[n + 1];
        stateRow = new int[n];
        energy[0] = lp.column(ev.initialKwh(), ev.initialKwh(), 0);
        double endValue = rules.home().endValuePerKwh();
        for (int t = 0; t < n; t++) {
            boolean plugged = ev.plugged().get(t);
            charge[t] = plugged ? lp.column(0, ev.chargeKw(), 0) : -1;
            energy[t + 1] = lp.column(rules.evLeastKwh(t + 1), ev.capacityKwh(), t + 1 == n ? endValue : 0);
            stateRow[t] = lp.row(-ev.drivenKwh().at(t), Elimination.state(t));
            lp.put(stateRow[t], energy[t + 1], 1);
            lp.put(stateRow[t], energy[t], -1);
            if (plugged) {
                lp.put(stateRow[t], charge[t], -ev.eta() * DELTA_HOURS);
            }
        }
    }
}
