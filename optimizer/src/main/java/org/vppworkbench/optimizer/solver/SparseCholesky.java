package org.vppworkbench.optimizer.solver;

import java.util.Arrays;

/**
 * Up-looking sparse Cholesky factorisation {@code M = LLᵀ} with a fixed pattern and the given order: the symbolic part is
 * done once, the numeric part per Newton step. Row k of L is the solution of a triangular system whose pattern is read
 * off the elimination tree (T. Davis, <i>Direct Methods for Sparse Linear Systems</i>, SIAM 2006, chapter 4).
 */
final class SparseCholesky {
    private static final double SKIPPED_PIVOT = 1e128;

    private final int n;
    private final int[] columnStart;
    private final int[] rowOf;
    private final double[] value;
    private final int[] patternStart;
    private final int[] pattern;
    private final double[] work;
    private final int[] next;

    /**
     * @param upperStart column pointers of the upper triangle of M, diagonal included
     * @param upperRow row indices, each at most its column
     */
    SparseCholesky(int n, int[] upperStart, int[] upperRow) {
        this.n = n;
        int[] parent = eliminationTree(n, upperStart, upperRow);
        int[] mark = new int[n];
        Arrays.fill(mark, -1);
        int[] stack = new int[n];
        patternStart = new int[n + 1];
        columnStart = new int[n + 1];
        int[] count = new int[n];
        int[] found = new int[16 * n + 16];
        int size = 0;
        for (int k = 0; k < n; k++) {
            int top = reach(k, upperStart, upperRow, parent, mark, stack);
            if (size + n - top > found.length) {
                found = Arrays.copyOf(found, Math.max(2 * found.length, size + n - top));
            }
            for (int p = top; p < n; p++) {
                found[size++] = stack[p];
                count[stack[p]]++;
            }
            patternStart[k + 1] = size;
        }
        pattern = Arrays.copyOf(found, size);
        for (int k = 0; k < n; k++) {
            columnStart[k + 1] = columnStart[k] + count[k] + 1;
        }
        rowOf = new int[columnStart[n]];
        value = new double[columnStart[n]];
        work = new double[n];
        next = new int[n];
    }

    private static int[] eliminationTree(int n, int[] upperStart, int[] upperRow) {
        int[] parent = new int[n];
        int[] ancestor = new int[n];
        for (int k = 0; k < n; k++) {
            parent[k] = -1;
            ancestor[k] = -1;
            for (int p = upperStart[k]; p < upperStart[k + 1]; p++) {
                int i = upperRow[p];
                while (i != -1 && i < k) {
                    int following = ancestor[i];
                    ancestor[i] = k;
                    if (following == -1) {
                        parent[i] = k;
                    }
                    i = following;
                }
            }
        }
        return parent;
    }

    /** Pattern of row k of L, in the order of elimination, at the end of {@code stack}; returns where it begins. */
    private int reach(int k, int[] upperStart, int[] upperRow, int[] parent, int[] mark, int[] stack) {
        int top = n;
        mark[k] = k;
        for (int p = upperStart[k]; p < upperStart[k + 1]; p++) {
            int i = upperRow[p];
            int length = 0;
            while (mark[i] != k) {
                stack[length++] = i;
                mark[i] = k;
                i = parent[i];
            }
            while (length > 0) {
                stack[--top] = stack[--length];
            }
        }
        return top;
    }

    int entries() {
        return value.length;
    }

    /** Factorises M given the values of its upper triangle; a pivot lost to rounding is skipped, its unknown becomes 0. */
    void factorise(int[] upperStart, int[] upperRow, double[] upperValue) {
        System.arraycopy(columnStart, 0, next, 0, n);
        for (int k = 0; k < n; k++) {
            double diagonal = 0;
            for (int p = upperStart[k]; p < upperStart[k + 1]; p++) {
                int i = upperRow[p];
                if (i == k) {
                    diagonal = upperValue[p];
                } else {
                    work[i] = upperValue[p];
                }
            }
            double pivot = diagonal;
            for (int q = patternStart[k]; q < patternStart[k + 1]; q++) {
                int j = pattern[q];
                double l = work[j] / value[columnStart[j]];
                work[j] = 0;
                int end = next[j];
                for (int p = columnStart[j] + 1; p < end; p++) {
                    work[rowOf[p]] -= value[p] * l;
                }
                pivot -= l * l;
                rowOf[end] = k;
                value[end] = l;
                next[j] = end + 1;
            }
            int d = next[k]++;
            rowOf[d] = k;
            value[d] = pivot > 1e-15 * diagonal && pivot > 1e-200 ? Math.sqrt(pivot) : SKIPPED_PIVOT;
        }
    }

    /** Replaces {@code b} by the solution of {@code LLᵀx = b}. */
    void solve(double[] b) {
        for (int j = 0; j < n; j++) {
            double x = b[j] / value[columnStart[j]];
            b[j] = x;
            for (int p = columnStart[j] + 1; p < columnStart[j + 1]; p++) {
                b[rowOf[p]] -= value[p] * x;
            }
        }
        for (int j = n - 1; j >= 0; j--) {
            double x = b[j];
            for (int p = columnStart[j] + 1; p < columnStart[j + 1]; p++) {
                x -= value[p] * b[rowOf[p]];
            }
            b[j] = x / value[columnStart[j]];
        }
    }
}
