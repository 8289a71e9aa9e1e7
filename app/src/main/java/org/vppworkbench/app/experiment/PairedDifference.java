package org.vppworkbench.app.experiment;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.jspecify.annotations.Nullable;

/**
 * The mean of paired differences with its 95 % interval (Student's t).
 *
 * @param pairs units in which both conditions have a value
 * @param mean of the differences; not a number without a pair
 * @param halfWidth of the interval; {@code null} with fewer than two pairs
 */
public record PairedDifference(int pairs, double mean, @Nullable Double halfWidth) {
    private static final double LEVEL = 0.95;

    static PairedDifference of(List<Double> differences) {
        SummaryStatistics all = new SummaryStatistics();
        differences.forEach(all::addValue);
        int n = differences.size();
        if (n < 2) {
            return new PairedDifference(n, all.getMean(), null);
        }
        double t = new TDistribution(n - 1.0).inverseCumulativeProbability((1 + LEVEL) / 2);
        return new PairedDifference(n, all.getMean(), t * all.getStandardDeviation() / Math.sqrt(n));
    }
}
