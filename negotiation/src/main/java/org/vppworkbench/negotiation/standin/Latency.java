package org.vppworkbench.negotiation.standin;

import java.time.Duration;
import java.util.SplittableRandom;

/** How long the stand-in thinks. */
@FunctionalInterface
public interface Latency {
    Latency NONE = number -> Duration.ZERO;

    /**
     * Time before the answer begins.
     *
     * @param number of the request, from 1
     */
    Duration of(long number);

    /** The same for all. */
    static Latency fixed(Duration wait) {
        return number -> wait;
    }

    /** Drawn evenly for each request from the seed and its number. */
    static Latency between(Duration least, Duration most, long seed) {
        if (least.compareTo(most) >= 0) {
            throw new IllegalArgumentException(least + " is not below " + most);
        }
        return number -> Duration.ofNanos(
                new SplittableRandom(seed + number * 0x9E3779B97F4A7C15L).nextLong(least.toNanos(), most.toNanos()));
    }
}
