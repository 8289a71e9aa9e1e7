package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.model.inputs.RunInputs;

/**
 * Random fleets against ojAlgo, which gets the mathematics from {@link DenseModel}. One to three homes with batteries on
 * the three days that pay: ojAlgo needs minutes for more, and on days without any trade.
 */
class CrossCheckTest {
    private static final double TOLERANCE = 1e-3;

    static LongStream seeds() {
        return LongStream.range(0, Boolean.getBoolean("vpp.deep") ? 300 : 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithAnotherSolver(long seed) {
        RunInputs plain = Fleets.random(1000 + seed, 1 + (int) (seed % 3), (int) (seed / 3 % 3), 1, 1);
        agrees(seed, seed % 2 == 0 ? plain : Fleets.withCalls(plain, seed));
    }

    /** Half of the homes with a battery, V2G in every car, calls in two runs of three. */
    @ParameterizedTest
    @MethodSource("seeds")
    void agreesWithAnotherSolverOnCarsThatDischarge(long seed) {
        RunInputs plain = Fleets.random(7000 + seed, 1 + (int) (seed % 3), (int) (seed / 3 % 3), 1, 0.5);
        RunInputs cars = Fleets.withV2g(plain, seed, 1);
        agrees(seed, seed % 3 == 0 ? cars : Fleets.withCalls(cars, seed));
    }

    private static void agrees(long seed, RunInputs inputs) {
        List<OptimumResult> all = CentralOptimum.solveAll(inputs, Options.DEFAULT, Progress.NONE, () -> false);
        for (OptimumResult result : all) {
            String seen = "seed " + seed + " " + result.mode() + " " + result.status();
            assertEquals(OptimumStatus.OPTIMAL, result.status(), seen);
            double other = DenseModel.optimum(inputs, result.mode());
            assertEquals(other, result.objectiveUsd(), TOLERANCE, seen);
            assertTrue(result.upperBoundUsd() >= other - 1e-6 * Math.max(1, Math.abs(other)), seen);
            assertTrue(result.maxViolation() <= 1e-9, seen + " " + result.objective());
            assertTrue(result.feasible().maxViolation() <= 1e-9, seen + " " + result.feasible());
            assertTrue(result.feasibleUsd() <= result.upperBoundUsd(), seen);
        }
        assertTrue(all.get(2).upperBoundUsd() >= all.get(1).upperBoundUsd());
        assertTrue(all.get(1).upperBoundUsd() >= all.get(0).upperBoundUsd());
    }

    @Test
    void certifiesTwentyHomesOnEveryDayAndOverTheWeek() {
        for (int day = 0; day < CaisoWeek.DAYS; day++) {
            assertCertified(Fleets.random(day, 20, day, 1));
        }
        assertCertified(Fleets.random(42, 20, 0, CaisoWeek.DAYS));
    }

    private static void assertCertified(RunInputs inputs) {
        for (OptimumResult r : CentralOptimum.solveAll(inputs, Options.DEFAULT, Progress.NONE, () -> false)) {
            assertEquals(OptimumStatus.OPTIMAL, r.status());
            assertTrue(r.relativeGap() <= 1e-3 && r.relativeGap() >= 0, "gap " + r.relativeGap());
            assertTrue(r.maxViolation() <= 1e-9 && r.feasible().maxViolation() <= 1e-9);
        }
    }

    @Test
    void twoSolvesAreBitwiseEqual() {
        RunInputs inputs = Fleets.random(5, 12, 1, 1);
        List<OptimumResult> first = CentralOptimum.solveAll(inputs, Options.DEFAULT, Progress.NONE, () -> false);
        List<OptimumResult> second = CentralOptimum.solveAll(inputs, Options.DEFAULT, Progress.NONE, () -> false);
        assertEquals(first, second);
    }

    @Test
    void stopsWhenCancelled() {
        RunInputs inputs = Fleets.random(5, 12, 1, 1);
        int[] polls = new int[1];
        OptimumResult result = CentralOptimum.solve(
                inputs, Mode.AWARE, Options.DEFAULT, Progress.NONE, () -> polls[0]++ > 10);
        assertEquals(OptimumStatus.CANCELLED, result.status());
        assertTrue(Double.isNaN(result.objectiveUsd()));
    }
}
