package org.vppworkbench.optimizer.solver;

import java.util.Arrays;

/**
 * A symmetric positive definite matrix of blocks in a chain, each coupled with the next only: {@code M = UᵀU} with upper triangular
 * diagonal blocks U and blocks R beside them. For one home the blocks have one to four rows, for a fleet as many as it has storages. Loops
 * run along rows, so that they are compiled to vector instructions.
 */
final class StateChain {
    private static final double SKIPPED_PIVOT = 1e128;
    private static final double[] NONE = {};

    private final int[] size;
    private final int[] start;
    private final double[][] diagonal;
    private final double[][] beside;
    private final double[][] weight;
    private double[][] back = {};
    private double[][] inverse = {};

    /** A chain of blocks of these sizes, which may be 0. */
    StateChain(int[] size) {
        this.size = size;
        int n = size.length;
        start = new int[n + 1];
        diagonal = new double[n][];
        beside = new double[n][];
        weight = new double[n][];
        for (int t = 0; t < n; t++) {
            start[t + 1] = start[t] + size[t];
            diagonal[t] = size[t] == 0 ? NONE : new double[size[t] * size[t]];
            int following = t + 1 < n ? size[t + 1] : 0;
            beside[t] = size[t] * following == 0 ? NONE : new double[size[t] * following];
            weight[t] = size[t] == 0 ? NONE : new double[size[t]];
        }
    }

    int blocks() {
        return size.length;
    }

    int size(int t) {
        return size[t];
    }

    int rows() {
        return start[size.length];
    }

    /** Root of a pivot; one lost to rounding becomes so large that its unknown is 0. */
    static double root(double pivot, double diagonal) {
        return pivot > 1e-15 * diagonal && pivot > 1e-200 ? Math.sqrt(pivot) : SKIPPED_PIVOT;
    }

    void clear() {
        for (int t = 0; t < size.length; t++) {
            Arrays.fill(diagonal[t], 0);
            Arrays.fill(beside[t], 0);
        }
    }

    /** Adds to the upper triangle of the blocks t − 1 and t taken together. */
    void add(int t, int a, int b, double value) {
        int before = t == 0 ? 0 : size[t - 1];
        if (a >= before) {
            diagonal[t][(a - before) * size[t] + b - before] += value;
        } else if (b >= before) {
            beside[t - 1][a * size[t] + b - before] += value;
        } else {
            diagonal[t - 1][a * before + b] += value;
        }
    }

    /** Upper triangle of a diagonal block, row by row. */
    double[] diagonal(int t) {
        return diagonal[t];
    }

    /** Block t, t + 1, row by row. */
    double[] beside(int t) {
        return beside[t];
    }

    /** Replaces M by its factor. */
    void factorise() {
        factorise(() -> {});
    }

    /**
     * The same.
     *
     * @param poll called in every interval; throws where the work is to end
     */
    void factorise(Runnable poll) {
        for (int t = 0; t < size.length; t++) {
            int n = size[t];
            double[] d = diagonal[t];
            for (int i = 0; i < n; i++) {
                weight[t][i] = d[i * n + i];
            }
        }
        for (int t = 0; t < size.length; t++) {
            poll.run();
            int n = size[t];
            double[] d = diagonal[t];
            if (t > 0 && size[t - 1] > 0 && n > 0) {
                subtractSquare(beside[t - 1], size[t - 1], d, n);
            }
            for (int p = 0; p < n; p++) {
                double root = root(d[p * n + p], weight[t][p]);
                d[p * n + p] = root;
                for (int b = p + 1; b < n; b++) {
                    d[p * n + b] /= root;
                }
                for (int a = p + 1; a < n; a++) {
                    double factor = d[p * n + a];
                    for (int b = a; b < n; b++) {
                        d[a * n + b] -= factor * d[p * n + b];
                    }
                }
            }
            int following = t + 1 < size.length ? size[t + 1] : 0;
            double[] r = beside[t];
            for (int p = 0; p < n && following > 0; p++) {
                for (int b = 0; b < following; b++) {
                    r[p * following + b] /= d[p * n + p];
                }
                for (int a = p + 1; a < n; a++) {
                    double factor = d[p * n + a];
                    for (int b = 0; b < following; b++) {
                        r[a * following + b] -= factor * r[p * following + b];
                    }
                }
            }
        }
    }

    /** {@code d −= rᵀr} in the upper triangle. */
    private static void subtractSquare(double[] r, int rows, double[] d, int n) {
        for (int a = 0; a < n; a++) {
            for (int p = 0; p < rows; p++) {
                double factor = r[p * n + a];
                for (int b = a; b < n; b++) {
                    d[a * n + b] -= factor * r[p * n + b];
                }
            }
        }
    }

    /** Replaces {@code b[from..]} by the solution of {@code Mx = b}. */
    void solve(double[] b, int from) {
        for (int t = 0; t < size.length; t++) {
            int n = size[t];
            int at = from + start[t];
            double[] d = diagonal[t];
            for (int p = 0; p < n; p++) {
                double y = b[at + p] / d[p * n + p];
                b[at + p] = y;
                for (int a = p + 1; a < n; a++) {
                    b[at + a] -= d[p * n + a] * y;
                }
            }
            int following = t + 1 < size.length ? size[t + 1] : 0;
            for (int p = 0; p < n; p++) {
                double y = b[at + p];
                for (int a = 0; a < following; a++) {
                    b[at + n + a] -= beside[t][p * following + a] * y;
                }
            }
        }
        for (int t = size.length - 1; t >= 0; t--) {
            int n = size[t];
            int at = from + start[t];
            double[] d = diagonal[t];
            int following = t + 1 < size.length ? size[t + 1] : 0;
            for (int p = n - 1; p >= 0; p--) {
                double x = b[at + p];
                for (int a = 0; a < following; a++) {
                    x -= beside[t][p * following + a] * b[at + n + a];
                }
                for (int a = p + 1; a < n; a++) {
                    x -= d[p * n + a] * b[at + a];
                }
                b[at + p] = x / d[p * n + p];
            }
        }
    }

    /**
     * Prepares the inverse G: its diagonal blocks and the blocks N with {@code G[t, u] = N[t]·G[t + 1, u]} for u > t
     * (Takahashi, Fagan and Chen 1973).
     */
    void invert() {
        int n = size.length;
        back = new double[n][];
        inverse = new double[n][];
        for (int t = n - 1; t >= 0; t--) {
            int k = size[t];
            int following = t + 1 < n ? size[t + 1] : 0;
            back[t] = propagator(t, k, following);
            inverse[t] = diagonalInverse(t, k);
            if (following == 0) {
                continue;
            }
            double[] next = inverse[t + 1];
            double[] moved = new double[k * following];
            for (int a = 0; a < k; a++) {
                for (int c = 0; c < following; c++) {
                    double factor = back[t][a * following + c];
                    for (int b = 0; b < following; b++) {
                        moved[a * following + b] += factor * next[c * following + b];
                    }
                }
            }
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    double sum = 0;
                    for (int c = 0; c < following; c++) {
                        sum += moved[a * following + c] * back[t][b * following + c];
                    }
                    inverse[t][a * k + b] += sum;
                }
            }
        }
    }

    /** {@code −U⁻¹·R}. */
    private double[] propagator(int t, int k, int following) {
        double[] d = diagonal[t];
        double[] result = new double[k * following];
        for (int p = k - 1; p >= 0; p--) {
            for (int b = 0; b < following; b++) {
                double x = -beside[t][p * following + b];
                for (int a = p + 1; a < k; a++) {
                    x -= d[p * k + a] * result[a * following + b];
                }
                result[p * following + b] = x / d[p * k + p];
            }
        }
        return result;
    }

    /** {@code (UᵀU)⁻¹}. */
    private double[] diagonalInverse(int t, int k) {
        double[] identity = new double[k * k];
        for (int a = 0; a < k; a++) {
            identity[a * k + a] = 1;
        }
        return solveBlock(t, identity, k);
    }

    /** {@code (UᵀU)⁻¹·z} for one block, z with several columns, row by row. */
    double[] solveBlock(int t, double[] z, int columns) {
        double[] d = diagonal[t];
        int k = size[t];
        double[] x = z.clone();
        for (int f = 0; f < columns; f++) {
            for (int p = 0; p < k; p++) {
                x[p * columns + f] /= d[p * k + p];
                for (int a = p + 1; a < k; a++) {
                    x[a * columns + f] -= d[p * k + a] * x[p * columns + f];
                }
            }
            for (int p = k - 1; p >= 0; p--) {
                for (int a = p + 1; a < k; a++) {
                    x[p * columns + f] -= d[p * k + a] * x[a * columns + f];
                }
                x[p * columns + f] /= d[p * k + p];
            }
        }
        return x;
    }

    /** N of {@link #invert}, block t × block t + 1, row by row. */
    double[] back(int t) {
        return back[t];
    }

    /** Diagonal block of the inverse, row by row. */
    double[] inverse(int t) {
        return inverse[t];
    }
}
