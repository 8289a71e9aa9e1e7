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
    private final double[] curvature;
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
        this.curvature = new double[cost.length];
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

    /** The same rows and boxes under another objective. */
    private LinearProgram(LinearProgram other, double[] cost, double[] curvature) {
        start = other.start;
        row = other.row;
        value = other.value;
        rhs = other.rhs;
        this.cost = cost;
        this.curvature = curvature;
        lower = other.lower;
        upper = other.upper;
        structure = other.structure;
        fleetStart = other.fleetStart;
        fleetColumn = other.fleetColumn;
        fleetValue = other.fleetValue;
    }

    /**
     * The same rows and boxes under the objective {@code Σ (c + p)·x + q·x²/2}: a separable convex quadratic program.
     *
     * @param added p, per column
     * @param quadratic q ≥ 0, per column
     */
    public LinearProgram with(double[] added, double[] quadratic) {
        double[] sum = new double[cost.length];
        Arrays.setAll(sum, j -> cost[j] + added[j]);
        return new LinearProgram(this, sum, quadratic.clone());
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

    /** Second derivative of the objective in column {@code j}, at least 0; 0 in a linear program. */
    public double curvature(int j) {
        return curvature[j];
    }

    /** First derivative of the objective in column {@code j} at a value of it. */
    public double slope(int j, double x) {
        return cost[j] + curvature[j] * x;
    }

    public double lower(int j) {
        return lower[j];
    }

    public double upper(int j) {
        return upper[j];
    }

    /** {@code cᵀx + ½·xᵀQx}. */
    public double objective(double[] x) {
        return structure.sum((from, to) -> {
            double total = 0;
            for (int j = from; j < to; j++) {
                total += (cost[j] + 0.5 * curvature[j] * x[j]) * x[j];
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
     * A lower bound on the optimum from any row multipliers {@code y}: {@code bᵀy + Σ min over [l, u] of d·x + q·x²/2},
     * {@code d = c − Aᵀy}; without curvature the minimum is at an end of the box.
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
                sum += least(j, d);
            }
            return sum;
        });
    }

    /** Least of {@code d·x + q·x²/2} over the box of a column. */
    private double least(int j, double d) {
        double q = curvature[j];
        if (q == 0) {
            return d > 0 ? d * lower[j] : d * upper[j];
        }
        double x = Math.clamp(-d / q, lower[j], upper[j]);
        return (d + 0.5 * q * x) * x;
    }
}
