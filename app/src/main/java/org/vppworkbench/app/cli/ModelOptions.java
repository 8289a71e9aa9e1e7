package org.vppworkbench.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.download.Environment;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.llm.settings.Provider;
import picocli.CommandLine.Option;

/** The options that say which language model it is; name and address may also stand in the environment. */
final class ModelOptions {
    private static final String DEFAULT_PROVIDER = "gemini";

    @Option(names = "--llm-provider", paramLabel = "ID",
            description = "gemini, openai (and all that speak its protocol) or ollama (default: gemini)")
    @Nullable String provider;

    @Option(names = "--llm-model", paramLabel = "NAME",
            description = "the model as the provider lists it (default: GEMINI_MODEL, OPENAI_MODEL or OLLAMA_MODEL)")
    @Nullable String model;

    @Option(names = "--llm-base-url", paramLabel = "URL",
            description = "another address than the provider's (default: GEMINI_BASE_URL, OPENAI_BASE_URL, OLLAMA_BASE_URL)")
    @Nullable String baseUrl;

    /**
     * A model.
     *
     * @param provider its id
     * @param name as the provider lists it
     * @param url address, or {@code null} for the provider's own
     */
    record Chosen(String provider, String name, @Nullable String url) {}

    /** Adds the options by name, {@code null} where they were not given. */
    void put(Map<String, @Nullable Object> all) {
        all.put("--llm-provider", provider);
        all.put("--llm-model", model);
        all.put("--llm-base-url", baseUrl);
    }

    /**
     * The model: as given, else that of the scenario, else that of the tape, else that of the environment.
     *
     * @param base conditions of the scenario, or {@code null}
     * @param recorded the model of a tape that is to be replayed, or {@code null}
     * @throws RefusedException for a provider that is not known, or where nobody says which model it is
     */
    Chosen over(@Nullable LanguageSettings base, @Nullable ModelIdentity recorded, Environment environment) {
        String who = provider(base, recorded);
        LanguageSettings same = base != null && base.provider().equals(who) ? base : null;
        String name = model;
        String url = baseUrl;
        if (same != null) {
            return new Chosen(who, name == null ? same.model() : name, url == null ? same.endpoint() : url);
        }
        if (recorded != null) {
            return new Chosen(who, name == null ? recorded.model() : name, url);
        }
        String variable = who.toUpperCase(Locale.ROOT);
        name = name == null ? setting(environment, variable + "_MODEL") : name;
        if (name == null) {
            throw RefusedException.because(
                    "--llm-model", "nothing says which model is asked",
                    "--llm-model NAME, or " + variable + "_MODEL in the environment");
        }
        return new Chosen(who, name, url == null ? setting(environment, variable + "_BASE_URL") : url);
    }

    private String provider(@Nullable LanguageSettings base, @Nullable ModelIdentity recorded) {
        String given = provider;
        if (given != null && Provider.of(given) == null) {
            throw new RefusedException(List.of(Finding.error("--llm-provider", given, "not known", Provider.ids())));
        }
        if (given != null) {
            return given;
        }
        if (base != null) {
            return base.provider();
        }
        return recorded == null ? DEFAULT_PROVIDER : recorded.provider();
    }

    private static @Nullable String setting(Environment environment, String variable) {
        String value = environment.get(variable);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
