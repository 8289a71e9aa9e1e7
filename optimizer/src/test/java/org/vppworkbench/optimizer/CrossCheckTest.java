package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.optimizer.schedule.FleetSchedule;
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

    /** What must be among the fleets that were compared, counted from inputs and optimum. */
    private enum Kind {
        COMPARED, GIVEN_UP, NEGATIVE_PRICES, D_BINDS, D_NEVER_BINDS, CAR_DISCHARGES, CALLED_RESERVE, CALLED_CAR, HARD_WISHES,
        SOFT_WISHES, MORE_THAN_ONE_HOME
    }

    /** A fleet by its seed. */
    private record Case(String name, RunInputs inputs) {}

    /**
     * 72 fleets by default, 720 in the deep profile, HOME, AWARE and BLIND of each. Where ojAlgo gives up, nothing is compared;
     * at least 50 fleets (seven of ten) must be, and every kind of fleet among them.
     */
    @Test
    void agreesWithAnotherSolverOnEveryKindOfFleet(TestReporter reporter) {
        int scale = Boolean.getBoolean("vpp.deep") ? 10 : 1;
        List<Case> cases = Stream.of(
                        LongStream.range(0, 30L * scale).mapToObj(CrossCheckTest::batteries),
                        LongStream.range(0, 30L * scale).mapToObj(CrossCheckTest::dischargingCars),
                        LongStream.range(0, 12L * scale).mapToObj(CrossCheckTest::negativePrices))
                .flatMap(all -> all)
                .toList();
        Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
        cases.stream().map(CrossCheckTest::agrees).forEach(
                kinds -> kinds.forEach(kind -> seen.merge(kind, 1, Integer::sum)));
        reporter.publishEntry("fleets compared with ojAlgo", seen.toString());
        assertTrue(seen.getOrDefault(Kind.COMPARED, 0) >= 50 * scale, seen.toString());
        for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.GIVEN_UP))) {
            assertTrue(seen.getOrDefault(kind, 0) >= 3 * scale, kind + " hardly occurs: " + seen);
        }
    }

    /** Batteries in all homes, calls in every second fleet. */
    private static Case batteries(long seed) {
        RunInputs plain = Fleets.random(1000 + seed, 1 + (int) (seed % 3), (int) (seed / 3 % 3), 1, 1);
        return new Case("batteries " + seed, seed % 2 == 0 ? plain : Fleets.withCalls(plain, seed));
    }

    /** Half of the homes with a battery, V2G in every car, calls in two fleets of three. */
    private static Case dischargingCars(long seed) {
        RunInputs plain = Fleets.random(7000 + seed, 1 + (int) (seed % 3), (int) (seed / 3 % 3), 1, 0.5);
        RunInputs cars = Fleets.withV2g(plain, seed, 1);
        return new Case("cars " + seed, seed % 3 == 0 ? cars : Fleets.withCalls(cars, seed));
    }

    /** Energy below zero in most hours, D from a twentieth to twenty times the sample's, calls in every second fleet. */
    private static Case negativePrices(long seed) {
        RunInputs plain = Fleets.random(9000 + seed, 1 + (int) (seed % 3), (int) (seed / 3 % 3), 1, 1);
        MarketSeries p = plain.prices();
        MarketSeries prices = new MarketSeries(p.energy().map(v -> v - 90), p.spin(), p.nonSpin(), null);
        double factor = List.of(0.05, 1.0, 20.0).get((int) (seed / 2 % 3));
        RequiredCapacity d = plain.required();
        RequiredCapacity required = new RequiredCapacity(
                d.energy().map(v -> factor * v), d.spin().map(v -> factor * v), d.nonSpin().map(v -> factor * v));
        RunInputs inputs = new RunInputs(
                plain.horizon(), prices, prices, required, List.of(), plain.prosumers());
        return new Case("negative prices " + seed, seed % 2 == 0 ? inputs : Fleets.withCalls(inputs, seed));
    }

    /** Compares all three modes; what the fleet was. */
    private static Set<Kind> agrees(Case fleet) {
        RunInputs inputs = fleet.inputs();
        List<OptimumResult> all = CentralOptimum.solveAll(inputs, Options.DEFAULT, Progress.NONE, () -> false);
        for (OptimumResult result : all) {
            String seen = fleet.name() + " " + result.mode() + " " + result.status();
            assertEquals(OptimumStatus.OPTIMAL, result.status(), seen);
            assertTrue(result.maxViolation() <= 1e-9, seen + " " + result.objective());
            assertTrue(result.feasible().maxViolation() <= 1e-9, seen + " " + result.feasible());
            assertTrue(result.feasibleUsd() <= result.upperBoundUsd(), seen);
        }
        assertTrue(all.get(2).upperBoundUsd() >= all.get(1).upperBoundUsd(), fleet.name());
        assertTrue(all.get(1).upperBoundUsd() >= all.get(0).upperBoundUsd(), fleet.name());
        for (OptimumResult result : all) {
            String seen = fleet.name() + " " + result.mode() + " " + result.status();
            OptionalDouble other = DenseModel.optimum(inputs, result.mode());
            if (other.isEmpty()) {
                return EnumSet.of(Kind.GIVEN_UP);
            }
            assertEquals(other.getAsDouble(), result.objectiveUsd(), TOLERANCE, seen);
            double rounding = 1e-6 * Math.max(1, Math.abs(other.getAsDouble()));
            assertTrue(result.upperBoundUsd() >= other.getAsDouble() - rounding, seen);
        }
        return kinds(inputs, all.get(1).relaxedSchedule());
    }

    private static Set<Kind> kinds(RunInputs inputs, FleetSchedule aware) {
        Set<Kind> kinds = EnumSet.of(Kind.COMPARED);
        List<ProsumerInputs> homes = inputs.prosumers();
        add(kinds, Kind.NEGATIVE_PRICES, inputs.prices().energy().min() < 0);
        add(kinds, Kind.D_BINDS, binds(inputs, aware));
        add(kinds, Kind.D_NEVER_BINDS, !binds(inputs, aware));
        add(kinds, Kind.CAR_DISCHARGES, aware.homes().stream().anyMatch(h -> h.evV2gKw().max() > 0.1));
        add(kinds, Kind.CALLED_RESERVE, aware.homes().stream().anyMatch(h -> h.calledKw().max() > 0.1));
        add(kinds, Kind.CALLED_CAR, inputs.calledIntervals().stream().anyMatch(
                t -> aware.homes().stream().anyMatch(h -> h.evV2gKw().at(t) > 0.1)));
        add(kinds, Kind.HARD_WISHES, homes.stream().anyMatch(h -> !h.hard().equals(HardPreferences.NONE)));
        add(kinds, Kind.SOFT_WISHES, homes.stream().anyMatch(h -> !h.soft().isEmpty()));
        add(kinds, Kind.MORE_THAN_ONE_HOME, homes.size() > 1);
        return kinds;
    }

    /** Whether all that is bought of some product is sold in some interval, at a price above 0. */
    private static boolean binds(RunInputs inputs, FleetSchedule aware) {
        for (Product product : Product.values()) {
            for (int t = 0; t < inputs.horizon().intervals(); t++) {
                int now = t;
                double d = inputs.required().kw(product, t / 4);
                double sold = aware.homes().stream().mapToDouble(h -> h.provided(product).at(now)).sum();
                if (d > 0 && inputs.prices().at(product, t) > 0 && sold >= d * (1 - 1e-5)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void add(Set<Kind> kinds, Kind kind, boolean is) {
        if (is) {
            kinds.add(kind);
        }
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
