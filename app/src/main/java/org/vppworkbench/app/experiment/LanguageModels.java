package org.vppworkbench.app.experiment;

import java.util.Map;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.time.Horizon;

/** Where the models of runs come from: a provider, or a tape. */
@FunctionalInterface
public interface LanguageModels {
    /** No key and no tape: what needs a model is refused, and is never run by rules instead. */
    LanguageModels NONE = (settings, horizon, conditions) -> {
        throw RefusedException.because(
                "mechanism", "it needs a language model, and none is at hand: no key, no server and no tape",
                "a key in the environment (GEMINI_API_KEY, OPENAI_API_KEY), --llm-provider ollama, --tape replay:FILE, or mechanism"
                        + " rule, which needs no model");
    };

    /**
     * Makes a model ready for one run.
     *
     * @param horizon days of the run, for what is counted per simulated day
     * @param conditions of the run, by name, as they stand on a tape; empty outside any run
     * @throws RefusedException where there is none under these conditions, or a tape was recorded under others
     */
    LanguageSession open(LanguageSettings settings, Horizon horizon, Map<String, String> conditions);

    /** A model for questions outside any run. */
    default LanguageSession open(LanguageSettings settings, Horizon horizon) {
        return open(settings, horizon, Map.of());
    }
}
