package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.schedule.HomeSchedule;

/** Optima that can be worked out by hand: a car that discharges, a call, and both; every figure is derived in a comment. */
class V2gAndCallsTest {
    private static final Horizon DAY = Fleets.horizon(0, 1);
    private static final int N = 96;
    private static final double HOUR = 0.25;

    /** Always at home, 60 kWh, 5 kW both ways, 90 % one way, 3 kWh at least, 0.02 $ per kWh discharged. */
    private static EvInputs car(double initialKwh) {
        return new EvInputs(
                60, 5, 5, 0.9, 3, initialKwh, Collections.nCopies(N, true), TimeSeries.constant(N, 0), 0.02);
    }

    /** Discharge only, 95 %, 5 kW, from 1 to 13.5 kWh, 0.05 $ per kWh discharged. */
    private static BessInputs battery(double initialKwh) {
        return new BessInputs(13.5, 0, 5, 0.95, 0.95, 1, 13.5, initialKwh, 0.05);
    }

    private static Homes home(TimeSeries rI) {
        return Homes.tariff("home-1", rI, TimeSeries.constant(N, 0)).endValue(0.3);
    }

    private static TimeSeries inHour(int hour, double value) {
        return TimeSeries.generate(N, t -> t / 4 == hour ? value : 0);
    }

    /** 5 kW of energy are bought at 500 $/MWh from 18 to 19 h. */
    private static RunInputs energyAt18(ProsumerInputs home) {
        MarketSeries prices = new MarketSeries(inHour(18, 500), null, null, null);
        return inputs(prices, 18, 5, 0, List.of(), home);
    }

    /** 2 kW of spin are bought at 20 $/MW-h from 10 to 11 h; the second quarter is called, at a real-time price. */
    private static RunInputs callAt10(double realTime, List<Integer> called, ProsumerInputs home) {
        MarketSeries prices = new MarketSeries(
                TimeSeries.constant(N, 0), inHour(10, 20), null, TimeSeries.constant(N, realTime));
        return inputs(prices, 10, 0, 2, called, home);
    }

    private static RunInputs inputs(
            MarketSeries prices, int hour, double energyKw, double spinKw, List<Integer> called, ProsumerInputs home) {
        TimeSeries none = TimeSeries.constant(24, 0);
        RequiredCapacity required = new RequiredCapacity(
                TimeSeries.generate(24, h -> h == hour ? energyKw : 0),
                TimeSeries.generate(24, h -> h == hour ? spinKw : 0),
                none);
        return new RunInputs(DAY, prices, prices, required, called, List.of(home));
    }

    private static HomeSchedule assertOptimum(double expected, RunInputs inputs) {
        return assertOptimum(expected, inputs, Mode.AWARE);
    }

    private static HomeSchedule assertOptimum(double expected, RunInputs inputs, Mode mode) {
        OptimumResult result = CentralOptimum.solve(inputs, mode, Options.DEFAULT, Progress.NONE, () -> false);
        assertEquals(OptimumStatus.OPTIMAL, result.status(), result.message());
        assertEquals(expected, result.objectiveUsd(), 2e-4);
        assertEquals(expected, result.upperBoundUsd(), 2e-4);
        assertEquals(expected, result.feasibleUsd(), 2e-4);
        assertEquals(0, result.feasible().maxViolation(), 1e-9);
        return result.schedule().homes().getFirst();
    }

    @Test
    void aCarSellsEnergyWithoutABattery() {
        // 5 kWh at 0.50 $, 5/0.9 kWh of stored energy at 0.30 $, 5 kWh of wear at 0.02 $
        double expected = 2.5 - 5 / 0.9 * 0.3 - 5 * 0.02;
        HomeSchedule s = assertOptimum(expected, energyAt18(home(TimeSeries.constant(N, 0.3)).with(car(30)).build()));
        assertEquals(5, s.soldKw().at(72), 1e-3);
        assertEquals(5, s.evV2gKw().at(72), 1e-3);
        assertOptimum(0, energyAt18(home(TimeSeries.constant(N, 0.3)).with(car(30)).build()), Mode.HOME);
    }

    @Test
    void aCarThatHoldsTooLittleBuysFirst() {
        // 2 kWh are above the least energy; the other 5/0.9 − 2 kWh are bought at 0.30 $ per 0.9 kWh stored
        double bought = 5 / 0.9 - 2;
        double expected = 2.5 - bought / 0.9 * 0.3 - 2 * 0.3 - 5 * 0.02;
        assertOptimum(expected, energyAt18(home(TimeSeries.constant(N, 0.3)).with(car(5)).build()));
    }

    @Test
    void aCarSellsNothingInABlackoutButServesItsHome() {
        // 1 kW of load; from 16 to 21 h a kWh costs 0.60 $ instead of 0.20 $ and 1/0.9 kWh stored, worth 0.30 $ each
        TimeSeries rI = TimeSeries.generate(N, t -> t >= 64 && t < 84 ? 0.6 : 0.2);
        List<Integer> always = IntStream.range(0, N).boxed().toList();
        ProsumerInputs home = Homes.tariff("home-1", rI, TimeSeries.constant(N, 0))
                .constantLoad(1)
                .endValue(0.2)
                .with(car(60))
                .with(new HardPreferences(null, always, null, List.of()))
                .build();
        double expected = -19 * 0.2 - 5 * (0.2 / 0.9 + 0.02);
        HomeSchedule s = assertOptimum(expected, energyAt18(home));
        assertEquals(0, s.soldKw().max(), 0);
        assertEquals(1, s.evV2gKw().at(72), 1e-3);
    }

    @Test
    void whatACarSellsCountsForCapAndSoftBlackout() {
        // 3 kWh a day at most; 0.10 $ for every kWh sold
        double worth = 0.5 - 0.3 / 0.9 - 0.02 - 0.1;
        List<Integer> always = IntStream.range(0, N).boxed().toList();
        Homes home = home(TimeSeries.constant(N, 0.3)).with(car(30)).with(new SoftPreference.Blackout(always, 0.1));
        assertOptimum(3 * worth, energyAt18(home.with(new HardPreferences(null, List.of(), 3.0, List.of())).build()));
        Homes soft = home(TimeSeries.constant(N, 0.3)).with(car(30)).with(new SoftPreference.DailyCap(3, 0.1));
        assertOptimum(5 * (worth + 0.1) - 2 * 0.1, energyAt18(soft.build()));
    }

    /** 0.5 kWh delivered at πRT and capacity price, less the stored energy and wear. */
    private static double called(double realTime) {
        return 0.5 * (realTime + 20) / 1000 - 0.5 / 0.95 * 0.3 - 0.5 * 0.05;
    }

    /** Money for {@code kw} of spin in one interval. */
    private static double held(double kw) {
        return kw * HOUR * 20 / 1000;
    }

    @Test
    void aCallIsPaidRealTimeAndCapacityPrice() {
        ProsumerInputs full = home(TimeSeries.constant(N, 0.3)).with(battery(6.75)).build();
        HomeSchedule s = assertOptimum(3 * held(2) + called(1000), callAt10(1000, List.of(41), full));
        assertEquals(2, s.calledKw().at(41), 1e-3);
        assertEquals(0, s.calledKw().at(42), 0);
        assertOptimum(4 * held(2), callAt10(1000, List.of(), full));
    }

    @Test
    void energyDeliveredInTheHourCountsAsHeld() {
        // 1 kWh/0.95 above the floor holds exactly 2 kW; half of it is delivered, and still 2 kW are held
        ProsumerInputs home = home(TimeSeries.constant(N, 0.3)).with(battery(1 + 1 / 0.95)).build();
        assertOptimum(3 * held(2) + called(1000), callAt10(1000, List.of(41), home));
    }

    @Test
    void aCalledIntervalHasNoEnergyTest() {
        // 0.5 kWh/0.95 above the floor hold 1 kW, but deliver 2 kW in the called quarter
        ProsumerInputs home = home(TimeSeries.constant(N, 0.3)).with(battery(1 + 0.5 / 0.95)).build();
        assertOptimum(3 * held(1) + called(1000), callAt10(1000, List.of(41), home));
    }

    @Test
    void whatIsNotDeliveredLosesItsCapacityPrice() {
        ProsumerInputs full = home(TimeSeries.constant(N, 0.3)).with(battery(6.75)).build();
        assertOptimum(3 * held(2), callAt10(-100, List.of(41), full));
        // a blackout forbids reserve and what is called
        ProsumerInputs dark = home(TimeSeries.constant(N, 0.3)).with(battery(6.75))
                .with(new HardPreferences(null, List.of(41, 42), null, List.of())).build();
        assertOptimum(2 * held(2), callAt10(1000, List.of(41), dark));
        // a cap of 0.2 kWh a day leaves that much of the called 0.5 kWh
        ProsumerInputs capped = home(TimeSeries.constant(N, 0.3)).with(battery(6.75))
                .with(new HardPreferences(null, List.of(), 0.2, List.of())).build();
        assertOptimum(3 * held(2) + 0.4 * called(1000), callAt10(1000, List.of(41), capped));
    }

    @Test
    void aCarDeliversWhatIsCalledFromItsHome() {
        // The battery is at its floor and cannot charge; only the car can deliver, and then 1 kW counts as held afterwards.
        ProsumerInputs home = home(TimeSeries.constant(N, 0.3)).with(battery(1)).with(car(30)).build();
        double expected = 0.5 * 1.02 - 0.5 / 0.9 * 0.3 - 0.5 * 0.02 + 2 * held(1);
        HomeSchedule s = assertOptimum(expected, callAt10(1000, List.of(41), home));
        assertEquals(2, s.evV2gKw().at(41), 1e-3);
        // without a battery the home sells no reserve at all
        assertOptimum(0, callAt10(1000, List.of(41), home(TimeSeries.constant(N, 0.3)).with(car(30)).build()));
    }

    @Test
    void moreDevicesNeverMakeTheBoundSmaller() {
        double gained = 0;
        int scale = Integer.getInteger("vpp.random.scale", 1);
        for (int seed = 0; seed < 12 * scale; seed++) {
            RunInputs plain = Fleets.random(300 + seed, 1 + seed % 5, seed % 3, 1);
            RunInputs called = seed % 2 == 0 ? plain : Fleets.withCalls(plain, seed);
            OptimumResult without =
                    CentralOptimum.solve(called, Mode.AWARE, Options.DEFAULT, Progress.NONE, () -> false);
            OptimumResult with = CentralOptimum.solve(
                    Fleets.withV2g(called, seed, 1), Mode.AWARE, Options.DEFAULT, Progress.NONE, () -> false);
            assertEquals(OptimumStatus.OPTIMAL, with.status(), "seed " + seed);
            assertTrue(with.upperBoundUsd() >= without.objectiveUsd(), "seed " + seed);
            gained += with.objectiveUsd() - without.objectiveUsd();
        }
        assertTrue(gained > 1, "cars that discharge are worth something, but gained " + gained + " $");
    }

    @Test
    void oddCarsAndCallsAreCertified() {
        SplittableRandom random = new SplittableRandom(8);
        int scale = Integer.getInteger("vpp.random.scale", 1);
        for (int k = 0; k < 10 * scale; k++) {
            long seed = random.nextInt(1_000_000);
            RunInputs inputs = Fleets.withCalls(
                    Fleets.withV2g(Fleets.random(seed, 2 + random.nextInt(14), random.nextInt(7), 1), seed, 0.7), seed);
            for (OptimumResult r : CentralOptimum.solveAll(inputs, Options.DEFAULT, Progress.NONE, () -> false)) {
                String seen = "seed " + seed + " " + r.mode() + " gap " + r.relativeGap() + " " + r.message();
                assertEquals(OptimumStatus.OPTIMAL, r.status(), seen);
                assertTrue(r.maxViolation() <= 1e-9 && r.feasible().maxViolation() <= 1e-9, seen + r.feasible());
                assertTrue(r.feasibleUsd() <= r.upperBoundUsd(), seen);
            }
        }
    }
}
