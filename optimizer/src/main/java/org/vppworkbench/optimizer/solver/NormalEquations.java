package org.vppworkbench.optimizer.solver;

import java.util.Arrays;
import org.vppworkbench.optimizer.lp.LinearProgram;

/**
 * The matrix {@code M = A·H⁻¹·Aᵀ} of an interior-point step, H diagonal. Rows come in elimination order (everything of an
 * interval, then the states that lead to it), so its Cholesky factor stays narrow: the fleet is one chain over time whose
 * links are as wide as the number of coupled storages.
 */
final class NormalEquations {
    private static final double REGULARISATION = 1e-14;
    private static final int MAX_REFINEMENTS = 12;

    private final LinearProgram lp;
    private final int[] upperStart;
    private final int[] upperRow;
    private final double[] upperValue;
    private final int[] product;
    private final SparseCholesky factor;
    private double[] inverseH = {};

    NormalEquations(LinearProgram lp) {
        this.lp = lp;
        int m = lp.rows();
        long[] keys = new long[products(lp)];
        int size = 0;
        for (int j = 0; j < lp.columns(); j++) {
            for (int p = lp.start(j); p < lp.start(j + 1); p++) {
                for (int q = lp.start(j); q <= p; q++) {
                    keys[size++] = key(lp.row(p), lp.row(q));
                }
            }
        }
        long[] distinct = Arrays.stream(keys).sorted().distinct().toArray();
        upperStart = new int[m + 1];
        upperRow = new int[distinct.length];
        for (int k = 0; k < distinct.length; k++) {
            upperRow[k] = (int) distinct[k];
            upperStart[(int) (distinct[k] >>> 32) + 1]++;
        }
        Arrays.parallelPrefix(upperStart, Integer::sum);
        product = new int[size];
        for (int k = 0; k < size; k++) {
            product[k] = Arrays.binarySearch(distinct, keys[k]);
        }
        upperValue = new double[distinct.length];
        factor = new SparseCholesky(m, upperStart, upperRow);
    }

    private static int products(LinearProgram lp) {
        int total = 0;
        for (int j = 0; j < lp.columns(); j++) {
            int entries = lp.start(j + 1) - lp.start(j);
            total += entries * (entries + 1) / 2;
        }
        return total;
    }

    private static long key(int a, int b) {
        return (long) Math.max(a, b) << 32 | Math.min(a, b);
    }

    int factorEntries() {
        return factor.entries();
    }

    /** Forms and factorises M for a new diagonal H. */
    void update(double[] h) {
        inverseH = new double[h.length];
        Arrays.fill(upperValue, 0);
        int k = 0;
        for (int j = 0; j < h.length; j++) {
            double d = 1 / h[j];
            inverseH[j] = d;
            for (int p = lp.start(j); p < lp.start(j + 1); p++) {
                double scaled = d * lp.value(p);
                for (int q = lp.start(j); q <= p; q++) {
                    upperValue[product[k++]] += scaled * lp.value(q);
                }
            }
        }
        for (int i = 0; i < lp.rows(); i++) {
            int diagonal = upperStart[i + 1] - 1;
            upperValue[diagonal] *= 1 + REGULARISATION;
        }
        factor.factorise(upperStart, upperRow, upperValue);
    }

    /** {@code M·w}, from A itself so that the factor's rounding does not enter. */
    private double[] multiply(double[] w) {
        double[] result = new double[w.length];
        for (int j = 0; j < inverseH.length; j++) {
            double scaled = inverseH[j] * lp.columnDot(j, w);
            for (int p = lp.start(j); p < lp.start(j + 1); p++) {
                result[lp.row(p)] += lp.value(p) * scaled;
            }
        }
        return result;
    }

    /** Solves {@code M·w = b}: conjugate gradients preconditioned by the factor, which is almost exact. */
    double[] solve(double[] b) {
        int m = b.length;
        double[] w = b.clone();
        factor.solve(w);
        double[] r = subtract(b, multiply(w));
        double target = 1e-13 * norm(b);
        double best = norm(r);
        double[] bestW = w.clone();
        double[] direction = new double[m];
        double rz = 0;
        for (int k = 0; k < MAX_REFINEMENTS && best > target; k++) {
            double[] z = r.clone();
            factor.solve(z);
            double following = dot(r, z);
            if (!(following > 0)) {
                break;
            }
            double ratio = k == 0 ? 0 : following / rz;
            rz = following;
            for (int i = 0; i < m; i++) {
                direction[i] = z[i] + ratio * direction[i];
            }
            double[] image = multiply(direction);
            double curvature = dot(direction, image);
            if (!(curvature > 0)) {
                break;
            }
            double step = rz / curvature;
            for (int i = 0; i < m; i++) {
                w[i] += step * direction[i];
                r[i] -= step * image[i];
            }
            double size = norm(r);
            if (size < best) {
                best = size;
                bestW = w.clone();
            }
        }
        return bestW;
    }

    private static double[] subtract(double[] a, double[] b) {
        double[] result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = a[i] - b[i];
        }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] a) {
        double largest = 0;
        for (double v : a) {
            largest = Math.max(largest, Math.abs(v));
        }
        return largest;
    }
}
