package org.vppworkbench.model.physics;

import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.scenario.Behaviour;

/** Makes the controller of a home plan. */
public final class HomePlans {
    private HomePlans() {}

    /**
     * The controller of one home.
     *
     * @param outlook all that it knows
     * @param days the local days of the run
     */
    public static HomeController of(HomeOutlook outlook, Behaviour behaviour, DayGrid days) {
        return behaviour.homePlan() == HomePlanKind.BILL_OPTIMAL
                ? new ValueController(outlook, behaviour.carPlan(), days)
                : new NaiveController(outlook, behaviour.homePlan(), behaviour.carPlan(), days);
    }
}
