package org.vppworkbench.negotiation.llm.wire;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A parameter some model refuses; a request can do without it. */
public enum Parameter {
    TEMPERATURE("temperature"),
    TOP_P("top_p", "topP"),
    SEED("seed"),
    THINKING("thinkingConfig", "thinking_config", "thinkingBudget", "thinking_budget", "thinkingLevel", "thinking_level",
            "reasoning_effort", "think"),
    /** Not left out but given its other name: {@code max_tokens} or {@code max_completion_tokens}. */
    LIMIT_NAME("max_completion_tokens", "max_tokens");

    private final List<String> names;

    Parameter(String... names) {
        this.names = List.of(names);
    }

    /** The parameter a refusal names, or {@code null}. */
    static @Nullable Parameter namedIn(String refusal) {
        for (Parameter parameter : values()) {
            if (parameter.names.stream().anyMatch(name -> holdsWord(refusal, name))) {
                return parameter;
            }
        }
        return null;
    }

    private static boolean holdsWord(String text, String word) {
        String low = text.toLowerCase(Locale.ROOT);
        String wanted = word.toLowerCase(Locale.ROOT);
        for (int at = low.indexOf(wanted); at >= 0; at = low.indexOf(wanted, at + 1)) {
            boolean starts = at == 0 || !isWord(low.charAt(at - 1));
            int end = at + wanted.length();
            if (starts && (end == low.length() || !isWord(low.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** Its first name, for records. */
    public String words() {
        return names.getFirst();
    }
}
