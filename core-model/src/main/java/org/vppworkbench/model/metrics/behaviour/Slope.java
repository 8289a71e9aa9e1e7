package org.vppworkbench.model.metrics.behaviour;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.jspecify.annotations.Nullable;

/**
 * Slope of an ordinary least-squares line with intercept.
 *
 * @param pairs number of points
 * @param slope change of y per unit of x
 * @param error its standard error
 */
public record Slope(int pairs, double slope, double error) {
    /** A line through two points has no error. */
    public static final int LEAST_PAIRS = 3;

    /** Places closer than this, such as cents apart, are the same: a line through them says nothing. */
    private static final double SAME = 0.01;

    /** The line through the bargains for which both are known; empty with fewer than three or where all x are the same. */
    static Optional<Slope> of(
            List<Bargain> bargains, Function<Bargain, @Nullable Double> x, Function<Bargain, @Nullable Double> y) {
        SimpleRegression line = new SimpleRegression();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Bargain bargain : bargains) {
            Double from = x.apply(bargain);
            Double to = y.apply(bargain);
            if (from != null && to != null) {
                line.addData(from, to);
                least = Math.min(least, from);
                most = Math.max(most, from);
            }
        }
        if (line.getN() < LEAST_PAIRS || most - least <= SAME) {
            return Optional.empty();
        }
        return Optional.of(new Slope(Math.toIntExact(line.getN()), line.getSlope(), line.getSlopeStdErr()));
    }
}
