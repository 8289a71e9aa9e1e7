package org.vppworkbench.optimizer.lp;

/**
 * A linear program in the one form the interior-point loop works on: minimise {@code cᵀx} subject to {@code Ax = b} and
 * {@code lower ≤ x ≤ upper}, every bound finite and every box with an interior. Columns with a single possible value have
 * been folded into {@code b} by {@link LinearProgramBuilder}. Rows are in elimination order.
 */
public final class LinearProgram {
    final int rows;
    final int columns;
    final int[] start;
    final int[] row;
    final double[] value;
    final double[] rhs;
    final double[] cost;
    final double[] lower;
    final double[] upper;

    LinearProgram(
            int rows,
            int[] start,
            int[] row,
            double[] value,
            double[] rhs,
            double[] cost,
            double[] lower,
            double[] upper) {
        this.rows = rows;
        this.columns = cost.length;
        this.start = start;
        this.row = row;
        this.value = value;
        this.rhs = rhs;
        this.cost = cost;
        this.lower = lower;
        this.upper = upper;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
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
        double total = 0;
        for (int j = 0; j < columns; j++) {
            total += cost[j] * x[j];
        }
        return total;
    }

    /** {@code Ax − b}. */
    public double[] residual(double[] x) {
        double[] r = new double[rows];
        for (int j = 0; j < columns; j++) {
            for (int p = start[j]; p < start[j + 1]; p++) {
                r[row[p]] += value[p] * x[j];
            }
        }
        for (int i = 0; i < rows; i++) {
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
        for (int i = 0; i < rows; i++) {
            total += rhs[i] * y[i];
        }
        for (int j = 0; j < columns; j++) {
            double d = cost[j] - columnDot(j, y);
            total += d > 0 ? d * lower[j] : d * upper[j];
        }
        return total;
    }
}
