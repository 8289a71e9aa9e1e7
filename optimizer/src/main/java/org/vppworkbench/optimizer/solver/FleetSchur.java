package org.vppworkbench.optimizer.solver;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The coupled fleet by its Schur complement {@code S = F − Σ Bᵢᵀ·Gᵢ·Bᵢ} in the fleet's rows, Gᵢ the inverse of the chain of home i. The work
 * grows with homes × intervals² and with the cube of the rows of the fleet: for many homes. Columns of S are formed in parallel, each
 * over the homes in their order, so that the bits do not depend on the number of threads.
 */
final class FleetSchur implements FleetCoupling {
    private static final int PRODUCTS = HomeFronts.PRODUCTS;

    /** Columns relative to this part of their beginning are taken as gone: below it nothing changes a sum of doubles. */
    private static final double GONE = 1e-20;

    private final List<HomeFronts> homes;
    private final int[] fleet;
    private final DenseCholesky schur;

    FleetSchur(List<HomeFronts> homes, int[] fleet) {
        this.homes = homes;
        this.fleet = fleet;
        schur = new DenseCholesky(fleet[fleet.length - 1] - fleet[0]);
    }

    private int times() {
        return fleet.length - 1;
    }

    private int rows(int t) {
        return fleet[t + 1] - fleet[t];
    }

    /** Operations of a factorisation, roughly. */
    static double cost(List<HomeFronts> homes, int[] fleet) {
        double times = fleet.length - 1;
        double n = fleet[fleet.length - 1] - fleet[0];
        double states = 0;
        for (HomeFronts home : homes) {
            double k = home.chain().rows() / times;
            states += k * k * PRODUCTS + 2 * k * PRODUCTS * PRODUCTS;
        }
        return n * n * n / 3 + states * times * times / 2;
    }

    @Override
    public void update(double[] fleetDiagonal) {
        homes.parallelStream().forEach(home -> {
            home.chain().factorise();
            home.chain().invert();
        });
        schur.clear();
        IntStream.range(0, times()).parallel().forEach(t -> {
            if (rows(t) > 0) {
                form(t, fleetDiagonal);
            }
        });
        schur.factorise();
    }

    /** Forms the columns of interval t: rows of S are intervals up to t, stored as the upper triangle by rows of the transpose. */
    private void form(int t, double[] fleetDiagonal) {
        int column = fleet[t] - fleet[0];
        for (int f = 0; f < rows(t); f++) {
            schur.add(column + f, column + f, fleetDiagonal[column + f]);
        }
        double[] z = {};
        double[] next = {};
        for (HomeFronts home : homes) {
            for (int f = 0; f < rows(t); f++) {
                for (int g = 0; g <= f; g++) {
                    schur.add(column + f, column + g, home.own(t, f, g));
                }
            }
            int most = home.mostStates() * PRODUCTS;
            if (z.length < most) {
                z = new double[most];
                next = new double[most];
            }
            spread(home, t, column, z, next);
        }
    }

    /** Follows G·B of one home from interval t back to the beginning and subtracts what it meets. */
    private void spread(HomeFronts home, int t, int column, double[] z, double[] next) {
        StateChain chain = home.chain();
        int rows = rows(t);
        double[] b = home.hanging(t);
        int before = home.states(t - 1);
        int k = home.states(t);
        if (before + k == 0) {
            return;
        }
        // at t: G[t,t]·(B₊ + N[t−1]ᵀ·B₋)
        double[] g = chain.inverse(t);
        double[] joint = new double[k * rows];
        for (int f = 0; f < rows; f++) {
            for (int a = 0; a < k; a++) {
                double sum = b[f * (before + k) + before + a];
                for (int c = 0; c < before; c++) {
                    sum += chain.back(t - 1)[c * k + a] * b[f * (before + k) + c];
                }
                joint[a * rows + f] = sum;
            }
        }
        multiply(g, k, k, joint, rows, next);
        // at t − 1: N·z(t) + (UᵀU)⁻¹·B₋, and (UᵀU)⁻¹ = G[t−1,t−1] − N·G[t,t]·Nᵀ
        double[] here = before == 0 ? new double[0] : atBefore(chain, t, before, k, b, rows, next);
        subtract(home, t, t, column, rows, here, next);
        if (t == 0) {
            return;
        }
        System.arraycopy(here, 0, z, 0, before * rows);
        double beginning = size(next, k * rows) + size(z, before * rows);
        double[] current = z;
        double[] other = next;
        for (int s = t - 1; s >= 0; s--) {
            int own = home.states(s);
            int earlier = s == 0 ? 0 : home.states(s - 1);
            if (earlier > 0) {
                multiply(chain.back(s - 1), earlier, own, current, rows, other);
            }
            subtract(home, s, t, column, rows, other, current);
            double[] swap = current;
            current = other;
            other = swap;
            if (earlier == 0 || size(current, earlier * rows) <= GONE * beginning) {
                return;
            }
        }
    }

    private static double[] atBefore(StateChain chain, int t, int before, int k, double[] b, int rows, double[] after) {
        double[] hanging = new double[before * rows];
        for (int f = 0; f < rows; f++) {
            for (int c = 0; c < before; c++) {
                hanging[c * rows + f] = b[f * (before + k) + c];
            }
        }
        double[] result = chain.solveBlock(t - 1, hanging, rows);
        double[] moved = new double[before * rows];
        multiply(chain.back(t - 1), before, k, after, rows, moved);
        for (int i = 0; i < result.length; i++) {
            result[i] += moved[i];
        }
        return result;
    }

    /** {@code S[s, t] −= B(s)·z}, z given at s − 1 and at s. */
    private void subtract(HomeFronts home, int s, int t, int column, int rows, double[] before, double[] at) {
        int k = home.states(s);
        int earlier = home.states(s - 1);
        int both = earlier + k;
        double[] b = home.hanging(s);
        int row = fleet[s] - fleet[0];
        for (int g = 0; g < rows(s); g++) {
            for (int f = s == t ? g : 0; f < rows; f++) {
                double sum = 0;
                for (int a = 0; a < earlier; a++) {
                    sum += b[g * both + a] * before[a * rows + f];
                }
                for (int a = 0; a < k; a++) {
                    sum += b[g * both + earlier + a] * at[a * rows + f];
                }
                schur.add(column + f, row + g, -sum);
            }
        }
    }

    private static void multiply(double[] m, int rows, int inner, double[] z, int columns, double[] result) {
        for (int a = 0; a < rows; a++) {
            for (int f = 0; f < columns; f++) {
                double sum = 0;
                for (int c = 0; c < inner; c++) {
                    sum += m[a * inner + c] * z[c * columns + f];
                }
                result[a * columns + f] = sum;
            }
        }
    }

    private static double size(double[] z, int length) {
        double largest = 0;
        for (int i = 0; i < length; i++) {
            largest = Math.max(largest, Math.abs(z[i]));
        }
        return largest;
    }

    @Override
    public void solve(double[] b) {
        double[] right = new double[schur.size()];
        System.arraycopy(b, fleet[0], right, 0, right.length);
        double[][] states = new double[homes.size()][];
        double[][] parts = new double[homes.size()][];
        IntStream.range(0, homes.size()).parallel().forEach(i -> {
            HomeFronts home = homes.get(i);
            int from = home.firstState(0);
            states[i] = java.util.Arrays.copyOfRange(b, from, from + home.chain().rows());
            home.chain().solve(b, from);
            parts[i] = new double[right.length];
            home.towardsFleet(b, parts[i]);
        });
        for (double[] part : parts) {
            for (int f = 0; f < right.length; f++) {
                right[f] += part[f];
            }
        }
        schur.solve(right);
        System.arraycopy(right, 0, b, fleet[0], right.length);
        IntStream.range(0, homes.size()).parallel().forEach(i -> {
            HomeFronts home = homes.get(i);
            System.arraycopy(states[i], 0, b, home.firstState(0), states[i].length);
            home.fromFleet(b);
            home.chain().solve(b, home.firstState(0));
        });
    }
}
