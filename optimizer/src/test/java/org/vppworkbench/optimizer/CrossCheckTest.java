package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.optimizer.solver.LimitedSolver;
import org.vppworkbench.optimizer.solver.LpSolver;
import org.vppworkbench.optimizer.solver.LpSolvers;
import org.vppworkbench.optimizer.solver.OjAlgoSolver;

/**
 * Random fleets against ojAlgo, which gets the mathematics from {@link DenseModel}. One to three homes with batteries on
 * the three days that pay: ojAlgo needs minutes for more, and on days without any trade. Half of the fleets are made unusual by
 * {@link UnusualFleets}.
 */
class CrossCheckTest {
    private static final double TOLERANCE = 1e-3;

    /** A fleet by its seed. */
    private record Case(String name, RunInputs inputs) {}

    /**
     * @param compared whether ojAlgo solved all three modes
     * @param kinds what the fleet and its optimum have in them
     */
    private record Seen(boolean compared, Set<SolvedKind> kinds) {}

    /**
     * 84 fleets by default, 840 in the deep profile, HOME, AWARE and BLIND of each. Where ojAlgo gives up nothing is compared;
     * that may happen to one fleet in twenty. Everything of {@link SolvedKind} must have happened in compared fleets;
     * the counts are written to {@code target/cross-check.txt}.
     */
    @Test
    void agreesWithAnotherSolverOnEveryKindOfFleet() throws IOException {
        int scale = Boolean.getBoolean("vpp.deep") ? 10 : 1;
        List<Case> cases = Stream.of(
                        LongStream.range(0, 30L * scale).mapToObj(CrossCheckTest::batteries),
                        LongStream.range(0, 30L * scale).mapToObj(CrossCheckTest::dischargingCars),
                        LongStream.range(0, 24L * scale).mapToObj(CrossCheckTest::pricesBelowZero))
                .flatMap(all -> all)
                .toList();
        List<Seen> seen = cases.parallelStream().map(CrossCheckTest::agrees).toList();
        List<Seen> compared = seen.stream().filter(Seen::compared).toList();
        Map<SolvedKind, Integer> kinds = new EnumMap<>(SolvedKind.class);
        compared.forEach(fleet -> fleet.kinds().forEach(kind -> kinds.merge(kind, 1, Integer::sum)));
        String counted = compared.size() + " of " + cases.size() + " fleets compared with ojAlgo: " + kinds;
        Files.writeString(Path.of("target", "cross-check.txt"), counted + "\n");
        assertTrue(compared.size() >= 0.95 * cases.size(), counted);
        for (SolvedKind kind : SolvedKind.values()) {
            assertTrue(kinds.getOrDefault(kind, 0) >= 3 * scale, kind + " hardly occurs: " + counted);
        }
    }

    /** Batteries in all homes, lopsided in half of the fleets; tight meters in a third, calls in every second fleet. */
    private static Case batteries(long seed) {
        RunInputs plain = Fleets.random(1000 + seed, 1 + (int) (seed % 3), (int) (seed / 3 % 3), 1, 1);
        RunInputs called = seed % 2 == 0 ? plain : Fleets.withCalls(plain, seed);
        return new Case("batteries " + seed, unusual(called, seed, seed / 2 % 2 == 0, seed / 9 % 3 == 1));
    }

    /** Half of the homes with a battery, V2G in every car, calls in two fleets of three; lopsided and tight likewise. */
    private static Case dischargingCars(long seed) {
        RunInputs plain = Fleets.random(7000 + seed, 1 + (int) (seed % 3), (int) (seed / 3 % 3), 1, 0.5);
        RunInputs cars = Fleets.withV2g(plain, seed, 1);
        RunInputs called = seed / 3 % 3 == 0 ? cars : Fleets.withCalls(cars, seed);
        return new Case("cars " + seed, unusual(called, seed, seed % 2 == 0, seed / 2 % 3 == 1));
    }

    /** Prices below zero for market and homes, D drawn afterwards; the rest as above. */
    private static Case pricesBelowZero(long seed) {
        RunInputs plain = Fleets.random(9000 + seed, 1 + (int) (seed % 3), (int) (seed / 3 % 3), 1, 1);
        RunInputs cars = seed / 3 % 2 == 0 ? plain : Fleets.withV2g(plain, seed, 1);
        RunInputs below = UnusualFleets.pricesBelowZero(cars, seed);
        RunInputs called = seed % 2 == 0 ? below : Fleets.withCalls(below, seed);
        return new Case("below zero " + seed, unusual(called, seed, seed / 2 % 2 == 0, seed / 4 % 3 == 1));
    }

    /** Needs by a time of day bind as those of departures do: the other solver finds the same optimum, and it is lower with them. */
    @Test
    void agreesOnCarsThatAreNeededByATime() {
        int dearer = 0;
        for (long seed = 0; seed < (Boolean.getBoolean("vpp.deep") ? 100 : 12); seed++) {
            RunInputs plain = Fleets.withV2g(Fleets.random(11_000 + seed, 3, (int) (seed % 3), 1, 0.5), seed, 0.7);
            RunInputs timed = Fleets.withCarTimes(plain, seed);
            agrees(new Case("car times " + seed, timed));
            double lost = Fleets.solved(plain, Mode.AWARE).objectiveUsd() - Fleets.solved(timed, Mode.AWARE).objectiveUsd();
            assertTrue(lost >= -TOLERANCE, "seed " + seed + ": " + lost);
            dearer += lost > 10 * TOLERANCE ? 1 : 0;
        }
        assertTrue(dearer >= 6, "the needs cost something in " + dearer + " fleets only");
    }

    /** Floors that rise and fall: the other solver finds the same optimum, with calls and tight meters, and it is lower with them. */
    @Test
    void agreesOnFloorsThatChange() {
        int dearer = 0;
        for (long seed = 0; seed < (Boolean.getBoolean("vpp.deep") ? 150 : 15); seed++) {
            RunInputs plain = Fleets.random(13_000 + seed, 3, (int) (seed % 3), 1, 1);
            RunInputs called = seed % 2 == 0 ? plain : Fleets.withCalls(plain, seed);
            RunInputs fleet = unusual(called, seed, seed % 3 == 0, seed % 4 == 1);
            RunInputs floors = Fleets.withFloors(fleet, seed);
            agrees(new Case("floors " + seed, floors));
            dearer += Fleets.solved(fleet, Mode.AWARE).objectiveUsd() > Fleets.solved(floors, Mode.AWARE).upperBoundUsd() + 1e-3 ? 1 : 0;
        }
        assertTrue(dearer >= 6, "the floors cost something in " + dearer + " fleets only");
    }

    private static RunInputs unusual(RunInputs inputs, long seed, boolean lopsided, boolean tight) {
        RunInputs devices = lopsided ? UnusualFleets.lopsided(inputs, seed) : inputs;
        return tight ? UnusualFleets.tightMeters(devices, seed) : devices;
    }

    /** Compares all three modes. */
    private static Seen agrees(Case fleet) {
        RunInputs inputs = fleet.inputs();
        List<OptimumResult> all = CentralOptimum.solveAll(inputs, Options.DEFAULT, Progress.NONE, () -> false);
        for (OptimumResult result : all) {
            String seen = fleet.name() + " " + result.mode() + " " + result.status() + " " + result.message();
            assertEquals(OptimumStatus.OPTIMAL, result.status(), seen);
            assertTrue(result.maxViolation() <= 1e-9, seen + " " + result.objective());
            assertTrue(result.feasible().maxViolation() <= 1e-9, seen + " " + result.feasible());
            assertTrue(result.feasibleUsd() <= result.upperBoundUsd(), seen);
        }
        assertTrue(all.get(2).upperBoundUsd() >= all.get(1).upperBoundUsd(), fleet.name());
        assertTrue(all.get(1).upperBoundUsd() >= all.get(0).upperBoundUsd(), fleet.name());
        boolean compared = true;
        for (OptimumResult result : all) {
            String seen = fleet.name() + " " + result.mode() + " " + result.status();
            OptionalDouble other = DenseModel.optimum(inputs, result.mode());
            if (other.isEmpty()) {
                compared = false;
                continue;
            }
            assertEquals(other.getAsDouble(), result.objectiveUsd(), TOLERANCE, seen);
            double rounding = 1e-6 * Math.max(1, Math.abs(other.getAsDouble()));
            assertTrue(result.upperBoundUsd() >= other.getAsDouble() - rounding, seen);
        }
        return new Seen(compared, SolvedKind.of(inputs, all.get(1)));
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
