package org.vppworkbench.app.ui.session;

import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.Scenario;

/**
 * What the user edits.
 *
 * @param scenario choices for a run
 * @param fleet the homes
 */
public record Document(Scenario scenario, Fleet fleet) {
    public Document with(Scenario newScenario) {
        return new Document(newScenario, fleet);
    }

    public Document with(Fleet newFleet) {
        return new Document(scenario, newFleet);
    }
}
