package org.vppworkbench.negotiation.llm.wire;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.Sampling;
import org.vppworkbench.negotiation.llm.settings.Destination;
import org.vppworkbench.negotiation.llm.settings.Provider;
import org.vppworkbench.negotiation.llm.settings.Thinking;

/**
 * The settings that really went out with a request: what was asked for, without what the model does not take.
 *
 * @param thinking as the provider names it, such as {@code budget 0} or {@code low}; {@code null} where nothing was sent
 * @param shortLimitName whether the limit goes out as {@code max_tokens} instead of {@code max_completion_tokens}
 * @param leftOut parameters that were asked for and not sent, or not under their usual name
 */
public record Sent(
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer seed,
        int maxOutputTokens,
        @Nullable String thinking,
        boolean shortLimitName,
        Set<Parameter> leftOut) {

    public Sent {
        leftOut = Set.copyOf(leftOut);
    }

    /**
     * What goes out.
     *
     * @param refused parameters this model has refused before
     */
    static Sent of(Destination destination, Sampling asked, Thinking thinking, Set<Parameter> refused) {
        Set<Parameter> without = EnumSet.noneOf(Parameter.class);
        without.addAll(refused);
        if (takesNoSampling(destination)) {
            without.add(Parameter.TEMPERATURE);
            without.add(Parameter.TOP_P);
        }
        String thought = thinking == Thinking.LEAST ? leastThinking(destination) : null;
        boolean swapped = without.contains(Parameter.LIMIT_NAME);
        // the new name is OpenAI's own; servers that imitate it know the old one
        boolean shortName = !destination.endpoint().providersOwn() ^ swapped;
        if (asked.temperature() == null) {
            without.remove(Parameter.TEMPERATURE);
        }
        if (asked.topP() == null) {
            without.remove(Parameter.TOP_P);
        }
        if (asked.seed() == null) {
            without.remove(Parameter.SEED);
        }
        if (thought == null) {
            without.remove(Parameter.THINKING);
        }
        return new Sent(
                without.contains(Parameter.TEMPERATURE) ? null : asked.temperature(),
                without.contains(Parameter.TOP_P) ? null : asked.topP(),
                without.contains(Parameter.SEED) ? null : asked.seed(),
                asked.maxOutputTokens(),
                without.contains(Parameter.THINKING) ? null : thought,
                shortName,
                without);
    }

    /** Whether a parameter went out in a way that could have been otherwise. */
    boolean takes(Parameter parameter) {
        return switch (parameter) {
            case TEMPERATURE -> temperature != null;
            case TOP_P -> topP != null;
            case SEED -> seed != null;
            case THINKING -> thinking != null;
            case LIMIT_NAME -> !leftOut.contains(parameter);
        };
    }

    /** OpenAI's reasoning models refuse a temperature and a top-p other than 1. */
    private static boolean takesNoSampling(Destination destination) {
        String model = destination.model().toLowerCase(Locale.ROOT);
        return destination.provider() == Provider.OPENAI && model.matches("(.*/)?(o[1-9]|gpt-5)([.-].*)?")
                && !model.contains("-chat");
    }

    /**
     * Gemini 2.5 is bounded by a number of tokens (Pro cannot go below 128), Gemini 3 by a level; OpenAI's reasoning models
     * by an effort. For other models nothing is sent.
     */
    private static @Nullable String leastThinking(Destination destination) {
        String model = destination.model().toLowerCase(Locale.ROOT);
        if (destination.provider() == Provider.GEMINI) {
            if (model.startsWith("gemini-2.5-pro")) {
                return "budget 128";
            }
            if (model.startsWith("gemini-2.5-flash")) {
                return "budget 0";
            }
            return model.matches("gemini-([3-9]|\\d\\d).*") ? "low" : null;
        }
        boolean reasons = destination.provider() == Provider.OPENAI && takesNoSampling(destination);
        return reasons ? "low" : null;
    }

    /** One line for records. */
    public String words() {
        return "temperature " + (temperature == null ? "provider's" : temperature)
                + ", top-p " + (topP == null ? "provider's" : topP)
                + ", seed " + (seed == null ? "none" : seed)
                + ", at most " + maxOutputTokens + " tokens"
                + ", thinking " + (thinking == null ? "provider's" : thinking)
                + (leftOut.isEmpty() ? "" : ", left out: " + leftOutWords());
    }

    private String leftOutWords() {
        return leftOut.stream().sorted().map(Parameter::words).collect(Collectors.joining(", "));
    }
}
