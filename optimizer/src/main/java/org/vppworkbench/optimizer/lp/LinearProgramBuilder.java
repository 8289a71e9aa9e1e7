package org.vppworkbench.optimizer.lp;

import java.util.Arrays;

/**
 * Collects columns, rows and coefficients, home by home, then folds fixed columns into the right-hand side and sorts the rows. Indices
 * given out here stay valid: {@link #valueOf} and {@link #multiplierOf} translate back.
 */
public final class LinearProgramBuilder {
    /** Boxes narrower than this are a single value [kW or kWh]. */
    static final double FIXED_WIDTH = 1e-9;

    private final Numbers lower = new Numbers();
    private final Numbers upper = new Numbers();
    private final Numbers profit = new Numbers();
    private final Numbers rhs = new Numbers();
    private final Integers order = new Integers();
    private final Integers owner = new Integers();
    private final Integers firstColumn = new Integers();
    private final Integers entryRow = new Integers();
    private final Integers entryColumn = new Integers();
    private final Numbers entryValue = new Numbers();
    private int[] newColumn = {};
    private int[] newRow = {};

    /** Columns and rows added from now on belong to the next home, or to the fleet, which comes last. */
    public void nextOwner() {
        firstColumn.add(lower.size());
    }

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

    /** Adds an equality row; {@code elimination} as in {@link Elimination}. */
    public int row(double rightHandSide, int elimination) {
        rhs.add(rightHandSide);
        order.add(elimination);
        owner.add(firstColumn.size() - 1);
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
            int j = entryColumn.get(k);
            int i = entryRow.get(k);
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
            int j = newColumn[entryColumn.get(k)];
            if (j >= 0) {
                row[next[j]] = newRow[entryRow.get(k)];
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
                count, row, value, b, kept(profit, columns, -1), kept(lower, columns, 1), kept(upper, columns, 1),
                structure(rows, columns));
    }

    /** Home, kind (state or not) and interval of a row, sorted as {@link Structure} asks, above the row itself. */
    private long key(int i) {
        int elimination = order.get(i);
        long home = Elimination.isFleet(elimination) ? firstColumn.size() - 1 : owner.get(i);
        long kind = Elimination.isState(elimination) ? 1 : 0;
        return ((home << 1 | kind) << 17 | Elimination.time(elimination)) << 31 | i;
    }

    private Structure structure(int rows, int columns) {
        int homes = firstColumn.size() - 1;
        int[] homeColumn = new int[homes + 2];
        homeColumn[homes + 1] = columns;
        for (int home = homes, from = columns, j = lower.size(); home >= 0; home--) {
            while (j > firstColumn.get(home)) {
                from -= newColumn[--j] < 0 ? 0 : 1;
            }
            homeColumn[home] = from;
        }
        int[] homeRow = new int[homes + 2];
        int[] locals = new int[homes];
        int[] time = new int[rows];
        for (int i = 0; i < newRow.length; i++) {
            if (newRow[i] >= 0) {
                boolean fleet = Elimination.isFleet(order.get(i));
                int home = fleet ? homes : owner.get(i);
                homeRow[home + 1]++;
                if (!fleet && !Elimination.isState(order.get(i))) {
                    locals[home]++;
                }
                time[newRow[i]] = Elimination.time(order.get(i));
            }
        }
        Arrays.parallelPrefix(homeRow, Integer::sum);
        int[] stateRow = new int[homes];
        Arrays.setAll(stateRow, home -> homeRow[home] + locals[home]);
        return new Structure(homeRow, homeColumn, stateRow, time);
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
        long[] keys = new long[used.length];
        int size = 0;
        for (int i = 0; i < used.length; i++) {
            if (used[i]) {
                keys[size++] = key(i);
            }
        }
        Arrays.parallelSort(keys, 0, size);
        newRow = new int[used.length];
        Arrays.fill(newRow, -1);
        for (int i = 0; i < size; i++) {
            newRow[(int) (keys[i] & Integer.MAX_VALUE)] = i;
        }
        return size;
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

    /** Number of a column in the built program, or −1 where it does not exist or has one possible value. */
    int indexOf(int column) {
        return column < 0 ? -1 : newColumn[column];
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
