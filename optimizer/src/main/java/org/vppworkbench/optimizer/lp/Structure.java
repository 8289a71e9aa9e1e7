package org.vppworkbench.optimizer.lp;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Which rows and columns of a {@link LinearProgram} belong to which home. Rows of a home: first those of one interval, by interval,
 * then those that lead a state on, by interval; rows of the fleet come after all homes, by interval.
 */
public final class Structure {
    /** Columns one task of a parallel loop works on at least. */
    private static final int GRAIN = 2048;

    private final int[] homeRow;
    private final int[] homeColumn;
    private final int[] stateRow;
    private final int[] time;
    private final int intervals;
    private final int[] range;

    /**
     * @param homeRow first row per home; then the first row of the fleet; then the number of rows
     * @param homeColumn the same of columns
     * @param stateRow per home its first row that leads a state on
     * @param time per row its interval
     */
    Structure(int[] homeRow, int[] homeColumn, int[] stateRow, int[] time) {
        this.homeRow = homeRow;
        this.homeColumn = homeColumn;
        this.stateRow = stateRow;
        this.time = time;
        this.intervals = Arrays.stream(time).max().orElse(0) + 1;
        this.range = ranges(homeColumn);
    }

    /** Whole homes, taken together until they have {@link #GRAIN} columns, and the fleet's columns. */
    private static int[] ranges(int[] homeColumn) {
        int[] result = new int[homeColumn.length];
        int size = 1;
        for (int k = 1; k < homeColumn.length; k++) {
            boolean last = k >= homeColumn.length - 2;
            if (homeColumn[k] > result[size - 1] && (last || homeColumn[k] - result[size - 1] >= GRAIN)) {
                result[size++] = homeColumn[k];
            }
        }
        return Arrays.copyOf(result, size);
    }

    public int homes() {
        return stateRow.length;
    }

    /** Intervals that rows belong to, counted from 0; the end of the horizon can be one. */
    public int intervals() {
        return intervals;
    }

    public int firstRow(int home) {
        return homeRow[home];
    }

    /** First row that leads a state of the home on; its rows end where those of the next home begin. */
    public int firstState(int home) {
        return stateRow[home];
    }

    public int firstColumn(int home) {
        return homeColumn[home];
    }

    /** First row of the fleet, after the rows of all homes. */
    public int fleetRow() {
        return homeRow[stateRow.length];
    }

    public int rows() {
        return homeRow[stateRow.length + 1];
    }

    /** First column of the fleet. */
    public int fleetColumn() {
        return homeColumn[stateRow.length];
    }

    public int columns() {
        return homeColumn[stateRow.length + 1];
    }

    public int time(int row) {
        return time[row];
    }

    /** Per interval the first of the rows {@code [from, to)}, which are sorted by interval; ends with {@code to}. */
    public int[] byTime(int from, int to) {
        int[] result = new int[intervals + 1];
        int row = from;
        for (int t = 0; t < intervals; t++) {
            result[t] = row;
            while (row < to && time[row] == t) {
                row++;
            }
        }
        result[intervals] = row;
        return result;
    }

    /** Runs over all columns in parallel, whole homes at a time. */
    public void eachRange(Range task) {
        IntStream.range(0, range.length - 1).parallel().forEach(k -> task.over(range[k], range[k + 1]));
    }

    /** Sum of what a task finds in ranges of columns, in the order of the columns whatever the number of threads. */
    public double sum(RangeSum task) {
        return Arrays.stream(map(k -> task.over(range[k], range[k + 1]))).sum();
    }

    /** Least of what a task finds in ranges of columns. */
    public double least(RangeSum task) {
        double least = Double.POSITIVE_INFINITY;
        for (double value : map(k -> task.over(range[k], range[k + 1]))) {
            least = Math.min(least, value);
        }
        return least;
    }

    private double[] map(IntFunction<Double> task) {
        double[] parts = new double[range.length - 1];
        IntStream.range(0, parts.length).parallel().forEach(k -> parts[k] = task.apply(k));
        return parts;
    }

    /** Work on columns {@code [from, to)}. */
    @FunctionalInterface
    public interface Range {
        void over(int from, int to);
    }

    /** A number found in columns {@code [from, to)}. */
    @FunctionalInterface
    public interface RangeSum {
        double over(int from, int to);
    }
}
