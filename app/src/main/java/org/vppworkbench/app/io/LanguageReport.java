package org.vppworkbench.app.io;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.metrics.ModelUse;
import org.vppworkbench.negotiation.language.FailureKind;

/**
 * How language models took part in a run, for its manifest. No key, header or environment is part of it.
 *
 * @param provider {@code gemini}, {@code openai} or {@code ollama}
 * @param model id that was asked for
 * @param host the endpoint
 * @param providersOwn whether that is the provider's own
 * @param replayed whether the answers came from a tape
 * @param versions versions that servers named, of which there should be one
 * @param prompts SHA-256 of the resources of every prompt, by its id
 * @param tapeSha256 of {@code tape.jsonl}
 * @param use tokens, dollars and seconds; in a replay those of the recorded run
 * @param failures questions no model answered, by reason
 * @param notSent questions among them that a budget kept from being sent; {@code null} in bundles of versions that did not
 *     count them
 * @param decisions decisions that were a model's to make
 * @param fallbacks decisions among them that the rules took, or nobody where no rule stands in for the model
 * @param fallbackShare their share; {@code null} where no decision was a model's to make
 * @param marks what a reader must know before using the results; empty where there is nothing
 * @param recall what the model remembered of prices by a probe before the run; {@code null} where the run names none
 */
public record LanguageReport(
        String provider,
        String model,
        String host,
        boolean providersOwn,
        boolean replayed,
        List<String> versions,
        Map<String, String> prompts,
        String tapeSha256,
        ModelUse use,
        Map<String, Long> failures,
        @Nullable Long notSent,
        long decisions,
        long fallbacks,
        @Nullable Double fallbackShare,
        List<String> marks,
        @Nullable RecallReport recall) {
    public LanguageReport {
        versions = List.copyOf(versions);
        prompts = Collections.unmodifiableMap(new TreeMap<>(prompts));
        failures = Collections.unmodifiableMap(new TreeMap<>(failures));
        marks = List.copyOf(marks);
    }

    /**
     * Whether there were decisions for the model and it took none of them, for another reason than a budget, which is the
     * user's own limit.
     */
    public boolean inVain() {
        return decisions > 0 && fallbacks == decisions && !failures.keySet().equals(Set.of(FailureKind.BUDGET.name()));
    }
}
