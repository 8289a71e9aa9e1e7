package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.forecast.ForecastOptimum;

/** Bad numbers are refused by home, field, value and allowed range before a program is built. */
class BadInputTest {
    private static final Horizon DAY = Fleets.horizon(0, 1);
    private static final int N = 96;
    private static final MarketSeries REAL = CaisoWeek.prices(0, 1);

    private static Homes home() {
        return Homes.flat("home-1", N, 0.3, 0.1).constantLoad(1).endValue(0.3);
    }

    private static RunInputs fleet(Homes home) {
        return Homes.fleet(DAY, REAL, 5, home.build());
    }

    private static RunInputs battery(double... v) {
        return fleet(home().with(new BessInputs(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7], v[8])));
    }

    private static EvInputs car(double capacity, double charge, double v2g, double eta, double min, double initial) {
        EvInputs c = Homes.car(N, 30, 0);
        return new EvInputs(capacity, charge, v2g, eta, min, initial, c.plugged(), c.drivenKwh(), 0);
    }

    private static RunInputs hard(Double floor, Double cap, EvReady... ready) {
        return fleet(home().with(Homes.battery()).with(Homes.car(N, 30, 0))
                .with(new HardPreferences(floor, List.of(), cap, List.of(ready))));
    }

    private static RunInputs prices(double usd) {
        TimeSeries series = TimeSeries.generate(N, t -> t == 7 ? usd : 50);
        return Homes.fleet(DAY, new MarketSeries(series, REAL.spin(), REAL.nonSpin(), null), 5, home().build());
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of(prices(1e7), "market, prices.energy[7]"),
                Arguments.of(prices(-1e6), "market, prices.energy[7]"),
                Arguments.of(Homes.fleet(DAY, REAL, 5e6, home().build()), "market, requiredKw.energy[0]"),
                Arguments.of(Homes.fleet(DAY, REAL, -1, home().build()), "market, requiredKw.energy[0]"),
                Arguments.of(fleet(Homes.flat("home-1", N, 0.3e6, 0.1)), "home-1, importPrice[0]"),
                Arguments.of(fleet(Homes.flat("home-1", N, 0.1, 0.3)), "home-1, exportPrice[0]"),
                Arguments.of(fleet(home().endValue(0.3e6)), "home-1, endValuePerKwh"),
                Arguments.of(fleet(home().endValue(Double.NaN)), "home-1, endValuePerKwh"),
                Arguments.of(fleet(home().limits(Double.NaN, 5)), "home-1, importLimitKw"),
                Arguments.of(fleet(home().limits(5, Double.POSITIVE_INFINITY)), "home-1, exportLimitKw"),
                Arguments.of(fleet(home().limits(5e6, 5)), "home-1, importLimitKw"),
                Arguments.of(fleet(home().constantLoad(1e6)), "home-1, loadKw[0]"),
                Arguments.of(fleet(home().constantLoad(-1)), "home-1, loadKw[0]"),
                Arguments.of(fleet(home().pv(5e6)), "home-1, pvKw[31]"),
                Arguments.of(battery(0, 5, 5, .9, .9, 0, 0, 0, 0), "home-1, battery capacityKwh"),
                Arguments.of(battery(13.5e6, 5, 5, .9, .9, 0, 13, 5, 0), "home-1, battery capacityKwh"),
                Arguments.of(battery(Double.NaN, 5, 5, .9, .9, 0, 13, 5, 0), "home-1, battery capacityKwh"),
                Arguments.of(battery(13.5, 5e6, 5, .9, .9, 0, 13, 5, 0), "home-1, battery chargeKw"),
                Arguments.of(battery(13.5, 5, -5, .9, .9, 0, 13, 5, 0), "home-1, battery dischargeKw"),
                Arguments.of(battery(13.5, 5, 5, 0, .9, 0, 13, 5, 0), "home-1, battery etaCharge"),
                Arguments.of(battery(13.5, 5, 5, .9, 1.1, 0, 13, 5, 0), "home-1, battery etaDischarge"),
                Arguments.of(battery(13.5, 5, 5, .9, Double.NaN, 0, 13, 5, 0), "home-1, battery etaDischarge"),
                Arguments.of(battery(13.5, 5, 5, .9, .9, 9, 8, 8, 0), "home-1, battery minKwh"),
                Arguments.of(battery(13.5, 5, 5, .9, .9, 0, 15, 8, 0), "home-1, battery maxKwh"),
                Arguments.of(battery(13.5, 5, 5, .9, .9, 2, 8, 1, 0), "home-1, battery initialKwh"),
                Arguments.of(battery(13.5, 5, 5, .9, .9, 2, 8, 9, 0), "home-1, battery initialKwh"),
                Arguments.of(battery(13.5, 5, 5, .9, .9, 2, 8, 5, 0.05e6), "home-1, battery degradationPerKwh"),
                Arguments.of(hard(14.0, null), "home-1, ReserveFloor"),
                Arguments.of(hard(-1.0, null), "home-1, ReserveFloor"),
                Arguments.of(hard(Double.NaN, null), "home-1, ReserveFloor"),
                Arguments.of(hard(null, -1.0), "home-1, DailyDischargeCap"),
                Arguments.of(hard(null, 4e6), "home-1, DailyDischargeCap"),
                Arguments.of(hard(null, null, new EvReady(32, 40e6)), "home-1, EvReadyBy kwh"),
                Arguments.of(hard(null, null, new EvReady(N, 40)), "home-1, EvReadyBy"),
                Arguments.of(fleet(home().with(car(0, 7, 0, .9, 0, 0))), "home-1, car capacityKwh"),
                Arguments.of(fleet(home().with(car(60e6, 7, 0, .9, 0, 0))), "home-1, car capacityKwh"),
                Arguments.of(fleet(home().with(car(60, 7e6, 0, .9, 3, 30))), "home-1, car chargeKw"),
                Arguments.of(fleet(home().with(car(60, 7, Double.NaN, .9, 3, 30))), "home-1, car v2gKw"),
                Arguments.of(fleet(home().with(car(60, 7, 0, 0, 3, 30))), "home-1, car eta"),
                Arguments.of(fleet(home().with(car(60, 7, 0, 1.2, 3, 30))), "home-1, car eta"),
                Arguments.of(fleet(home().with(car(60, 7, 0, .9, 70, 30))), "home-1, car minKwh"),
                Arguments.of(fleet(home().with(car(60, 7, 0, .9, 3, 61))), "home-1, car initialKwh"),
                Arguments.of(fleet(home().with(new SoftPreference.Floor(3, Double.NaN))), "home-1, soft Floor usdPerUnit"),
                Arguments.of(fleet(home().with(new SoftPreference.DailyCap(-3, 1))), "home-1, soft DailyCap limit"),
                Arguments.of(fleet(home().with(new SoftPreference.Blackout(List.of(N), 1))), "home-1, soft Blackout"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void isRefusedByFieldValueAndRange(RunInputs inputs, String where) {
        List<Finding> found = InputCheck.findings(inputs);
        Finding named = found.stream().filter(f -> f.where().equals(where)).findFirst().orElse(null);
        assertNotEquals(null, named, found.toString());
        assertNotEquals(null, named.value(), named.toString());
        assertNotEquals(null, named.allowed(), named.toString());
        for (Mode mode : Mode.values()) {
            InvalidInputsException refused = assertThrows(
                    InvalidInputsException.class,
                    () -> CentralOptimum.solve(inputs, mode, Options.DEFAULT, Progress.NONE, () -> false));
            assertEquals(found, refused.findings());
        }
        assertThrows(
                InvalidInputsException.class,
                () -> ForecastOptimum.solve(inputs, Options.DEFAULT, Progress.NONE, () -> false));
    }

    /** What is not a number never becomes a series. */
    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void seriesHoldNumbersOnly(double bad) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> prices(bad));
        assertTrue(refused.getMessage().contains("index 7"), refused.getMessage());
    }

    /** A home a million times too small is odd but possible: it is solved, or honestly not proved. */
    @Test
    void aMillionTimesTooSmallIsSolvedOrNotProved() {
        RunInputs inputs = battery(13.5e-6, 5e-6, 5e-6, .9, .9, 0, 13.5e-6, 5e-6, 0.05);
        for (OptimumResult result : CentralOptimum.solveAll(inputs, Options.DEFAULT, Progress.NONE, () -> false)) {
            assertTrue(
                    result.status() == OptimumStatus.OPTIMAL || result.status() == OptimumStatus.NOT_PROVED,
                    result.status() + " " + result.message());
            assertTrue(result.objectiveUsd() <= result.upperBoundUsd() + 1e-9, result.toString());
        }
    }
}
