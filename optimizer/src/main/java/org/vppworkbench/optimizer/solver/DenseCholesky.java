package org.vppworkbench.optimizer.solver;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Cholesky factorisation of a dense symmetric matrix, in square tiles and in parallel: every tile is computed by one task in a fixed
 * order, so the bits do not depend on the number of threads. Lower triangle, M = LLᵀ.
 */
final class DenseCholesky {
    private static final int TILE = 48;

    private final int n;
    private final double[][] row;
    private final double[] diagonal;

    DenseCholesky(int n) {
        this.n = n;
        row = new double[n][];
        diagonal = new double[n];
        for (int i = 0; i < n; i++) {
            row[i] = new double[Math.min(n, (i / TILE + 1) * TILE)];
        }
    }

    int size() {
        return n;
    }

    void clear() {
        for (double[] r : row) {
            Arrays.fill(r, 0);
        }
    }

    /** Adds to entry (i, j), j ≤ i. */
    void add(int i, int j, double value) {
        row[i][j] += value;
    }

    /** Subtracts from the first {@code count}, at most three, of the entries (i, j), (i, j + 1), (i, j + 2). */
    void subtract(int i, int j, int count, double first, double second, double third) {
        double[] r = row[i];
        r[j] -= first;
        if (count > 1) {
            r[j + 1] -= second;
        }
        if (count > 2) {
            r[j + 2] -= third;
        }
    }

    private int tiles() {
        return (n + TILE - 1) / TILE;
    }

    private int end(int tile) {
        return Math.min(n, (tile + 1) * TILE);
    }

    /**
     * Replaces the matrix by its factor L.
     *
     * @param poll called in every row of tiles, from several threads; throws where the work is to end
     */
    void factorise(Runnable poll) {
        for (int i = 0; i < n; i++) {
            diagonal[i] = row[i][i];
        }
        double[][] transposed = new double[TILE][TILE];
        for (int k = 0; k < tiles(); k++) {
            int from = k * TILE;
            int to = end(k);
            factoriseTile(from, to);
            for (int j = from; j < to; j++) {
                for (int i = j; i < to; i++) {
                    transposed[j - from][i - from] = row[i][j];
                }
            }
            IntStream.range(to, n).parallel().forEach(i -> solveRow(row[i], from, to, transposed));
            int following = k + 1;
            IntStream.range(following, tiles()).parallel().forEach(i -> {
                poll.run();
                updateTiles(i, following, from, to);
            });
        }
    }

    private void factoriseTile(int from, int to) {
        for (int p = from; p < to; p++) {
            double root = StateChain.root(row[p][p], diagonal[p]);
            row[p][p] = root;
            for (int i = p + 1; i < to; i++) {
                row[i][p] /= root;
            }
            for (int i = p + 1; i < to; i++) {
                double factor = row[i][p];
                for (int j = p + 1; j <= i; j++) {
                    row[i][j] -= factor * row[j][p];
                }
            }
        }
    }

    /** {@code r := r·L⁻ᵀ} for one row beside the tile. */
    private static void solveRow(double[] r, int from, int to, double[][] transposed) {
        for (int p = from; p < to; p++) {
            double[] l = transposed[p - from];
            double x = r[p] / l[p - from];
            r[p] = x;
            for (int j = p + 1; j < to; j++) {
                r[j] -= x * l[j - from];
            }
        }
    }

    /** Subtracts {@code L(i, k)·L(j, k)ᵀ} from the tiles (i, j), j ≤ i, of a row of tiles. */
    private void updateTiles(int i, int first, int from, int to) {
        int width = to - from;
        double[] panel = new double[width * TILE];
        for (int j = first; j <= i; j++) {
            int left = j * TILE;
            int right = end(j);
            for (int c = left; c < right; c++) {
                for (int p = 0; p < width; p++) {
                    panel[p * TILE + c - left] = row[c][from + p];
                }
            }
            for (int a = i * TILE; a < end(i); a++) {
                double[] target = row[a];
                for (int p = 0; p < width; p++) {
                    double factor = target[from + p];
                    int at = p * TILE - left;
                    for (int c = left; c < right; c++) {
                        target[c] -= factor * panel[at + c];
                    }
                }
            }
        }
    }

    /** Replaces {@code b} by the solution of {@code Mx = b}. */
    void solve(double[] b) {
        for (int i = 0; i < n; i++) {
            double sum = b[i];
            for (int j = 0; j < i; j++) {
                sum -= row[i][j] * b[j];
            }
            b[i] = sum / row[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double x = b[i] / row[i][i];
            b[i] = x;
            for (int j = 0; j < i; j++) {
                b[j] -= row[i][j] * x;
            }
        }
    }
}
