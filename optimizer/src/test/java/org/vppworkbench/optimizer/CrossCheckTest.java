package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.optimizer.solver.LimitedSolver;
import org.vppworkbench.optimizer.solver.LpSolver;
import org.vppworkbench.optimizer.solver.LpSolvers;
import org.vppworkbench.optimizer.solver.OjAlgoSolver;

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

    /** Energy below zero in most hours, D from a twentieth to twenty times the sample's, calls in every second fleet. */
    @ParameterizedTest
    @MethodSource("fewerSeeds")
    void agreesOnNegativePricesUnderScarceAndLooseRequirements(long seed) {
        RunInputs plain = Fleets.random(9000 + seed, 1 + (int) (seed % 3), (int) (seed / 3 % 3), 1, 1);
        MarketSeries p = plain.prices();
        MarketSeries prices = new MarketSeries(p.energy().map(v -> v - 90), p.spin(), p.nonSpin(), null);
        double factor = List.of(0.05, 1.0, 20.0).get((int) (seed / 2 % 3));
        RequiredCapacity d = plain.required();
        RequiredCapacity required = new RequiredCapacity(
                d.energy().map(v -> factor * v), d.spin().map(v -> factor * v), d.nonSpin().map(v -> factor * v));
        RunInputs inputs = new RunInputs(
                plain.horizon(), prices, prices, required, List.of(), plain.prosumers());
        agrees(seed, seed % 2 == 0 ? inputs : Fleets.withCalls(inputs, seed));
    }

    static LongStream fewerSeeds() {
        return LongStream.range(0, Boolean.getBoolean("vpp.deep") ? 120 : 12);
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

    /** The same program by ojAlgo, certified by the same certificate: a gap like that of a vertex. */
    @Test
    void theOtherSolverIsCertifiedByItsOwnMultipliers() {
        RunInputs inputs = Fleets.withV2g(Fleets.random(77, 3, 1, 1, 1), 77, 1);
        OptimumResult ours = CentralOptimum.solveRelaxation(inputs, Mode.AWARE, Options.DEFAULT, Progress.NONE, () -> false);
        Options options = new Options(1e-3, 1, 300, new OjAlgoSolver());
        OptimumResult other = CentralOptimum.solveRelaxation(inputs, Mode.AWARE, options, Progress.NONE, () -> false);
        assertEquals(OptimumStatus.OPTIMAL, other.status());
        assertTrue(other.relativeGap() <= 1e-6, () -> "gap " + other.relativeGap());
        assertEquals(ours.objectiveUsd(), other.objectiveUsd(), TOLERANCE);
        assertTrue(other.solver().startsWith("ojAlgo"), other::solver);
    }

    /** A solver that is out of time returns what it has, and nothing is claimed for it. */
    @Test
    void anExpiredSolverProvesNothing() {
        RunInputs inputs = Fleets.random(5, 12, 1, 1);
        for (LpSolver solver : LpSolvers.all()) {
            Options options = new Options(1e-3, 1, 300, new LimitedSolver(solver, () -> true));
            OptimumResult result = CentralOptimum.solveRelaxation(inputs, Mode.AWARE, options, Progress.NONE, () -> false);
            assertEquals(OptimumStatus.NOT_PROVED, result.status(), solver.name());
            assertTrue(result.upperBoundUsd() >= CentralOptimum.solveRelaxation(
                    inputs, Mode.AWARE, Options.DEFAULT, Progress.NONE, () -> false).objectiveUsd() - 1e-6);
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
