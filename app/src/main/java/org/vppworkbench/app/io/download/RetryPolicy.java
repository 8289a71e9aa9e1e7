package org.vppworkbench.app.io.download;

import java.time.Duration;

/**
 * How often a request is repeated and how long is waited before: the first pause doubles with every failure.
 *
 * @param attempts requests in all, at least 1
 * @param firstPause pause after the first failure
 * @param longestPause no pause is longer; a service that asks for more is left alone
 */
public record RetryPolicy(int attempts, Duration firstPause, Duration longestPause) {
    /** Five attempts with pauses of 6, 12, 24 and 48 s between them. */
    public static final RetryPolicy STANDARD = new RetryPolicy(5, Duration.ofSeconds(6), Duration.ofMinutes(2));

    public RetryPolicy {
        if (attempts < 1 || firstPause.isNegative() || longestPause.isNegative()) {
            throw new IllegalArgumentException(
                    "attempts " + attempts + ", pauses " + firstPause + " and " + longestPause + "; allowed: >= 1, >= 0");
        }
    }

    /** The pause after the {@code failures}-th failure, counted from 1. */
    Duration pause(int failures) {
        Duration pause = firstPause;
        for (int i = 1; i < failures && pause.compareTo(longestPause) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
