package org.vppworkbench.optimizer.solver;

import java.util.Arrays;
import org.vppworkbench.optimizer.lp.LinearProgram;
import org.vppworkbench.optimizer.lp.Structure;

/**
 * The rows of one home in {@code M = A·H⁻¹·Aᵀ}, eliminated as far as that concerns nobody else (a multifrontal Cholesky factorisation,
 * Duff and Reid 1983, on a structure known beforehand). The front of interval t has the home's rows of t, its states before t, those t
 * leads to, and the fleet's rows of t; the rows of t are eliminated, and what remains is the home's {@link StateChain} and how each of its
 * blocks hangs on the fleet.
 */
final class HomeFronts {
    private static final double REGULARISATION = 1e-14;

    /** Rows of the fleet per interval at most: one per product. */
    static final int PRODUCTS = 3;

    private final LinearProgram lp;
    private final int[] local;
    private final int[] state;
    private final int[] fleet;
    private final int[] order;
    private final int[] first;
    private final byte[] position;
    private final int[] factorStart;
    private final double[] factor;
    private final int mostStates;
    private final StateChain chain;

    /** Per interval (states before, states after) × 3: what is left between states and fleet rows. */
    private final double[][] hanging;

    /** Per interval 3 × 3, what the home adds to the fleet's own rows. */
    private final double[] own;

    /**
     * @param home index in the program
     * @param fleet first fleet row per interval
     */
    HomeFronts(LinearProgram lp, int home, int[] fleet) {
        this.lp = lp;
        this.fleet = fleet;
        Structure structure = lp.structure();
        local = structure.byTime(structure.firstRow(home), structure.firstState(home));
        state = structure.byTime(structure.firstState(home), structure.firstRow(home + 1));
        int times = structure.intervals();
        int from = structure.firstColumn(home);
        int to = structure.firstColumn(home + 1);
        int[] time = new int[to - from];
        first = new int[times + 1];
        int entries = 0;
        for (int j = from; j < to; j++) {
            for (int p = lp.start(j); p < lp.start(j + 1); p++) {
                time[j - from] = Math.max(time[j - from], structure.time(lp.row(p)));
                entries++;
            }
            first[time[j - from] + 1]++;
        }
        for (int t = 0; t < times; t++) {
            first[t + 1] += first[t];
        }
        int[] next = first.clone();
        order = new int[to - from];
        for (int j = from; j < to; j++) {
            order[next[time[j - from]]++] = j;
        }
        position = new byte[entries];
        int k = 0;
        for (int t = 0; t < times; t++) {
            for (int c = first[t]; c < first[t + 1]; c++) {
                for (int p = lp.start(order[c]); p < lp.start(order[c] + 1); p++) {
                    position[k++] = (byte) position(t, lp.row(p), structure.fleetRow());
                }
            }
        }
        factorStart = new int[times + 1];
        int[] sizes = new int[times];
        int most = 0;
        hanging = new double[times][];
        for (int t = 0; t < times; t++) {
            int n = locals(t);
            factorStart[t + 1] = factorStart[t] + n * size(t) - n * (n - 1) / 2;
            sizes[t] = states(t);
            most = Math.max(most, sizes[t]);
            hanging[t] = new double[fleetRows(t) == 0 ? 0 : PRODUCTS * (states(t - 1) + states(t))];
        }
        factor = new double[factorStart[times]];
        own = new double[PRODUCTS * PRODUCTS * times];
        mostStates = most;
        chain = new StateChain(sizes);
    }

    private int position(int t, int row, int fleetRow) {
        int n = locals(t);
        int before = states(t - 1);
        if (row >= fleetRow) {
            return inside(row - fleet[t], fleetRows(t)) + n + before + states(t);
        }
        if (row < state[0]) {
            return inside(row - local[t], n);
        }
        return row < state[t]
                ? inside(row - state[t] + before, before) + n
                : inside(row - state[t], states(t)) + n + before;
    }

    private static int inside(int offset, int size) {
        if (offset < 0 || offset >= size) {
            throw new IllegalStateException("a column of the linear program reaches over more than two intervals");
        }
        return offset;
    }

    private int locals(int t) {
        return local[t + 1] - local[t];
    }

    int states(int t) {
        return t < 0 ? 0 : state[t + 1] - state[t];
    }

    /** Largest number of states in one interval. */
    int mostStates() {
        return mostStates;
    }

    private int fleetRows(int t) {
        return fleet[t + 1] - fleet[t];
    }

    private int size(int t) {
        return locals(t) + states(t - 1) + states(t) + fleetRows(t);
    }

    StateChain chain() {
        return chain;
    }

    /** First row of the home's states in an interval. */
    int firstState(int t) {
        return state[t];
    }

    /** (States before t, states t leads to) × 3, row by row, 0 for products without a row; empty where the fleet has no row at all. */
    double[] hanging(int t) {
        return hanging[t];
    }

    /** Entry (a, b) of what the home adds to the fleet's rows of an interval. */
    double own(int t, int a, int b) {
        return own[(t * PRODUCTS + a) * PRODUCTS + b];
    }

    /** Forms and eliminates all fronts for a new diagonal H⁻¹. */
    void update(double[] inverseH) {
        chain.clear();
        int k = 0;
        double[] front = new double[0];
        int[] target = new int[Byte.MAX_VALUE];
        for (int t = 0; t < local.length - 1; t++) {
            int q = size(t);
            front = front.length < q * q ? new double[q * q] : front;
            Arrays.fill(front, 0, q * q, 0);
            for (int c = first[t]; c < first[t + 1]; c++) {
                int j = order[c];
                int from = lp.start(j);
                int entries = lp.start(j + 1) - from;
                for (int a = 0; a < entries; a++) {
                    target[a] = position[k++];
                }
                double d = inverseH[j];
                for (int a = 0; a < entries; a++) {
                    double scaled = d * lp.value(from + a);
                    for (int b = 0; b < entries; b++) {
                        if (target[b] >= target[a]) {
                            front[target[a] * q + target[b]] += scaled * lp.value(from + b);
                        }
                    }
                }
            }
            eliminate(front, q, locals(t), factorStart[t]);
            hand(front, q, t);
        }
    }

    /** Eliminates the first n unknowns of the upper triangle of a front and keeps their rows of the factor. */
    private void eliminate(double[] front, int q, int n, int at) {
        int kept = at;
        double[] diagonal = new double[n];
        for (int p = 0; p < n; p++) {
            front[p * q + p] *= 1 + REGULARISATION;
            diagonal[p] = front[p * q + p];
        }
        for (int p = 0; p < n; p++) {
            double root = StateChain.root(front[p * q + p], diagonal[p]);
            factor[kept++] = root;
            for (int b = p + 1; b < q; b++) {
                front[p * q + b] /= root;
                factor[kept++] = front[p * q + b];
            }
            for (int a = p + 1; a < q; a++) {
                double l = front[p * q + a];
                if (l != 0) {
                    for (int b = a; b < q; b++) {
                        front[a * q + b] -= l * front[p * q + b];
                    }
                }
            }
        }
    }

    /** Hands what is left of a front to the chain of states and to the fleet. */
    private void hand(double[] front, int q, int t) {
        int n = locals(t);
        int before = states(t - 1);
        int both = before + states(t);
        int rows = fleetRows(t);
        for (int a = 0; a < both; a++) {
            for (int b = a; b < both; b++) {
                chain.add(t, a, b, front[(n + a) * q + n + b]);
            }
            for (int f = 0; f < rows; f++) {
                hanging[t][a * PRODUCTS + f] = front[(n + a) * q + n + both + f];
            }
        }
        for (int f = 0; f < rows; f++) {
            for (int g = f; g < rows; g++) {
                double left = front[(n + both + f) * q + n + both + g];
                own[(t * PRODUCTS + f) * PRODUCTS + g] = left;
                own[(t * PRODUCTS + g) * PRODUCTS + f] = left;
            }
        }
    }

    /** Copies the unknowns of a front side by side. */
    private void gather(int t, double[] b, double[] side) {
        int n = locals(t);
        int before = states(t - 1);
        int both = before + states(t);
        System.arraycopy(b, local[t], side, 0, n);
        System.arraycopy(b, state[t] - before, side, n, both);
        System.arraycopy(b, fleet[t], side, n + both, fleetRows(t));
    }

    /** Forward substitution of the rows of the home that are no states; {@code fleetRight} is indexed from the first fleet row. */
    void forward(double[] b, double[] fleetRight) {
        double[] side = new double[Byte.MAX_VALUE];
        for (int t = 0; t < local.length - 1; t++) {
            int n = locals(t);
            if (n == 0) {
                continue;
            }
            int before = states(t - 1);
            int both = before + states(t);
            int q = size(t);
            int at = factorStart[t];
            gather(t, b, side);
            Arrays.fill(side, n + both, q, 0);
            for (int p = 0; p < n; p++) {
                double y = side[p] / factor[at];
                side[p] = y;
                for (int a = p + 1; a < q; a++) {
                    side[a] -= factor[at + a - p] * y;
                }
                at += q - p;
            }
            System.arraycopy(side, 0, b, local[t], n);
            System.arraycopy(side, n, b, state[t] - before, both);
            for (int f = n + both; f < q; f++) {
                fleetRight[fleet[t] - fleet[0] + f - n - both] += side[f];
            }
        }
    }

    /** Backward substitution of the rows of the home that are no states. */
    void backward(double[] b) {
        double[] side = new double[Byte.MAX_VALUE];
        for (int t = 0; t < local.length - 1; t++) {
            int n = locals(t);
            int q = size(t);
            int at = factorStart[t + 1];
            gather(t, b, side);
            for (int p = n - 1; p >= 0; p--) {
                at -= q - p;
                double x = side[p];
                for (int a = p + 1; a < q; a++) {
                    x -= factor[at + a - p] * side[a];
                }
                side[p] = x / factor[at];
            }
            System.arraycopy(side, 0, b, local[t], n);
        }
    }

    /** {@code right −= Bᵀ·s}: what the home's states mean for the fleet's right-hand side. */
    void towardsFleet(double[] b, double[] fleetRight) {
        for (int t = 0; t < hanging.length; t++) {
            int from = state[t] - states(t - 1);
            double[] h = hanging[t];
            for (int f = 0; f < fleetRows(t); f++) {
                double sum = 0;
                for (int a = 0, k = f; k < h.length; a++, k += PRODUCTS) {
                    sum += h[k] * b[from + a];
                }
                fleetRight[fleet[t] - fleet[0] + f] -= sum;
            }
        }
    }

    /** {@code s −= B·z}: what the fleet's rows mean for the home's states. */
    void fromFleet(double[] b) {
        for (int t = 0; t < hanging.length; t++) {
            int from = state[t] - states(t - 1);
            double[] h = hanging[t];
            for (int f = 0; f < fleetRows(t); f++) {
                double z = b[fleet[t] + f];
                for (int a = 0, k = f; k < h.length; a++, k += PRODUCTS) {
                    b[from + a] -= h[k] * z;
                }
            }
        }
    }
}
