package org.vppworkbench.sample.generator;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Random numbers of one part of one home. Normal numbers are quantiles, computed in plain Java, so that they are the same
 * on every machine.
 */
final class Draws {
    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    private final SplittableRandom random;

    Draws(SplittableRandom random) {
        this.random = random;
    }

    /** In the open interval (0, 1). */
    double uniform() {
        return ((random.nextLong() >>> 11) + 0.5) * 0x1p-53;
    }

    /** Standard normal. */
    double normal() {
        return STANDARD.inverseCumulativeProbability(uniform());
    }

    boolean chance(double share) {
        return uniform() < share;
    }

    double between(double from, double to) {
        return from + (to - from) * uniform();
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** One of {@code all} by shares that add up to 1. */
    <T> T byShare(List<T> all, ToDoubleFunction<T> share) {
        return byShare(all, share, uniform());
    }

    /** The one of {@code all} in whose part of the cumulated shares {@code u} lies. */
    static <T> T byShare(List<T> all, ToDoubleFunction<T> share, double u) {
        double left = u;
        T chosen = all.getFirst();
        for (T one : all) {
            double part = share.applyAsDouble(one);
            if (part > 0) {
                chosen = one;
                if (left < part) {
                    return one;
                }
            }
            left -= part;
        }
        return chosen;
    }

    static double round(double value, double unit) {
        return Math.rint(value * unit) / unit;
    }

    static double roundDown(double value, double unit) {
        return Math.floor(value * unit + 1e-9) / unit;
    }
}
