package org.vppworkbench.model.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Language models as agents: everything a researcher chooses about them, a secret excepted. Part of the scenario, so that
 * a bundle says under which conditions its models spoke.
 *
 * @param provider {@code gemini}, {@code openai} or {@code ollama}
 * @param model id of the model as the provider names it
 * @param endpoint base URL, or {@code null} for the provider's own; without user name, query or key
 * @param mode how often a model is asked
 * @param homes how many homes, first in the order of the fleet, are decided by the model; the others by rules; -1 for all
 * @param aggregatorByModel whether the aggregator is the model too
 * @param tool what the what-if tool tells
 * @param toolNoise standard deviation of the relative error of a noisy tool [0..1]
 * @param persona name of the persona of the homes, a resource
 * @param paraphrase which wording of the instructions, from 1
 * @param order in which order homes and offers are presented
 * @param shareRationales whether the words of one side are shown to the other; a condition of its own, labelled
 * @param leastStakeUsd opportunities with a smaller gross stake are left to the rules [$]
 * @param guards against a model that knows the week by heart
 * @param sampling how replies are drawn
 * @param budget where the talk with the model ends
 */
public record LanguageSettings(
        String provider,
        String model,
        @Nullable String endpoint,
        Mode mode,
        int homes,
        boolean aggregatorByModel,
        Tool tool,
        double toolNoise,
        String persona,
        int paraphrase,
        Order order,
        boolean shareRationales,
        double leastStakeUsd,
        Guards guards,
        Drawing sampling,
        Budget budget) {
    /** Ids of the providers. */
    public static final List<String> PROVIDERS = List.of("gemini", "openai", "ollama");

    /** How often a model is asked. */
    public enum Mode {
        /** At every turn. */
        EVERY_ROUND,
        /** Once a day for a strategy, which rules carry out. */
        DAILY_STRATEGY,
        /** At every turn, many homes in one request: a condition of its own, for it mixes private data. */
        BATCHED
    }

    /** What the what-if tool tells. */
    public enum Tool {
        EXACT,
        NOISY,
        NONE
    }

    /** In which order homes and offers are presented. */
    public enum Order {
        FLEET,
        /** Shuffled from the seed. */
        SHUFFLED,
        /** The shuffled order backwards, to cross it. */
        REVERSED
    }

    /**
     * What is hidden from the model.
     *
     * @param relativeDates whether days are called {@code day 1, day 2} instead of by their date
     * @param priceScale factor on all prices the model sees and names, above 0; undone before the gate
     */
    public record Guards(boolean relativeDates, double priceScale) {
        public static final Guards NONE = new Guards(false, 1);
    }

    /**
     * How replies are drawn; {@code null} leaves a parameter to the provider.
     *
     * @param temperature [0..2]
     * @param topP [0..1]
     * @param seed of the provider
     * @param maxOutputTokens per reply
     */
    public record Drawing(
            @Nullable Double temperature, @Nullable Double topP, @Nullable Integer seed, int maxOutputTokens) {
        public static final Drawing REPEATABLE = new Drawing(0.0, null, 7, 1024);
    }

    /**
     * Limits of a run; {@code null} for none. Where one is reached negotiations that need a model end with what is agreed,
     * no rule decides in its place, and that is recorded.
     *
     * @param usd dollars of a run
     * @param usdPerDay dollars per simulated day
     * @param tokens tokens of a run
     * @param tokensPerDay tokens per simulated day
     * @param calls requests of a run
     * @param seconds wall time spent waiting for models
     */
    public record Budget(
            @Nullable Double usd,
            @Nullable Double usdPerDay,
            @Nullable Long tokens,
            @Nullable Long tokensPerDay,
            @Nullable Long calls,
            @Nullable Double seconds) {
        public static final Budget NONE = new Budget(null, null, null, null, null, null);
    }

    /** Every home and the aggregator by this model, asked every round, with an exact tool. */
    public static LanguageSettings of(String provider, String model, @Nullable String endpoint) {
        return new LanguageSettings(
                provider, model, endpoint, Mode.EVERY_ROUND, -1, true, Tool.EXACT, 0, "neutral", 1, Order.SHUFFLED, false, 0,
                Guards.NONE, Drawing.REPEATABLE, Budget.NONE);
    }
}
