package org.vppworkbench.negotiation.agent.language;

import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.negotiation.language.Sampling;

/** The sampling that a scenario asks for. */
public final class Samplings {
    private Samplings() {}

    public static Sampling of(LanguageSettings settings) {
        LanguageSettings.Drawing drawing = settings.sampling();
        return new Sampling(drawing.temperature(), drawing.topP(), drawing.seed(), drawing.maxOutputTokens());
    }
}
