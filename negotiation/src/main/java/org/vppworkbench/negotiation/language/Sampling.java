package org.vppworkbench.negotiation.language;

import org.jspecify.annotations.Nullable;

/**
 * How a reply is drawn. {@code null} leaves a parameter to the provider; a parameter the model does not take is not sent
 * and the record of the run says so.
 *
 * @param temperature [0..2]
 * @param topP [0..1]
 * @param seed for models that take one
 * @param maxOutputTokens most tokens of the reply, thoughts among them where the provider counts them so
 */
public record Sampling(
        @Nullable Double temperature, @Nullable Double topP, @Nullable Integer seed, int maxOutputTokens) {
    /** As repeatable as a provider allows. */
    public static final Sampling REPEATABLE = new Sampling(0.0, null, 7, 1024);
}
