package org.vppworkbench.negotiation.llm.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How hard a server is driven.
 *
 * @param connect longest wait for a connection
 * @param silence longest wait for any sign of life of a server that has never said anything: after half of it the server is
 *     knocked at with a plain GET, without key and question; a slow model on a server that answers that is waited for
 * @param answer longest wait for one whole answer, slow drips included
 * @param patience longest time one question may take over all its attempts and waits
 * @param retries repetitions after a passing failure; being told to wait does not count, it is bound by the patience
 * @param requestsPerMinute most requests a minute, evenly spread; {@code null} for no limit
 * @param tokensPerMinute most tokens a minute, estimated before and settled after; {@code null} for no limit
 * @param concurrency most requests under way at once
 */
public record Limits(
        Duration connect,
        Duration silence,
        Duration answer,
        Duration patience,
        int retries,
        @Nullable Integer requestsPerMinute,
        @Nullable Integer tokensPerMinute,
        int concurrency) {
    /** No quota known: up to 64 requests at once, 20 s for a sign of life, a minute for an answer, five minutes for a question. */
    public static final Limits USUAL =
            new Limits(
                    Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofMinutes(5), 4, null, null, 64);

    public Limits withRequestsPerMinute(@Nullable Integer requests) {
        return new Limits(connect, silence, answer, patience, retries, requests, tokensPerMinute, concurrency);
    }

    public Limits withTokensPerMinute(@Nullable Integer tokens) {
        return new Limits(connect, silence, answer, patience, retries, requestsPerMinute, tokens, concurrency);
    }

    public Limits withConcurrency(int requests) {
        return new Limits(connect, silence, answer, patience, retries, requestsPerMinute, tokensPerMinute, requests);
    }

    public Limits withRetries(int times) {
        return new Limits(connect, silence, answer, patience, times, requestsPerMinute, tokensPerMinute, concurrency);
    }

    public Limits withAnswer(Duration longest) {
        return new Limits(connect, silence, longest, patience, retries, requestsPerMinute, tokensPerMinute, concurrency);
    }

    public Limits withPatience(Duration longest) {
        return new Limits(connect, silence, answer, longest, retries, requestsPerMinute, tokensPerMinute, concurrency);
    }

    public Limits withSilence(Duration longest) {
        return new Limits(connect, longest, answer, patience, retries, requestsPerMinute, tokensPerMinute, concurrency);
    }
}
