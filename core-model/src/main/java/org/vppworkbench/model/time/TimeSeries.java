package org.vppworkbench.model.time;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * An immutable sequence of numbers, one per interval (or per hour, where the owner says so). The unit is part of the
 * owner's field name. Values are finite: {@code NaN} and infinities are refused at construction, so that a gap in data can
 * never travel into the physics.
 */
public final class TimeSeries {
    private final double[] values;

    private TimeSeries(double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("value " + values[i] + " at index " + i
                        + " is not finite. Maybe the source has a gap there.");
            }
        }
        this.values = values;
    }

    /** Copies {@code values}. */
    public static TimeSeries of(double... values) {
        return new TimeSeries(values.clone());
    }

    /** A series of {@code length} equal values. */
    public static TimeSeries constant(int length, double value) {
        double[] filled = new double[length];
        Arrays.fill(filled, value);
        return new TimeSeries(filled);
    }

    /** A series whose i-th value is {@code f(i)}. */
    public static TimeSeries generate(int length, IntToDoubleFunction f) {
        double[] made = new double[length];
        Arrays.setAll(made, f);
        return new TimeSeries(made);
    }

    public double at(int index) {
        return values[index];
    }

    public int length() {
        return values.length;
    }

    /** A fresh array with the values. */
    public double[] toArray() {
        return values.clone();
    }

    public TimeSeries map(DoubleUnaryOperator f) {
        return generate(values.length, i -> f.applyAsDouble(values[i]));
    }

    /** The values from {@code from} (inclusive) to {@code to} (exclusive). */
    public TimeSeries slice(int from, int to) {
        return new TimeSeries(Arrays.copyOfRange(values, from, to));
    }

    public double min() {
        return Arrays.stream(values).min().orElse(0);
    }

    public double max() {
        return Arrays.stream(values).max().orElse(0);
    }

    public double sum() {
        double total = 0;
        for (double v : values) {
            total += v;
        }
        return total;
    }

    /** Mean over {@code [from, to)}. */
    public double mean(int from, int to) {
        double total = 0;
        for (int i = from; i < to; i++) {
            total += values[i];
        }
        return total / (to - from);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeSeries that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "TimeSeries[" + values.length + "]";
    }
}
