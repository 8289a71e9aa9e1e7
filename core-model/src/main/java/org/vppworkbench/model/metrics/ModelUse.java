package org.vppworkbench.model.metrics;

import java.util.List;

/**
 * What language models took in a run. A replayed run carries what the recorded one took: nothing is spent again, but the
 * result was no cheaper for that.
 *
 * @param calls questions that were asked
 * @param failures questions among them that no model answered
 * @param attempts requests that were sent, repeated ones among them
 * @param promptTokens tokens sent
 * @param cachedTokens tokens among them that the provider read from its cache
 * @param outputTokens tokens of the replies
 * @param thoughtTokens tokens of thinking
 * @param estimated whether some token counts are estimates, because the provider reported none
 * @param usd by the price list [$]
 * @param priced whether all of it has a price
 * @param seconds spent in calls, those side by side added up, retries and waiting among them [s]
 */
public record ModelUse(
        long calls,
        long failures,
        long attempts,
        long promptTokens,
        long cachedTokens,
        long outputTokens,
        long thoughtTokens,
        boolean estimated,
        double usd,
        boolean priced,
        double seconds) {
    public static final ModelUse NONE = new ModelUse(0, 0, 0, 0, 0, 0, 0, false, 0, true, 0);

    /** Tokens that are paid for. */
    public long tokens() {
        return promptTokens + outputTokens + thoughtTokens;
    }

    /** The sum, in the order given: sums of the same parts are the same only in the same order. */
    public static ModelUse sum(List<ModelUse> parts) {
        ModelUse all = NONE;
        for (ModelUse part : parts) {
            all = all.plus(part);
        }
        return all;
    }

    private ModelUse plus(ModelUse other) {
        return new ModelUse(
                calls + other.calls,
                failures + other.failures,
                attempts + other.attempts,
                promptTokens + other.promptTokens,
                cachedTokens + other.cachedTokens,
                outputTokens + other.outputTokens,
                thoughtTokens + other.thoughtTokens,
                estimated || other.estimated,
                usd + other.usd,
                priced && other.priced,
                seconds + other.seconds);
    }
}
