package org.vppworkbench.optimizer.lp;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A linear program in the one form the interior-point loop works on: minimise {@code cᵀx} subject to {@code Ax = b} and
 * {@code lower ≤ x ≤ upper}, every bound finite and every box with an interior. Columns with a single possible value have
 * been folded into {@code b} by {@link LinearProgramBuilder}.
 *
 * <p>Columns and rows come home by home, those of the fleet last ({@link #structure()}): a column of a home has no entry in a row of
 * another home, so that products with A run in parallel, with the same bits on any number of threads.
 */
public final class LinearProgram {
    private final int[] start;
    private final int[] row;
    private final double[] value;
    private final double[] rhs;
    private final double[] cost;
    private final double[] lower;
    private final double[] upper;
    private final Structure structure;
    private final int[] fleetStart;
    private final int[] fleetColumn;
    private final double[] fleetValue;

    LinearProgram(
            int[] start,
            int[] row,
            double[] value,
            double[] rhs,
            double[] cost,
            double[] lower,
            double[] upper,
            Structure structure) {
        this.start = start;
        this.row = row;
        this.value = value;
        this.rhs = rhs;
        this.cost = cost;
        this.lower = lower;
        this.upper = upper;
        this.structure = structure;
        int first = structure.fleetRow();
        fleetStart = new int[rhs.length - first + 1];
        for (int r : row) {
            if (r >= first) {
                fleetStart[r - first + 1]++;
            }
        }
        Arrays.parallelPrefix(fleetStart, Integer::sum);
        int[] next = fleetStart.clone();
        fleetColumn = new int[fleetStart[rhs.length - first]];
        fleetValue = new double[fleetColumn.length];
        for (int j = 0; j < cost.length; j++) {
            for (int p = start[j]; p < start[j + 1]; p++) {
                if (row[p] >= first) {
                    int q = next[row[p] - first]++;
                    fleetColumn[q] = j;
                    fleetValue[q] = value[p];
                }
            }
        }
    }

    public Structure structure() {
        return structure;
    }

    public int rows() {
        return rhs.length;
    }

    public int columns() {
        return cost.length;
    }

    /** First entry of column {@code j}; {@code start(columns())} is the number of entries. */
    public int start(int j) {
        return start[j];
    }

    /** Row of entry {@code p}. */
    public int row(int p) {
        return row[p];
    }

    /** Coefficient of entry {@code p}. */
    public double value(int p) {
        return value[p];
    }

    public double rhs(int i) {
        return rhs[i];
    }

    public double cost(int j) {
        return cost[j];
    }

    public double lower(int j) {
        return lower[j];
    }

    public double upper(int j) {
        return upper[j];
    }

    /** {@code cᵀx}. */
    public double objective(double[] x) {
        return structure.sum((from, to) -> {
            double total = 0;
            for (int j = from; j < to; j++) {
                total += cost[j] * x[j];
            }
            return total;
        });
    }

    /** {@code A·x}. */
    public double[] times(double[] x) {
        double[] result = new double[rhs.length];
        int first = structure.fleetRow();
        structure.eachRange((from, to) -> {
            for (int j = from; j < to; j++) {
                for (int p = start[j]; p < start[j + 1]; p++) {
                    if (row[p] < first) {
                        result[row[p]] += value[p] * x[j];
                    }
                }
            }
        });
        IntStream.range(0, rhs.length - first).parallel().forEach(i -> {
            double sum = 0;
            for (int q = fleetStart[i]; q < fleetStart[i + 1]; q++) {
                sum += fleetValue[q] * x[fleetColumn[q]];
            }
            result[first + i] = sum;
        });
        return result;
    }

    /** {@code Ax − b}. */
    public double[] residual(double[] x) {
        double[] r = times(x);
        for (int i = 0; i < r.length; i++) {
            r[i] -= rhs[i];
        }
        return r;
    }

    /** {@code Aᵀy} for one column. */
    public double columnDot(int j, double[] y) {
        double sum = 0;
        for (int p = start[j]; p < start[j + 1]; p++) {
            sum += value[p] * y[row[p]];
        }
        return sum;
    }

    /**
     * A lower bound on the optimum from any row multipliers {@code y}: {@code bᵀy + Σ min(d·l, d·u)}, {@code d = c − Aᵀy}.
     * Only a stopping test; the reported bound is recomputed by the certificate.
     */
    public double bound(double[] y) {
        double total = 0;
        for (int i = 0; i < rhs.length; i++) {
            total += rhs[i] * y[i];
        }
        return total + structure.sum((from, to) -> {
            double sum = 0;
            for (int j = from; j < to; j++) {
                double d = cost[j] - columnDot(j, y);
                sum += d > 0 ? d * lower[j] : d * upper[j];
            }
            return sum;
        });
    }
}
