package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

class OddFleetsTest {
    private static final Horizon DAY = Fleets.horizon(0, 1);
    private static final int N = 96;

    private static Homes home(double rI, double rX) {
        return Homes.flat("home-1", N, rI, rX).load(1).endValue(Math.max(0, rI));
    }

    private static BessInputs battery(double capacity, double kw, double initial) {
        return new BessInputs(capacity, kw, kw, 0.95, 0.95, 0, capacity, initial, 0.05);
    }

    private static MarketSeries wild() {
        SplittableRandom random = new SplittableRandom(7);
        return new MarketSeries(
                TimeSeries.generate(N, _ -> random.nextDouble() < 0.5 ? 2000 : -150),
                TimeSeries.generate(N, _ -> 1000 * random.nextDouble()),
                TimeSeries.generate(N, _ -> random.nextDouble() < 0.5 ? 0 : 300),
                null);
    }

    /** Energy only, so dear that batteries buy at retail and resell at once, up to the feed-in limit. */
    private static RunInputs pumping(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] hourly = new double[N / 4];
        java.util.Arrays.setAll(hourly, _ -> random.nextDouble(200, 1800));
        MarketSeries dear = new MarketSeries(TimeSeries.generate(N, t -> hourly[t / 4]), null, null, null);
        ProsumerInputs[] homes = new ProsumerInputs[4];
        java.util.Arrays.setAll(homes, _ -> {
            double capacity = random.nextDouble(5, 40);
            double eta = random.nextDouble(0.8, 0.95);
            BessInputs lopsided = new BessInputs(
                    capacity, random.nextDouble(1, 12), random.nextDouble(3, 12), eta, eta, 0, capacity,
                    random.nextDouble() * capacity, 0.05);
            return Homes.flat("home-1", N, random.nextDouble(0.25, 0.6), 0.1)
                    .load(random.nextDouble(0, 4))
                    .pv(random.nextDouble(0, 9))
                    .limits(24, random.nextInt(4))
                    .endValue(0.25)
                    .with(lopsided)
                    .build();
        });
        return Homes.fleet(DAY, dear, random.nextDouble(5, 30), homes);
    }

    @Test
    void pumpingAtTheFeedInLimitIsCertified() {
        for (int seed = 0; seed < 20 * Integer.getInteger("vpp.random.scale", 1); seed++) {
            OptimumResult aware =
                    CentralOptimum.solve(pumping(seed), Mode.AWARE, Options.DEFAULT, Progress.NONE, () -> false);
            assertEquals(OptimumStatus.OPTIMAL, aware.status(), "seed " + seed + ", gap " + aware.relativeGap());
        }
    }

    static Stream<Named<RunInputs>> odd() {
        MarketSeries real = CaisoWeek.prices(1, 1);
        MarketSeries steady = Homes.prices(N, 60, 5, 5);
        HardPreferences full = new HardPreferences(13.5, List.of(), null, List.of());
        List<Integer> always = IntStream.range(0, N).boxed().toList();
        return Stream.of(
                Named.of("no homes", Homes.fleet(DAY, real, 25)),
                Named.of("no storage", Homes.fleet(DAY, real, 25, home(0.3, 0.1).pv(5).build())),
                Named.of("car only", Homes.fleet(DAY, real, 25, home(0.3, 0.1).with(Homes.car(N, 30, 0)).build())),
                Named.of("V2G without a battery", Homes.fleet(DAY, real, 25, home(0.3, 0.1).with(Homes.car(N, 30, 5)).build())),
                Named.of("car that must not discharge", Homes.fleet(DAY, real, 25, home(0.3, 0.1)
                        .with(Homes.car(N, 60 - 32 * 7.2 * 0.92 / 4 + 1e-9, 5))
                        .with(new HardPreferences(null, List.of(), null, List.of(new EvReady(32, 60)))).build())),
                Named.of("import needs the car", Homes.fleet(DAY, real, 25, Homes.flat("home-1", N, 0.3, 0.1)
                        .load(0.9).limits(0.8, 0.5).with(Homes.battery())
                        .with(Homes.car(N, 30, 3)).build())),
                Named.of("everything called", Fleets.withCalls(Homes.fleet(DAY, real, 25, home(0.3, 0.1).with(Homes.battery())
                        .with(Homes.car(N, 30, 4)).with(new SoftPreference.DailyCap(2, 0.1)).build()), 3, always)),
                Named.of("wild calls", Fleets.withCalls(Homes.fleet(DAY, wild(), 4, home(0.3, 0.1).with(Homes.battery())
                        .with(Homes.car(N, 30, 4)).pv(5).build()), 3)),
                Named.of("tiny battery", Homes.fleet(DAY, real, 25, home(0.3, 0.1).with(battery(1e-6, 1e-6, 0)).build())),
                Named.of("charge only", Homes.fleet(DAY, real, 25, home(0.3, 0.1)
                        .with(new BessInputs(10, 5, 0, 0.9, 0.9, 0, 10, 5, 0)).build())),
                Named.of("discharge only", Homes.fleet(DAY, real, 25, home(0.3, 0.1)
                        .with(new BessInputs(10, 0, 5, 0.9, 0.9, 0, 10, 5, 0)).build())),
                Named.of("discharge only at its floor", Homes.fleet(DAY, real, 25, home(0.3, 0.1)
                        .with(new BessInputs(10, 0, 5, 0.9, 0.9, 5, 10, 5, 0)).build())),
                Named.of("floor is full", Homes.fleet(DAY, real, 25, home(0.3, 0.1)
                        .with(battery(13.5, 5, 13.5)).with(full).build())),
                Named.of("no losses", Homes.fleet(DAY, real, 25, home(0.3, 0.3)
                        .with(new BessInputs(10, 5, 5, 1, 1, 0, 10, 5, 0)).build())),
                Named.of("blackout always", Homes.fleet(DAY, real, 25, home(0.3, 0.1).with(Homes.battery())
                        .with(new HardPreferences(null, always, null, List.of())).build())),
                Named.of("cap of nothing", Homes.fleet(DAY, real, 25, home(0.3, 0.1).with(Homes.battery())
                        .with(new HardPreferences(null, List.of(), 0.0, List.of())).build())),
                Named.of("wild prices", Homes.fleet(DAY, wild(), 4, home(0.3, 0.1).with(Homes.battery()).pv(5).build())),
                Named.of("wild wholesale", Homes.fleet(DAY, wild(), 4,
                        Homes.wholesale("home-1", wild()).with(Homes.battery()).pv(5).endValue(-0.15).build())),
                Named.of("negative retail", Homes.fleet(DAY, steady, 4, home(-0.05, -0.1).with(Homes.battery()).pv(4).build())),
                Named.of("flat prices", Homes.fleet(DAY, steady, 25, home(0.06, 0.06).with(Homes.battery()).build())),
                Named.of("enormous D", Homes.fleet(DAY, real, 1e5, home(0.3, 0.1).with(Homes.battery()).build())),
                Named.of("tiny D", Homes.fleet(DAY, real, 1e-5, home(0.3, 0.1).with(Homes.battery()).build())),
                Named.of("tight import", Homes.fleet(DAY, real, 25, home(0.3, 0.1).limits(1.0001, 0.5).pv(6)
                        .with(Homes.battery()).with(Homes.car(N, 30, 0)).build())),
                Named.of("import needs the battery", Homes.fleet(DAY, real, 25, home(0.3, 0.1).limits(0.9, 0.5)
                        .with(Homes.battery()).build())),
                Named.of("no export", Homes.fleet(DAY, real, 25, home(0.3, 0.1).limits(100, 0).pv(6)
                        .with(Homes.battery()).build())),
                Named.of("car just in time", Homes.fleet(DAY, real, 25, home(0.3, 0.1)
                        .with(Homes.car(N, 60 - 32 * 7.2 * 0.92 / 4 + 1e-9, 0))
                        .with(new HardPreferences(null, List.of(), null, List.of(new EvReady(32, 60)))).build())),
                Named.of("soft everything", Homes.fleet(DAY, real, 3, home(0.3, 0.1).with(Homes.battery())
                        .with(Homes.car(N, 20, 0)).with(new SoftPreference.Floor(20, 0.5))
                        .with(new SoftPreference.Floor(5, 0.1)).with(new SoftPreference.CarReady(0, 30, 1))
                        .with(new SoftPreference.CarReady(32, 80, 0.4)).with(new SoftPreference.Blackout(always, 0.1))
                        .with(new SoftPreference.DailyCap(2, 0.1)).with(new SoftPreference.DailyCap(1, 0.05))
                        .with(new HardPreferences(null, List.of(), 3.0, List.of())).build())));
    }

    @ParameterizedTest
    @MethodSource("odd")
    void isCertified(RunInputs inputs) {
        List<OptimumResult> all = CentralOptimum.solveAll(inputs, Options.DEFAULT, Progress.NONE, () -> false);
        for (OptimumResult result : all) {
            String seen = result.mode() + " " + result.status() + " " + result.message() + " gap "
                    + result.relativeGap() + " objective " + result.objective();
            assertEquals(OptimumStatus.OPTIMAL, result.status(), seen);
            assertTrue(result.feasible().maxViolation() <= 1e-9, seen + " " + result.feasible());
            assertTrue(result.feasibleUsd() <= result.upperBoundUsd(), seen);
        }
    }

    @Test
    void clockChangesMakeDaysOf92And100Intervals() {
        for (String date : List.of("2023-03-12", "2023-11-05")) {
            Horizon horizon = new Horizon(java.time.LocalDate.parse(date), 2, Horizon.LOS_ANGELES);
            int n = horizon.intervals();
            RunInputs inputs = Homes.fleet(horizon, Homes.prices(n, 400, 5, 5), 4,
                    Homes.flat("home-1", n, 0.3, 0.1).with(Homes.battery()).endValue(0.3)
                            .with(new HardPreferences(null, List.of(), 2.0, List.of())).build());
            OptimumResult r = CentralOptimum.solve(inputs, Mode.AWARE, Options.DEFAULT, Progress.NONE, () -> false);
            assertEquals(OptimumStatus.OPTIMAL, r.status());
        }
    }

    static Stream<Named<RunInputs>> impossible() {
        MarketSeries real = CaisoWeek.prices(0, 1);
        List<EvReady> ready = List.of(new EvReady(32, 59));
        return Stream.of(
                Named.of("initial energy below the floor", Homes.fleet(DAY, real, 5, home(0.3, 0.1).with(Homes.battery())
                        .with(new HardPreferences(8.0, List.of(), null, List.of())).build())),
                Named.of("car cannot be ready", Homes.fleet(DAY, real, 5, home(0.3, 0.1).with(Homes.car(N, 3, 0))
                        .with(new HardPreferences(null, List.of(), null, ready)).build())),
                Named.of("load above the import limit", Homes.fleet(DAY, real, 5, home(0.3, 0.1).limits(0.5, 5).build())),
                Named.of("battery too small for the import limit", Homes.fleet(DAY, real, 5, home(0.3, 0.1).limits(0.52, 5)
                        .with(battery(0.5, 5, 0.5)).build())));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void namesTheHomeOfAnImpossibleScenario(RunInputs inputs) {
        OptimumResult result = CentralOptimum.solve(inputs, Mode.AWARE, Options.DEFAULT, Progress.NONE, () -> false);
        assertEquals(OptimumStatus.INFEASIBLE, result.status(), result.toString());
        assertTrue(result.message().contains("home-1"), result.message());
    }

    @Test
    void refusesWhatItDoesNotCover() {
        MarketSeries real = CaisoWeek.prices(0, 1);
        RunInputs plain = Homes.fleet(DAY, real, 5, home(0.3, 0.1).build());
        RunInputs called = new RunInputs(
                plain.horizon(), real, real, plain.required(), List.of(17), plain.prosumers());
        assertTrue(refusal(called).contains("interval 17 has a contingency call, but there is no real-time price"));
        for (List<Integer> wrong : List.of(List.of(5, 5), List.of(7, 6), List.of(96), List.of(-1))) {
            MarketSeries known = Fleets.withCalls(plain, 1).prices();
            RunInputs inputs = new RunInputs(plain.horizon(), known, real, plain.required(), wrong, plain.prosumers());
            assertTrue(refusal(inputs).contains("calledIntervals"), wrong.toString());
        }
        for (double kw : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            RunInputs car = Homes.fleet(DAY, real, 5, home(0.3, 0.1).with(Homes.car(N, 30, kw)).build());
            assertTrue(refusal(car).contains("home-1, car v2gKw"));
        }
        RunInputs inverted = Homes.fleet(DAY, real, 5, home(0.1, 0.3).build());
        assertTrue(refusal(inverted).contains("home-1, exportPrice[0]: above the import price (value 0.3)"));
    }

    private static String refusal(RunInputs inputs) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> CentralOptimum.solve(inputs, Mode.AWARE, Options.DEFAULT, Progress.NONE, () -> false))
                .getMessage();
    }

    @Test
    void reportsProgress() {
        List<Integer> seen = new ArrayList<>();
        RunInputs inputs = Homes.fleet(DAY, CaisoWeek.prices(0, 1), 5, home(0.3, 0.1).with(Homes.battery()).build());
        CentralOptimum.solve(inputs, Mode.AWARE, Options.DEFAULT, (_, k, _) -> seen.add(k), () -> false);
        assertTrue(seen.size() > 3);
    }
}
