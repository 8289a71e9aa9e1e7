package org.vppworkbench.optimizer.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.optimizer.Fleets;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.lp.FleetProgram;
import org.vppworkbench.optimizer.lp.HomeDirections;
import org.vppworkbench.optimizer.lp.LinearProgram;

class NormalEquationsTest {
    private static LinearProgram program(long seed, int homes, int days) {
        RunInputs inputs = Fleets.withCalls(Fleets.withV2g(Fleets.random(seed, homes, 1, days), seed, 0.5), seed);
        return new FleetProgram(
                        inputs, Mode.AWARE, IntStream.range(0, homes).boxed().toList(), _ -> HomeDirections.FREE, () -> {})
                .program();
    }

    /** H as in the middle of a solve: entries over eight orders of magnitude. */
    private static double[] diagonal(LinearProgram lp, SplittableRandom random) {
        return random.doubles(lp.columns(), -4, 4).map(x -> Math.pow(10, x)).toArray();
    }

    private static double[] image(LinearProgram lp, double[] h, double[] w) {
        double[] scaled = new double[lp.columns()];
        Arrays.setAll(scaled, j -> lp.columnDot(j, w) / h[j]);
        return lp.times(scaled);
    }

    @Test
    void bothWaysToCoupleTheFleetSolveTheEquations() {
        for (long seed = 1; seed <= 6; seed++) {
            LinearProgram lp = program(seed, 1 + (int) (seed * 3), 1 + (int) (seed % 2));
            SplittableRandom random = new SplittableRandom(seed);
            double[] h = diagonal(lp, random);
            double[] known = random.doubles(lp.rows(), -1, 1).toArray();
            double[] b = image(lp, h, known);
            double size = Arrays.stream(b).map(Math::abs).max().orElse(0);
            for (boolean schur : new boolean[] {false, true}) {
                NormalEquations equations = new NormalEquations(lp, schur, () -> {});
                equations.update(h);
                double[] w = equations.solve(b);
                assertArrayEquals(b, image(lp, h, w), 1e-9 * size, "seed " + seed + ", schur " + schur);
            }
        }
    }

    @Test
    void theFactorAloneIsThatOfTheDenseMatrix() {
        LinearProgram lp = program(3, 3, 1);
        SplittableRandom random = new SplittableRandom(5);
        double[] h = random.doubles(lp.columns(), 0.5, 2).toArray();
        double[] b = random.doubles(lp.rows(), -1, 1).toArray();
        RealMatrix dense = new Array2DRowRealMatrix(lp.rows(), lp.rows());
        for (int j = 0; j < lp.columns(); j++) {
            for (int p = lp.start(j); p < lp.start(j + 1); p++) {
                for (int q = lp.start(j); q < lp.start(j + 1); q++) {
                    dense.addToEntry(lp.row(p), lp.row(q), lp.value(p) * lp.value(q) / h[j]);
                }
            }
        }
        double[] expected =
                new CholeskyDecomposition(dense).getSolver().solve(new ArrayRealVector(b)).toArray();
        for (boolean schur : new boolean[] {false, true}) {
            NormalEquations equations = new NormalEquations(lp, schur, () -> {});
            equations.update(h);
            double[] w = b.clone();
            equations.precondition(w);
            assertArrayEquals(expected, w, 1e-9, "schur " + schur);
        }
    }

    @Test
    void theNumberOfThreadsChangesNoBit() throws Exception {
        LinearProgram lp = program(4, 25, 1);
        SplittableRandom random = new SplittableRandom(9);
        double[] h = diagonal(lp, random);
        double[] b = random.doubles(lp.rows(), -1, 1).toArray();
        for (boolean schur : new boolean[] {false, true}) {
            double[][] found = new double[2][];
            for (int k = 0; k < 2; k++) {
                try (ForkJoinPool pool = new ForkJoinPool(k == 0 ? 1 : 4)) {
                    found[k] = pool.submit(() -> {
                                NormalEquations equations = new NormalEquations(lp, schur, () -> {});
                                equations.update(h);
                                return equations.solve(b);
                            })
                            .get();
                }
            }
            assertEquals(Arrays.hashCode(found[0]), Arrays.hashCode(found[1]), "schur " + schur);
        }
    }

    /** Both ways of coupling ask inside a factorisation, home by home and block by block, and stop where they are told to. */
    @Test
    void factorisationsCanBeInterrupted() {
        LinearProgram lp = program(3, 6, 1);
        double[] h = new double[lp.columns()];
        java.util.Arrays.fill(h, 1);
        for (boolean schur : new boolean[] {true, false}) {
            AtomicInteger polls = new AtomicInteger();
            new NormalEquations(lp, schur, polls::incrementAndGet).update(h);
            int all = polls.get();
            assertTrue(all >= lp.structure().homes() + lp.structure().intervals(), () -> all + " polls");
            for (int limit = 0; limit < all; limit += 1 + all / 20) {
                int last = limit;
                AtomicInteger seen = new AtomicInteger();
                assertThrows(CancellationException.class, () -> new NormalEquations(lp, schur, () -> {
                    if (seen.getAndIncrement() >= last) {
                        throw new CancellationException("enough");
                    }
                }).update(h));
            }
        }
    }
}
