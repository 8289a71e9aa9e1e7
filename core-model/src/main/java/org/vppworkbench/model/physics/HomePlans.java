package org.vppworkbench.model.physics;

import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.scenario.Behaviour;

/** Makes the controller of a home plan. */
public final class HomePlans {
    private HomePlans() {}

    public static HomeController of(ProsumerInputs home, Behaviour behaviour, int intervals) {
        return behaviour.homePlan() == HomePlanKind.BILL_OPTIMAL
                ? new ValueController(home, behaviour.carPlan(), intervals)
                : new NaiveController(home, behaviour.homePlan(), behaviour.carPlan(), intervals);
    }
}
