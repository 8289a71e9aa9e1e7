package org.vppworkbench.model.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;

/** Days that change places: prices of real days at other dates, and nothing else. */
class DayPermutationTest {
    private static DataSet data() {
        DataSet plain = Examples.data(Examples.WEEK);
        TimeSeries numbered = TimeSeries.generate(plain.horizon().intervals(), t -> 10 + t);
        MarketSeries prices = new MarketSeries(
                numbered, numbered.map(p -> p / 2), numbered.map(p -> p / 4), numbered.map(p -> p + 0.5));
        return new DataSet(
                plain.id(), plain.title(), plain.horizon(), prices, plain.retail(), plain.loadKw(), plain.pvYield(),
                plain.provenance());
    }

    private static Resolution resolve(int days, @Nullable Long seed, ForecastSettings forecast) {
        MarketSettings market = new MarketSettings(Timeline.HOURLY, MarketRules.RESEARCH, forecast, CallSettings.NONE, seed);
        Scenario scenario = Examples.scenario(Examples.FIRST.plusDays(1), days).withMarket(market);
        return ScenarioResolver.resolve(scenario, Examples.fleet(Examples.home()), data());
    }

    @Test
    void everyDayHasAllThePricesOfOneOtherDayAndNothingElseMoves() {
        Resolution permuted = resolve(4, 1L, ForecastSettings.PERFECT);
        RunInputs inputs = permuted.orThrow().inputs();
        RunInputs plain = resolve(4, null, ForecastSettings.PERFECT).orThrow().inputs();
        List<Integer> order = DayPermutation.order(4, 1);
        for (int day = 0; day < 4; day++) {
            for (int t = 0; t < 96; t++) {
                int here = day * 96 + t;
                int there = order.get(day) * 96 + t;
                assertEquals(plain.prices().energy().at(there), inputs.prices().energy().at(here));
                assertEquals(plain.prices().spin().at(there), inputs.prices().spin().at(here));
                assertEquals(plain.prices().nonSpin().at(there), inputs.prices().nonSpin().at(here));
                assertEquals(plain.prices().realTime().at(there), inputs.prices().realTime().at(here));
                assertEquals(inputs.prices().energy().at(here), inputs.forecasts().energy().at(here), "agents see the same");
            }
        }
        assertEquals(plain.prosumers().getFirst().load(), inputs.prosumers().getFirst().load());
        assertEquals(plain.prosumers().getFirst().pv(), inputs.prosumers().getFirst().pv());
        assertTrue(permuted.orThrow().provenance().stream()
                .anyMatch(p -> p.kind() == SeriesKind.DERIVED && p.note().contains("(seed 1)")));
    }

    @Test
    void theDayBeforeTheRunStaysWhatItWas() {
        RunInputs inputs = resolve(2, 5L, new ForecastSettings(ForecastSettings.Method.PERSISTENCE, 0, 0)).orThrow().inputs();
        assertEquals(11.5, inputs.forecasts().energy().at(0), "mean of the first hour of the day before");
        assertEquals(10 + 2 * 96, inputs.prices().energy().at(0), "two days can only change places with each other");
        assertEquals(11.5 + 2 * 96, inputs.forecasts().energy().at(96), "what the first day was like after the permutation");
    }

    @Test
    void anOrderIsAPermutationOfItsSeedAndNeverTheOwn() {
        for (int days = 2; days < 9; days++) {
            List<Integer> own = IntStream.range(0, days).boxed().toList();
            for (long seed = 0; seed < 50; seed++) {
                List<Integer> order = DayPermutation.order(days, seed);
                assertEquals(own, order.stream().sorted().toList());
                assertNotEquals(own, order);
                assertEquals(order, DayPermutation.order(days, seed));
            }
        }
    }

    @Test
    void oneDayIsRefused() {
        Resolution one = resolve(1, 1L, ForecastSettings.PERFECT);
        assertNull(one.resolved());
        assertTrue(one.findings().stream().anyMatch(f -> f.isError() && f.where().contains("dayPermutation")));
    }
}
