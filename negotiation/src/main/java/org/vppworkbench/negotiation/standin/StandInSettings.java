package org.vppworkbench.negotiation.standin;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the stand-in behaves.
 *
 * @param responder what it says
 * @param latency how long it thinks
 * @param faults what goes wrong
 * @param cap how many requests it takes, {@code null} for all
 * @param key the one key it accepts, {@code null} for any or none; Ollama asks for none
 * @param models the models it knows, empty for all
 * @param retryDelay wait it asks for with an injected 429
 * @param dripPause pause after each byte of a slow drip
 * @param hugeBytes length of a huge body [B]
 * @param thoughts tokens of thinking it reports for each reply
 * @param redirect address it sends clients to, {@code null} for a host that does not exist
 */
public record StandInSettings(
        Responder responder,
        Latency latency,
        FaultPlan faults,
        @Nullable RateCap cap,
        @Nullable String key,
        Set<String> models,
        Duration retryDelay,
        Duration dripPause,
        int hugeBytes,
        int thoughts,
        @Nullable String redirect) {
    private static final int HUGE = 32 << 20;

    public StandInSettings {
        models = Set.copyOf(models);
    }

    /** Never a key. */
    @Override
    public String toString() {
        return "StandInSettings";
    }

    /** No latency, no fault, no cap, any key, any model. */
    public static StandInSettings saying(Responder responder) {
        return new StandInSettings(
                responder, Latency.NONE, FaultPlan.NONE, null, null, Set.of(), Duration.ofMillis(50), Duration.ofMillis(100),
                HUGE, 0, null);
    }

    public StandInSettings withLatency(Latency other) {
        return new StandInSettings(
                responder, other, faults, cap, key, models, retryDelay, dripPause, hugeBytes, thoughts, redirect);
    }

    public StandInSettings withFaults(FaultPlan other) {
        return new StandInSettings(
                responder, latency, other, cap, key, models, retryDelay, dripPause, hugeBytes, thoughts, redirect);
    }

    public StandInSettings withCap(RateCap other) {
        return new StandInSettings(
                responder, latency, faults, other, key, models, retryDelay, dripPause, hugeBytes, thoughts, redirect);
    }

    public StandInSettings withKey(String other) {
        return new StandInSettings(
                responder, latency, faults, cap, other, models, retryDelay, dripPause, hugeBytes, thoughts, redirect);
    }

    public StandInSettings withModels(Set<String> others) {
        return new StandInSettings(
                responder, latency, faults, cap, key, others, retryDelay, dripPause, hugeBytes, thoughts, redirect);
    }

    public StandInSettings withRetryDelay(Duration other) {
        return new StandInSettings(
                responder, latency, faults, cap, key, models, other, dripPause, hugeBytes, thoughts, redirect);
    }

    public StandInSettings withDripPause(Duration other) {
        return new StandInSettings(
                responder, latency, faults, cap, key, models, retryDelay, other, hugeBytes, thoughts, redirect);
    }

    public StandInSettings withHugeBytes(int bytes) {
        return new StandInSettings(
                responder, latency, faults, cap, key, models, retryDelay, dripPause, bytes, thoughts, redirect);
    }

    public StandInSettings withThoughts(int tokens) {
        return new StandInSettings(
                responder, latency, faults, cap, key, models, retryDelay, dripPause, hugeBytes, tokens, redirect);
    }

    public StandInSettings withRedirect(String address) {
        return new StandInSettings(
                responder, latency, faults, cap, key, models, retryDelay, dripPause, hugeBytes, thoughts, address);
    }
}
