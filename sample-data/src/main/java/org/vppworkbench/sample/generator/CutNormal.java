package org.vppworkbench.sample.generator;

import org.apache.commons.math3.distribution.NormalDistribution;

/** A normal distribution cut to a range. */
final class CutNormal {
    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    private final double mean;
    private final double sd;
    private final double from;
    private final double to;
    private final double below;
    private final double kept;

    /**
     * @param mean before the cut
     * @param sd before the cut; 0 is a constant
     * @param from lower bound
     * @param to upper bound
     */
    CutNormal(double mean, double sd, double from, double to) {
        this.mean = mean;
        this.sd = sd;
        this.from = from;
        this.to = to;
        this.below = sd > 0 ? STANDARD.cumulativeProbability((from - mean) / sd) : 0;
        this.kept = sd > 0 ? STANDARD.cumulativeProbability((to - mean) / sd) - below : 1;
    }

    /** The value that belongs to a value of a standard normal variable: same rank. */
    double ofNormal(double z) {
        return quantile(STANDARD.cumulativeProbability(z));
    }

    /** The quantile at {@code u} in (0, 1). */
    double quantile(double u) {
        if (sd <= 0) {
            return mean;
        }
        return Math.clamp(mean + sd * STANDARD.inverseCumulativeProbability(below + u * kept), from, to);
    }

    /** Mean after the cut. */
    double mean() {
        return sd > 0 ? mean + sd * (density(from) - density(to)) / kept : mean;
    }

    /** Standard deviation after the cut. */
    double sd() {
        if (sd <= 0) {
            return 0;
        }
        double shift = (density(from) - density(to)) / kept;
        double stretch = ((from - mean) / sd * density(from) - (to - mean) / sd * density(to)) / kept;
        return sd * Math.sqrt(1 + stretch - shift * shift);
    }

    private double density(double x) {
        return STANDARD.density((x - mean) / sd);
    }
}
