package org.vppworkbench.model.cooperative;

import java.util.SplittableRandom;
import java.util.function.LongToDoubleFunction;
import org.vppworkbench.model.simulation.CancelToken;

/** Games of the textbooks, and random ones. */
final class Games {
    private Games() {}

    static CachedGame of(int players, LongToDoubleFunction value) {
        CoalitionGame game = new CoalitionGame() {
            @Override
            public int players() {
                return players;
            }

            @Override
            public double value(long coalition) {
                return value.applyAsDouble(coalition);
            }
        };
        return new CachedGame(game, CancelToken.NEVER);
    }

    /** Player 0 holds a left glove, 1 and 2 hold right ones; a pair is worth 1. */
    static CachedGame gloves() {
        return of(3, s -> Math.min(s & 1, Long.bitCount(s & 6)));
    }

    /** v(S) = 1 iff S holds all of T. */
    static CachedGame unanimity(int players, long t) {
        return of(players, s -> (s & t) == t ? 1 : 0);
    }

    /** The cost of the longest runway any member needs, as a (negative) value. */
    static CachedGame airport(double... cost) {
        return of(cost.length, s -> {
            double most = 0;
            for (int i = 0; i < cost.length; i++) {
                most = Math.max(most, (s & (1L << i)) == 0 ? 0 : cost[i]);
            }
            return -most;
        });
    }

    /** Random values between −10 and 10, the empty coalition 0. */
    static double[] random(int players, SplittableRandom random) {
        double[] values = new double[1 << players];
        for (int s = 1; s < values.length; s++) {
            values[s] = random.nextDouble() * 20 - 10;
        }
        return values;
    }
}
