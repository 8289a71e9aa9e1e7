package org.vppworkbench.app.ui.session;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.negotiation.external.ExternalMechanism;
import org.vppworkbench.negotiation.llm.settings.Destination;
import org.vppworkbench.negotiation.llm.settings.Endpoint;
import org.vppworkbench.negotiation.llm.settings.Provider;

/** The honest label of a run that is not complete yet: who is to decide in it. */
final class RunLabel {
    private RunLabel() {}

    /**
     * @param own label of the mechanism by itself
     */
    static String of(Scenario scenario, String own) {
        LanguageSettings language = scenario.language();
        boolean byModel = language != null
                && MechanismCatalogue.standard().byModel(scenario.mechanism()).isPresent();
        return ExternalMechanism.label(byModel && language != null ? live(language) : own, scenario.agents());
    }

    private static String live(LanguageSettings language) {
        Provider provider = Provider.of(language.provider());
        @Nullable Endpoint endpoint =
                provider == null ? null : Endpoint.of(provider, language.endpoint()).value();
        return provider == null || endpoint == null
                ? "LLM live " + language.model()
                : new Destination(provider, language.model(), endpoint, null).identity(false).label();
    }
}
