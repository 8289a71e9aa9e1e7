package org.vppworkbench.optimizer.lp;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Collects columns, rows and coefficients, then folds fixed columns into the right-hand side and sorts the rows into
 * elimination order. Indices given out here stay valid: {@link #valueOf} and {@link #multiplierOf} translate back.
 */
public final class LinearProgramBuilder {
    /** Boxes narrower than this are a single value [kW or kWh]. */
    static final double FIXED_WIDTH = 1e-9;

    private final Numbers lower = new Numbers();
    private final Numbers upper = new Numbers();
    private final Numbers profit = new Numbers();
    private final Numbers rhs = new Numbers();
    private final Numbers order = new Numbers();
    private final Numbers entryRow = new Numbers();
    private final Numbers entryColumn = new Numbers();
    private final Numbers entryValue = new Numbers();
    private int[] newColumn = {};
    private int[] newRow = {};

    /** Adds a column with a finite box and its coefficient in the maximised welfare [$ per unit]. */
    public int column(double low, double high, double profitPerUnit) {
        if (!(low <= high + FIXED_WIDTH) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException("empty or infinite box [" + low + ", " + high + "]");
        }
        lower.add(low);
        upper.add(Math.max(low, high));
        profit.add(profitPerUnit);
        return lower.size() - 1;
    }

    /** Adds an equality row; rows are eliminated by ascending {@code elimination}. */
    public int row(double rightHandSide, int elimination) {
        rhs.add(rightHandSide);
        order.add(elimination);
        return rhs.size() - 1;
    }

    public void put(int row, int column, double value) {
        entryRow.add(row);
        entryColumn.add(column);
        entryValue.add(value);
    }

    /** As {@link #put}; nothing where the column does not exist (−1). */
    void putIfPresent(int row, int column, double value) {
        if (column >= 0) {
            put(row, column, value);
        }
    }

    double low(int column) {
        return lower.get(column);
    }

    double high(int column) {
        return upper.get(column);
    }

    private boolean isFixed(int column) {
        return upper.get(column) - lower.get(column) <= FIXED_WIDTH;
    }

    private double fixedValue(int column) {
        return 0.5 * (lower.get(column) + upper.get(column));
    }

    /** The program without fixed columns and without rows that became empty. */
    public LinearProgram build() {
        int columns = numberColumns();
        double[] folded = rhs.toArray();
        boolean[] used = new boolean[rhs.size()];
        int[] count = new int[columns + 1];
        for (int k = 0; k < entryRow.size(); k++) {
            int j = (int) entryColumn.get(k);
            int i = (int) entryRow.get(k);
            if (newColumn[j] < 0) {
                folded[i] -= entryValue.get(k) * fixedValue(j);
            } else {
                used[i] = true;
                count[newColumn[j] + 1]++;
            }
        }
        int rows = numberRows(used);
        Arrays.parallelPrefix(count, Integer::sum);
        int[] next = count.clone();
        int[] row = new int[count[columns]];
        double[] value = new double[row.length];
        for (int k = 0; k < entryRow.size(); k++) {
            int j = newColumn[(int) entryColumn.get(k)];
            if (j >= 0) {
                row[next[j]] = newRow[(int) entryRow.get(k)];
                value[next[j]++] = entryValue.get(k);
            }
        }
        double[] b = new double[rows];
        for (int i = 0; i < newRow.length; i++) {
            if (newRow[i] >= 0) {
                b[newRow[i]] = folded[i];
            }
        }
        return new LinearProgram(
                rows, count, row, value, b, kept(profit, columns, -1), kept(lower, columns, 1), kept(upper, columns, 1));
    }

    private int numberColumns() {
        newColumn = new int[lower.size()];
        int columns = 0;
        for (int j = 0; j < newColumn.length; j++) {
            newColumn[j] = isFixed(j) ? -1 : columns++;
        }
        return columns;
    }

    private int numberRows(boolean[] used) {
        int[] sorted = IntStream.range(0, used.length)
                .filter(i -> used[i])
                .boxed()
                .sorted(Comparator.comparingDouble(order::get))
                .mapToInt(Integer::intValue)
                .toArray();
        newRow = new int[used.length];
        Arrays.fill(newRow, -1);
        for (int i = 0; i < sorted.length; i++) {
            newRow[sorted[i]] = i;
        }
        return sorted.length;
    }

    private double[] kept(Numbers source, int columns, double factor) {
        double[] result = new double[columns];
        for (int j = 0; j < newColumn.length; j++) {
            if (newColumn[j] >= 0) {
                result[newColumn[j]] = factor * source.get(j);
            }
        }
        return result;
    }

    /** Value of a column in a solution of the built program; −1 as column means the quantity does not exist and is 0. */
    public double valueOf(double[] x, int column) {
        if (column < 0) {
            return 0;
        }
        return newColumn[column] < 0 ? fixedValue(column) : x[newColumn[column]];
    }

    /** Multiplier of a row in a solution of the built program, 0 where the row does not exist or is empty. */
    public double multiplierOf(double[] y, int row) {
        return row < 0 || newRow[row] < 0 ? 0 : y[newRow[row]];
    }
}
