package org.vppworkbench.negotiation.llm.settings;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.LanguageSettings.Budget;

/**
 * What a gateway is told. The provider is text, as it comes from a user; {@link GatewayChecks} says what is wrong with it.
 *
 * @param provider {@code gemini}, {@code openai} or {@code ollama}
 * @param model id as the provider names it
 * @param baseUrl where to ask, or {@code null} for the provider's own address
 * @param key secret of the user, or {@code null}
 * @param limits how hard the server is driven
 * @param thinking how much the model may think
 * @param budget where the talk ends
 */
public record GatewaySettings(
        String provider,
        String model,
        @Nullable String baseUrl,
        @Nullable Secret key,
        Limits limits,
        Thinking thinking,
        Budget budget) {

    public GatewaySettings {
        model = model.strip();
        model = model.startsWith("models/") ? model.substring("models/".length()) : model;
    }

    /** The conditions of a run with a user's key. */
    public static GatewaySettings of(LanguageSettings conditions, @Nullable Secret key) {
        return new GatewaySettings(
                conditions.provider(), conditions.model(), conditions.endpoint(), key, Limits.USUAL, Thinking.LEAST,
                conditions.budget());
    }

    public GatewaySettings with(Limits other) {
        return new GatewaySettings(provider, model, baseUrl, key, other, thinking, budget);
    }

    public GatewaySettings with(Thinking other) {
        return new GatewaySettings(provider, model, baseUrl, key, limits, other, budget);
    }

    public GatewaySettings with(Budget other) {
        return new GatewaySettings(provider, model, baseUrl, key, limits, thinking, other);
    }
}
