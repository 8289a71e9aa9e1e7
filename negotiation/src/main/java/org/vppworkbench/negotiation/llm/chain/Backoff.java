package org.vppworkbench.negotiation.llm.chain;

import java.time.Duration;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.Origin;

/**
 * How long to wait before a repetition: half a second, doubled each time up to half a minute, or what the server asks for.
 * A spread of a quarter keeps askers apart; it follows from who asks, not from chance.
 */
final class Backoff {
    private static final double FIRST_SECONDS = 0.5;
    private static final double LONGEST_SECONDS = 30;
    private static final double SPREAD = 0.25;

    private Backoff() {}

    /**
     * The wait.
     *
     * @param repetition 0 before the first
     * @param asked what the server asks for, never undercut, or {@code null}
     */
    static Duration before(Origin origin, int repetition, @Nullable Duration asked) {
        double chance = new SplittableRandom(31L * origin.hashCode() + repetition).nextDouble();
        double own = Math.min(LONGEST_SECONDS, FIRST_SECONDS * Math.pow(2, repetition));
        if (asked == null) {
            return ofSeconds(own * (1 - SPREAD + 2 * SPREAD * chance));
        }
        return asked.plus(ofSeconds(SPREAD * Math.min(own, 1) * chance));
    }

    private static Duration ofSeconds(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }
}
