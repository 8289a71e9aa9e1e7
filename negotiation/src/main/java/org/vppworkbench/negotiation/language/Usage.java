package org.vppworkbench.negotiation.language;

/**
 * What a question cost, over all its attempts.
 *
 * @param promptTokens tokens sent
 * @param cachedTokens tokens among them that the provider read from its cache
 * @param outputTokens tokens of the reply
 * @param thoughtTokens tokens of thinking, billed as output
 * @param estimated whether the provider reported nothing and the numbers are estimates
 * @param attempts requests that were sent
 * @param usd price by the price list, 0 where the model is not on it and {@code priced} is false
 * @param priced whether the model is on the price list
 * @param seconds wall time, retries and waiting among it
 */
public record Usage(
        long promptTokens,
        long cachedTokens,
        long outputTokens,
        long thoughtTokens,
        boolean estimated,
        int attempts,
        double usd,
        boolean priced,
        double seconds) {
    public static final Usage NONE = new Usage(0, 0, 0, 0, false, 0, 0, true, 0);

    public long totalTokens() {
        return promptTokens + outputTokens + thoughtTokens;
    }

    public Usage plus(Usage other) {
        return new Usage(
                promptTokens + other.promptTokens,
                cachedTokens + other.cachedTokens,
                outputTokens + other.outputTokens,
                thoughtTokens + other.thoughtTokens,
                estimated || other.estimated,
                attempts + other.attempts,
                usd + other.usd,
                priced && other.priced,
                seconds + other.seconds);
    }
}
