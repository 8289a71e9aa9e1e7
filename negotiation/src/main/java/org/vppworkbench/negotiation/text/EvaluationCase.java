package org.vppworkbench.negotiation.text;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A labelled description.
 *
 * @param id such as {@code dev-001}
 * @param split {@code dev} or {@code heldout}
 * @param style how it is written
 * @param language of the text
 * @param text the description
 * @param labels value by field; {@code null} where the text contradicts itself and the parser must abstain
 * @param hostile whether the text tries to instruct the program
 */
public record EvaluationCase(
        String id,
        String split,
        String style,
        String language,
        String text,
        Map<HomeField, @Nullable String> labels,
        boolean hostile) {
    public EvaluationCase {
        labels = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(labels));
    }
}
