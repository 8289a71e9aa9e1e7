package org.vppworkbench.optimizer.explain;

import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.optimizer.lp.HomeRules;

/**
 * Power limits of one home's devices in one interval; 0 where there is none, or the car is away.
 *
 * @param charge of the battery [kW]
 * @param discharge of the battery [kW]
 * @param carCharge of the car [kW]
 * @param carDischarge of the car [kW]
 */
record Powers(double charge, double discharge, double carCharge, double carDischarge) {
    static Powers of(HomeRules rules, int t) {
        BessInputs bess = rules.home().bess();
        EvInputs ev = rules.home().ev();
        return new Powers(
                bess == null ? 0 : bess.chargeKw(),
                bess == null ? 0 : bess.dischargeKw(),
                ev == null || !ev.plugged().get(t) ? 0 : ev.chargeKw(),
                rules.v2gKw(t));
    }

    /** The same with relief of one limit; a car that is away gets none. */
    Powers relieved(HomeLimit limit, double by) {
        return new Powers(
                limit == HomeLimit.BATTERY_CHARGE ? charge + by : charge,
                limit == HomeLimit.BATTERY_DISCHARGE ? discharge + by : discharge,
                limit == HomeLimit.CAR_CHARGE && carCharge > 0 ? carCharge + by : carCharge,
                limit == HomeLimit.CAR_DISCHARGE && carDischarge > 0 ? carDischarge + by : carDischarge);
    }
}
