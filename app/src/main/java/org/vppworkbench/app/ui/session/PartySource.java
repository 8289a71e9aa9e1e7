package org.vppworkbench.app.ui.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.RunParties;
import org.vppworkbench.model.scenario.ExternalChecks;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.HumanSeat;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.Scenario;

/** Where language models and programs of the user come from when a run is started in the window. */
@FunctionalInterface
public interface PartySource {
    /** Nobody but rules. */
    PartySource RULES = scenario -> RunParties.NONE;

    /**
     * Who takes part in a run.
     *
     * @return {@code null} where the user did not agree to what it takes; nothing is started then
     */
    @Nullable RunParties of(ResolvedScenario scenario);

    /** The scenario with a person in a place. */
    static ResolvedScenario seated(ResolvedScenario scenario, HumanSeat place) {
        Scenario chosen = scenario.scenario();
        return new ResolvedScenario(
                chosen.withAgents(chosen.agents().withHumans(List.of(place))), scenario.fleet(), scenario.inputs(),
                scenario.behaviours(), scenario.skipped(), scenario.provenance(), scenario.forecastReport());
    }

    /** What stands against the persons and programs of a scenario; empty where they can sit. */
    static List<Finding> objections(ResolvedScenario scenario) {
        return ExternalChecks.problems(scenario.scenario(), scenario.fleet());
    }
}
