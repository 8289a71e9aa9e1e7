package org.vppworkbench.app.ui.session;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.OwnData;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.Scenario;

/**
 * What the user edits.
 *
 * @param scenario choices for a run
 * @param fleet the homes
 * @param own data the user brought, or {@code null} for those of the sample
 */
public record Document(Scenario scenario, Fleet fleet, @Nullable OwnData own) {
    /** A document on the data of a sample. */
    public Document(Scenario scenario, Fleet fleet) {
        this(scenario, fleet, null);
    }

    public Document with(Scenario newScenario) {
        return new Document(newScenario, fleet, own);
    }

    public Document with(Fleet newFleet) {
        return new Document(scenario, newFleet, own);
    }

    /** The same data with another scenario and fleet. */
    public Document with(Scenario newScenario, Fleet newFleet) {
        return new Document(newScenario, newFleet, own);
    }
}
