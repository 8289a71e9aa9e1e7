package org.vppworkbench.app.experiment;

import org.vppworkbench.model.metrics.ProcessObserver;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.simulation.PresentationOrder;

/** What the observer of a run has to know of its scenario. */
final class Observation {
    private Observation() {}

    /** An observer that knows in which order and at which scale its agents saw homes and prices. */
    static ProcessObserver of(Scenario scenario) {
        LanguageSettings language = scenario.language();
        return language == null
                ? new ProcessObserver(scenario.market().rules())
                : new ProcessObserver(
                        scenario.market().rules(),
                        new PresentationOrder(language.order(), scenario.seed()),
                        language.guards().priceScale());
    }
}
