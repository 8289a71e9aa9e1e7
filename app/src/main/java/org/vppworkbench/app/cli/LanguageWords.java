package org.vppworkbench.app.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.AgentSettings.Gate;
import org.vppworkbench.model.scenario.LanguageSettings.Mode;
import org.vppworkbench.model.scenario.LanguageSettings.Order;
import org.vppworkbench.model.scenario.LanguageSettings.Tool;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How conditions of language models are written on a command line. */
final class LanguageWords {
    private LanguageWords() {}

    /** One of some words, each of which means something. */
    abstract static class OneOf<T> implements ITypeConverter<T> {
        private final Map<String, T> words;

        OneOf(Map<String, T> words) {
            this.words = words;
        }

        @Override
        public T convert(String text) {
            T meant = words.get(text.toLowerCase(Locale.ROOT));
            if (meant == null) {
                throw new TypeConversionException("'" + text + "' is unknown; allowed: " + String.join(", ", words.keySet()));
            }
            return meant;
        }
    }

    private static <T> Map<String, T> words(Object... pairs) {
        Map<String, T> words = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            @SuppressWarnings("unchecked") // each caller pairs words with constants of T
            T meant = (T) pairs[i + 1];
            words.put(String.valueOf(pairs[i]), meant);
        }
        return words;
    }

    static final class OfMode extends OneOf<Mode> {
        OfMode() {
            super(words("every-round", Mode.EVERY_ROUND, "daily", Mode.DAILY_STRATEGY, "batched", Mode.BATCHED));
        }
    }

    static final class OfOrder extends OneOf<Order> {
        OfOrder() {
            super(words("fleet", Order.FLEET, "shuffled", Order.SHUFFLED, "reversed", Order.REVERSED));
        }
    }

    static final class OfGate extends OneOf<Gate> {
        OfGate() {
            super(words("physics", Gate.GATE_PHYSICS, "full", Gate.GATE_FULL));
        }
    }

    /** Who speaks for the aggregator. */
    enum Speaker {
        RULE,
        MODEL
    }

    static final class OfSpeaker extends OneOf<Speaker> {
        OfSpeaker() {
            super(words("rule", Speaker.RULE, "model", Speaker.MODEL));
        }
    }

    /**
     * What the what-if tool tells.
     *
     * @param kind exact, noisy or nothing
     * @param noise standard deviation of its relative error
     */
    record ToolChoice(Tool kind, double noise) {}

    static final class OfTool implements ITypeConverter<ToolChoice> {
        private static final String NOISY = "noisy:";

        @Override
        public ToolChoice convert(String text) {
            try {
                if (text.startsWith(NOISY)) {
                    return new ToolChoice(Tool.NOISY, Double.parseDouble(text.substring(NOISY.length())));
                }
            } catch (NumberFormatException e) {
                // told below
            }
            return switch (text) {
                case "exact" -> new ToolChoice(Tool.EXACT, 0);
                case "none" -> new ToolChoice(Tool.NONE, 0);
                default ->
                    throw new TypeConversionException(
                            "'" + text + "' is no tool; allowed: exact, noisy:SIGMA such as noisy:0.1, none");
            };
        }
    }

    /** A temperature, or {@code provider} for what the provider has as its own. */
    static final class OfTemperature implements ITypeConverter<Temperature> {
        @Override
        public Temperature convert(String text) {
            try {
                return new Temperature(text.equals("provider") ? null : Double.valueOf(text));
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is no temperature; allowed: 0 to 2, or provider");
            }
        }
    }

    /**
     * A temperature that may be left to the provider.
     *
     * @param value {@code null} where it is left to the provider
     */
    record Temperature(@Nullable Double value) {}
}
