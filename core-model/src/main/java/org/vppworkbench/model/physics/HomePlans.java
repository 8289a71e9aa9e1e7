package org.vppworkbench.model.physics;

import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.scenario.Behaviour;

/** Makes the controller of a home plan. */
public final class HomePlans {
    private HomePlans() {}

    public static HomeController of(HomeOutlook outlook, Behaviour behaviour, int intervals) {
        ProsumerInputs home = outlook.expected();
        return behaviour.homePlan() == HomePlanKind.BILL_OPTIMAL
                ? new ValueController(home, behaviour.carPlan(), intervals)
                : new NaiveController(home, behaviour.homePlan(), behaviour.carPlan(), intervals);
    }
}
