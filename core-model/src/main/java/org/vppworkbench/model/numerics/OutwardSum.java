package org.vppworkbench.model.numerics;

/**
 * A sum that knows how wrong it may be. Every term is a product or a short sum of products of doubles; its rounding error
 * is at most a few units of 2⁻⁵³ of the sum of the magnitudes involved. {@link #upper()} adds 2⁻⁴⁴ of all magnitudes,
 * which covers more than 500 roundings per magnitude, and the accumulation error, which Neumaier's compensation keeps at
 * second order.
 */
public final class OutwardSum {
    private static final double MARGIN = 0x1p-44;

    private double sum;
    private double compensation;
    private double magnitude;

    /** Adds a term whose intermediate results never exceeded {@code size} in magnitude. */
    public void add(double term, double size) {
        double next = sum + term;
        compensation += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
        sum = next;
        magnitude += Math.abs(size) + Math.abs(term);
    }

    public void add(double term) {
        add(term, term);
    }

    /** Adds all that another sum has collected. */
    public void add(OutwardSum other) {
        add(other.value(), other.magnitude);
    }

    public double value() {
        return sum + compensation;
    }

    /** A number not below the exact sum. */
    public double upper() {
        return Math.nextUp(value() + MARGIN * magnitude + Double.MIN_NORMAL);
    }
}
