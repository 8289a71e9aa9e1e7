package org.vppworkbench.model.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.coordination.Expectation;
import org.vppworkbench.model.coordination.ProductSeries;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.PriceKnowledge;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.TimeSeries;

class ExpectationTest {
    /** Two days; the home's own prices rise from quarter hour to quarter hour. */
    private static ResolvedScenario scenario(ForecastSettings.Method method, PriceKnowledge knowledge) {
        ResolvedScenario base = Examples.resolve(Examples.home()).orThrow();
        RunInputs in = base.inputs();
        ProsumerInputs home = in.prosumers().getFirst();
        TimeSeries rising = TimeSeries.generate(192, t -> 0.001 * t);
        HomeOutlook outlook = HomeOutlook.of(home, knowledge, 0, 0.1, rising, rising, home.pv(), home.load());
        RunInputs inputs = new RunInputs(
                in.horizon(), in.prices(), in.forecasts(), in.required(), List.of(70), in.prosumers(), List.of(outlook));
        MarketSettings market = new MarketSettings(
                Timeline.HOURLY, MarketRules.RESEARCH, new ForecastSettings(method, 0, 0), CallSettings.NONE);
        return new ResolvedScenario(
                base.scenario().withMarket(market), base.fleet(), inputs, base.behaviours(), base.skipped(), base.provenance());
    }

    @Test
    void perfectForecastsAreExpectedAsTheyAreAndCallsAreNot() {
        ResolvedScenario run = scenario(ForecastSettings.Method.PERFECT, PriceKnowledge.DAILY);
        RunInputs expected = Expectation.of(run).inputs();
        assertEquals(run.inputs().forecasts().energy(), expected.prices().energy());
        assertNull(expected.prices().realTime());
        assertTrue(expected.calledIntervals().isEmpty());
        assertEquals(run.inputs().required(), expected.required());
        assertEquals(List.of(run.inputs().outlooks().getFirst().expected()), expected.prosumers());
    }

    @Test
    void whatHasNoForecastYetRepeatsTheFirstDay() {
        ResolvedScenario run = scenario(ForecastSettings.Method.PERSISTENCE, PriceKnowledge.DAILY);
        RunInputs expected = Expectation.of(run).inputs();
        ProsumerInputs home = expected.prosumers().getFirst();
        for (int t = 0; t < 96; t++) {
            assertEquals(run.inputs().forecasts().at(Product.ENERGY, t), expected.prices().at(Product.ENERGY, 96 + t));
            assertEquals(0.001 * t, home.importPrice().at(96 + t));
            assertEquals(0.001 * t, home.exportPrice().at(96 + t));
        }
        for (int hour = 0; hour < 24; hour++) {
            // the stake is 0.25 $ for 25 kW from the tenth hour on, at 10 $/MWh
            assertEquals(hour < 9 ? 0 : 25, expected.required().kw(Product.ENERGY, 24 + hour));
        }
        assertNotEquals(run.inputs().required(), expected.required(), "which hours will be skipped is not known");
        assertEquals(0, expected.required().kw(Product.NONSPIN, 3));
    }

    @Test
    void filedTariffsAreKnownForAllDays() {
        ProsumerInputs home = Expectation.of(scenario(ForecastSettings.Method.REGRESSION, PriceKnowledge.PUBLISHED))
                .inputs()
                .prosumers()
                .getFirst();
        assertEquals(0.15, home.importPrice().at(150));
    }

    @Test
    void seriesPerProduct() {
        ProductSeries series = ProductSeries.of(8, (product, t) -> product.ordinal() * 10 + t);
        assertEquals(12.0, series.at(Product.SPIN, 2));
        assertEquals(25.5, series.hourMean(Product.NONSPIN, 1));
        assertEquals(8, series.intervals());
        assertEquals(0, ProductSeries.zero(4).energy().max());
    }
}
