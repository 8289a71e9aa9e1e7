package org.vppworkbench.app.bench;

import java.util.List;

/**
 * One measured figure.
 *
 * @param what what was measured
 * @param median median of the repetitions
 * @param least smallest
 * @param most largest
 * @param unit unit of the three
 */
public record BenchRow(String what, double median, double least, double most, String unit) {
    static BenchRow seconds(String what, Stopwatch.Times times) {
        return new BenchRow(what, times.medianSeconds(), times.leastSeconds(), times.mostSeconds(), "s");
    }

    /** A time per piece of work: {@code factor} times seconds. */
    static BenchRow scaled(String what, Stopwatch.Times times, double factor, String unit) {
        return new BenchRow(
                what, times.medianSeconds() * factor, times.leastSeconds() * factor, times.mostSeconds() * factor, unit);
    }

    /** A rate: pieces per second; the fastest repetition has the largest. */
    static BenchRow rate(String what, Stopwatch.Times times, double pieces, String unit) {
        return new BenchRow(
                what, pieces / times.medianSeconds(), pieces / times.mostSeconds(), pieces / times.leastSeconds(), unit);
    }

    /** Counts of the repetitions. */
    static BenchRow counts(String what, List<Double> counts, String unit) {
        Stopwatch.Times order = Stopwatch.Times.of(counts);
        return new BenchRow(what, order.medianSeconds(), order.leastSeconds(), order.mostSeconds(), unit);
    }
}
