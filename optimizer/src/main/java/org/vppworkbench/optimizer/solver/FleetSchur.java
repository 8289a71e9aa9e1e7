package org.vppworkbench.optimizer.solver;

import java.util.Arrays;
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
    private final Runnable poll;

    FleetSchur(List<HomeFronts> homes, int[] fleet, Runnable poll) {
        this.homes = homes;
        this.fleet = fleet;
        this.poll = poll;
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
            poll.run();
            home.chain().factorise();
            home.chain().invert();
        });
        schur.clear();
        IntStream.range(0, times()).parallel().forEach(t -> {
            poll.run();
            if (rows(t) > 0) {
                form(t, fleetDiagonal);
            }
        });
        schur.factorise(poll);
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
        double[] b = home.hanging(t);
        int before = home.states(t - 1);
        int k = home.states(t);
        if (before + k == 0) {
            return;
        }
        atEnd(chain, t, before, k, b, z, next);
        subtract(home, t, t, column, z, next);
        double beginning = size(next, k) + size(z, before);
        double[] current = z;
        double[] other = next;
        for (int s = t - 1; s >= 0; s--) {
            int own = home.states(s);
            int earlier = home.states(s - 1);
            if (earlier > 0) {
                multiply(chain.back(s - 1), earlier, own, current, other);
            }
            subtract(home, s, t, column, other, current);
            double[] swap = current;
            current = other;
            other = swap;
            if (earlier == 0 || size(current, earlier) <= GONE * beginning) {
                return;
            }
        }
    }

    /**
     * G·B at t, {@code G[t, t]·(B₊ + N[t − 1]ᵀ·B₋)}, and at t − 1, {@code N·z(t) + (UᵀU)⁻¹·B₋}, where
     * {@code (UᵀU)⁻¹ = G[t − 1, t − 1] − N·G[t, t]·Nᵀ}.
     */
    private static void atEnd(StateChain chain, int t, int before, int k, double[] b, double[] zBefore, double[] z) {
        double[] joint = Arrays.copyOfRange(b, before * PRODUCTS, (before + k) * PRODUCTS);
        for (int c = 0; c < before; c++) {
            for (int a = 0; a < k; a++) {
                double n = chain.back(t - 1)[c * k + a];
                for (int f = 0; f < PRODUCTS; f++) {
                    joint[a * PRODUCTS + f] += n * b[c * PRODUCTS + f];
                }
            }
        }
        multiply(chain.inverse(t), k, k, joint, z);
        if (before > 0) {
            multiply(chain.back(t - 1), before, k, z, zBefore);
            double[] alone = chain.solveBlock(t - 1, Arrays.copyOf(b, before * PRODUCTS), PRODUCTS);
            for (int i = 0; i < alone.length; i++) {
                zBefore[i] += alone[i];
            }
        }
    }

    /** {@code S[s, t] −= B(s)ᵀ·z}, z given at s − 1 and at s. */
    private void subtract(HomeFronts home, int s, int t, int column, double[] before, double[] at) {
        double[] b = home.hanging(s);
        if (b.length == 0) {
            return;
        }
        int earlier = home.states(s - 1) * PRODUCTS;
        double s00 = 0;
        double s01 = 0;
        double s02 = 0;
        double s10 = 0;
        double s11 = 0;
        double s12 = 0;
        double s20 = 0;
        double s21 = 0;
        double s22 = 0;
        for (int k = 0; k < b.length; k += PRODUCTS) {
            double[] z = k < earlier ? before : at;
            int i = k < earlier ? k : k - earlier;
            double b0 = b[k];
            double b1 = b[k + 1];
            double b2 = b[k + 2];
            double z0 = z[i];
            double z1 = z[i + 1];
            double z2 = z[i + 2];
            s00 += z0 * b0;
            s01 += z0 * b1;
            s02 += z0 * b2;
            s10 += z1 * b0;
            s11 += z1 * b1;
            s12 += z1 * b2;
            s20 += z2 * b0;
            s21 += z2 * b1;
            s22 += z2 * b2;
        }
        int row = fleet[s] - fleet[0];
        int rows = rows(s);
        schur.subtract(column, row, s == t ? 1 : rows, s00, s01, s02);
        if (rows(t) > 1) {
            schur.subtract(column + 1, row, s == t ? 2 : rows, s10, s11, s12);
        }
        if (rows(t) > 2) {
            schur.subtract(column + 2, row, rows, s20, s21, s22);
        }
    }

    private static void multiply(double[] m, int rows, int inner, double[] z, double[] result) {
        for (int a = 0; a < rows; a++) {
            double r0 = 0;
            double r1 = 0;
            double r2 = 0;
            for (int c = 0; c < inner; c++) {
                double x = m[a * inner + c];
                r0 += x * z[c * PRODUCTS];
                r1 += x * z[c * PRODUCTS + 1];
                r2 += x * z[c * PRODUCTS + 2];
            }
            result[a * PRODUCTS] = r0;
            result[a * PRODUCTS + 1] = r1;
            result[a * PRODUCTS + 2] = r2;
        }
    }

    /** Largest entry of the first rows. */
    private static double size(double[] z, int rows) {
        double largest = 0;
        for (int i = 0; i < rows * PRODUCTS; i++) {
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
            states[i] = Arrays.copyOfRange(b, from, from + home.chain().rows());
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
