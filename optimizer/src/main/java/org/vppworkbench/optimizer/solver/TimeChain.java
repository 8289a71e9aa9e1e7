package org.vppworkbench.optimizer.solver;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The coupled fleet as one chain over time: the fleet's rows of an interval are eliminated first, and the states of all homes together
 * are the links. The work grows with intervals × storages³: for few homes and many intervals.
 */
final class TimeChain implements FleetCoupling {
    private static final int PRODUCTS = HomeFronts.PRODUCTS;

    private final List<HomeFronts> homes;
    private final int[] fleet;
    private final int[] size;
    private final StateChain chain;
    private final double[][] rootOf;
    private final double[][] wing;
    private final int[] at;
    private final Runnable poll;

    TimeChain(List<HomeFronts> homes, int[] fleet, Runnable poll) {
        this.homes = homes;
        this.fleet = fleet;
        this.poll = poll;
        int times = fleet.length - 1;
        size = new int[times];
        at = new int[times + 1];
        for (int t = 0; t < times; t++) {
            for (HomeFronts home : homes) {
                size[t] += home.states(t);
            }
            at[t + 1] = at[t] + size[t];
        }
        chain = new StateChain(size);
        rootOf = new double[times][PRODUCTS * PRODUCTS];
        wing = new double[times][];
        for (int t = 0; t < times; t++) {
            wing[t] = new double[rows(t) * both(t)];
        }
    }

    private int rows(int t) {
        return fleet[t + 1] - fleet[t];
    }

    private int before(int t) {
        return t == 0 ? 0 : size[t - 1];
    }

    private int both(int t) {
        return before(t) + size[t];
    }

    /** Operations of a factorisation, roughly. */
    static double cost(List<HomeFronts> homes, int[] fleet) {
        double total = 0;
        for (int t = 0; t < fleet.length - 1; t++) {
            double n = 0;
            for (HomeFronts home : homes) {
                n += home.states(t);
            }
            total += 7.0 / 3 * n * n * n;
        }
        return total;
    }

    @Override
    public void update(double[] fleetDiagonal) {
        chain.clear();
        IntStream.range(0, size.length).parallel().forEach(this::collect);
        for (int t = 0; t < size.length; t++) {
            poll.run();
            if (rows(t) > 0) {
                eliminateFleet(t, fleetDiagonal);
            }
        }
        chain.factorise(poll);
    }

    /** Copies the blocks of the homes that belong to interval t, and how they hang on the fleet. */
    private void collect(int t) {
        int column = 0;
        int columnAfter = 0;
        int hangBefore = 0;
        int hangAfter = before(t);
        int n = size[t];
        int following = t + 1 < size.length ? size[t + 1] : 0;
        for (HomeFronts home : homes) {
            int k = home.states(t);
            int after = t + 1 < size.length ? home.states(t + 1) : 0;
            double[] diagonal = home.chain().diagonal(t);
            double[] beside = home.chain().beside(t);
            for (int a = 0; a < k; a++) {
                System.arraycopy(diagonal, a * k, chain.diagonal(t), (column + a) * n + column, k);
                if (after > 0) {
                    System.arraycopy(beside, a * after, chain.beside(t), (column + a) * following + columnAfter, after);
                }
            }
            int kBefore = home.states(t - 1);
            for (int f = 0; f < rows(t); f++) {
                for (int a = 0; a < kBefore + k; a++) {
                    int to = a < kBefore ? hangBefore + a : hangAfter + a - kBefore;
                    wing[t][f * both(t) + to] = home.hanging(t)[a * PRODUCTS + f];
                }
            }
            column += k;
            columnAfter += after;
            hangBefore += kBefore;
            hangAfter += k;
        }
    }

    private void eliminateFleet(int t, double[] fleetDiagonal) {
        int rows = rows(t);
        int both = both(t);
        double[] root = rootOf[t];
        double[] w = wing[t];
        double[] diagonal = new double[rows];
        Arrays.fill(root, 0);
        for (int f = 0; f < rows; f++) {
            for (int g = f; g < rows; g++) {
                double sum = f == g ? fleetDiagonal[fleet[t] - fleet[0] + f] : 0;
                for (HomeFronts home : homes) {
                    sum += home.own(t, f, g);
                }
                root[f * PRODUCTS + g] = sum;
            }
            diagonal[f] = root[f * PRODUCTS + f];
        }
        for (int p = 0; p < rows; p++) {
            double pivot = StateChain.root(root[p * PRODUCTS + p], diagonal[p]);
            root[p * PRODUCTS + p] = pivot;
            for (int b = p + 1; b < rows; b++) {
                root[p * PRODUCTS + b] /= pivot;
            }
            for (int b = 0; b < both; b++) {
                w[p * both + b] /= pivot;
            }
            for (int a = p + 1; a < rows; a++) {
                double factor = root[p * PRODUCTS + a];
                for (int b = a; b < rows; b++) {
                    root[a * PRODUCTS + b] -= factor * root[p * PRODUCTS + b];
                }
                for (int b = 0; b < both; b++) {
                    w[a * both + b] -= factor * w[p * both + b];
                }
            }
        }
        for (int p = 0; p < rows; p++) {
            subtract(t, w, p * both, before(t));
        }
    }

    /** Subtracts the square of one row of the wing from the blocks t − 1 and t. */
    private void subtract(int t, double[] w, int from, int before) {
        int n = size[t];
        for (int a = 0; a < before; a++) {
            double factor = w[from + a];
            double[] own = chain.diagonal(t - 1);
            for (int b = a; b < before; b++) {
                own[a * before + b] -= factor * w[from + b];
            }
            double[] beside = chain.beside(t - 1);
            for (int b = 0; b < n; b++) {
                beside[a * n + b] -= factor * w[from + before + b];
            }
        }
        double[] own = chain.diagonal(t);
        for (int a = 0; a < n; a++) {
            double factor = w[from + before + a];
            for (int b = a; b < n; b++) {
                own[a * n + b] -= factor * w[from + before + b];
            }
        }
    }

    @Override
    public void solve(double[] b) {
        double[] s = new double[chain.rows()];
        for (int t = 0; t < size.length; t++) {
            int next = at[t];
            for (HomeFronts home : homes) {
                System.arraycopy(b, home.firstState(t), s, next, home.states(t));
                next += home.states(t);
            }
        }
        for (int t = 0; t < size.length; t++) {
            int both = both(t);
            for (int p = 0; p < rows(t); p++) {
                double y = b[fleet[t] + p] / rootOf[t][p * PRODUCTS + p];
                b[fleet[t] + p] = y;
                for (int a = p + 1; a < rows(t); a++) {
                    b[fleet[t] + a] -= rootOf[t][p * PRODUCTS + a] * y;
                }
                for (int a = 0; a < both; a++) {
                    s[at[t] - before(t) + a] -= wing[t][p * both + a] * y;
                }
            }
        }
        chain.solve(s, 0);
        for (int t = 0; t < size.length; t++) {
            int both = both(t);
            for (int p = rows(t) - 1; p >= 0; p--) {
                double x = b[fleet[t] + p];
                for (int a = 0; a < both; a++) {
                    x -= wing[t][p * both + a] * s[at[t] - before(t) + a];
                }
                for (int a = p + 1; a < rows(t); a++) {
                    x -= rootOf[t][p * PRODUCTS + a] * b[fleet[t] + a];
                }
                b[fleet[t] + p] = x / rootOf[t][p * PRODUCTS + p];
            }
            int next = at[t];
            for (HomeFronts home : homes) {
                System.arraycopy(s, next, b, home.firstState(t), home.states(t));
                next += home.states(t);
            }
        }
    }
}
