package org.vppworkbench.negotiation.llm.wire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A parameter some model refuses; a request can do without it. */
public enum Parameter {
    TEMPERATURE("temperature"),
    TOP_P("top_p|topP"),
    SEED("seed"),
    THINKING("thinkingConfig|thinking_config|thinkingBudget|thinking_budget|thinkingLevel|thinking_level|reasoning_effort"),
    /** Not left out but given its other name: {@code max_tokens} or {@code max_completion_tokens}. */
    LIMIT_NAME("max_completion_tokens|max_tokens");

    /** As servers call it, a regular expression; the first is the one for records. */
    private final String names;

    Parameter(String names) {
        this.names = names;
    }

    /** The parameter a refusal names, or {@code null}. */
    static @Nullable Parameter namedIn(String refusal) {
        for (Parameter parameter : values()) {
            if (Pattern.compile("(?i)(?<![\\w])(" + parameter.names + ")(?![\\w])").matcher(refusal).find()) {
                return parameter;
            }
        }
        return null;
    }

    /** Its name, for records. */
    public String words() {
        return names.replaceFirst("\\|.*", "");
    }
}
