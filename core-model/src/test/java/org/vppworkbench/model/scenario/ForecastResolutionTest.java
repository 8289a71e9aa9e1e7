package org.vppworkbench.model.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.ForecastSettings.Method;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;

/** Forecasts, expectations of homes and contingency calls of a resolved scenario, and what is refused. */
class ForecastResolutionTest {
    private static final LocalDate THURSDAY = Examples.FIRST.plusDays(3);

    private static MarketSettings market(Method method, double sigma, double siteSigma) {
        return new MarketSettings(
                Timeline.HOURLY, MarketRules.RESEARCH, new ForecastSettings(method, sigma, siteSigma), CallSettings.NONE);
    }

    private static MarketSettings calls(List<Instant> listed, double probability, long seed) {
        return new MarketSettings(
                Timeline.HOURLY, MarketRules.RESEARCH, ForecastSettings.PERFECT,
                new CallSettings(listed, probability, seed));
    }

    private static DataSet withDrivers(DataSet data) {
        int n = data.horizon().intervals();
        return new DataSet(
                data.id(), data.title(), data.horizon(), data.prices(), data.retail(), data.loadKw(), data.pvYield(),
                Map.of(
                        DataSet.LOAD_FORECAST_MW, TimeSeries.generate(n, t -> 20_000 + t / 4 % 24 * 100),
                        DataSet.SOLAR_FORECAST_MW, TimeSeries.generate(n, t -> t / 4 % 24 * 50)),
                List.of());
    }

    private static Resolution resolve(MarketSettings market, LocalDate first, int days, DataSet data, Home... homes) {
        Fleet fleet = homes.length == 0 ? Examples.fleet(Examples.home()) : Examples.fleet(homes);
        return ScenarioResolver.resolve(Examples.scenario(first, days).withMarket(market), fleet, data);
    }

    private static RunInputs inputs(MarketSettings market, LocalDate first, int days, Home... homes) {
        return resolve(market, first, days, withDrivers(Examples.data(Examples.WEEK)), homes).orThrow().inputs();
    }

    private static Finding refusal(Resolution resolution, String where) {
        assertNull(resolution.resolved());
        return resolution.findings().stream()
                .filter(f -> f.isError() && f.where().contains(where))
                .findFirst()
                .orElseThrow(() -> new AssertionError(where + " not in " + resolution.findings()));
    }

    private static Home wholesale() {
        Home h = Examples.home();
        return new Home(
                "home-002", TariffPlan.WHOLESALE, h.homePlan(), h.carPlan(), h.loadProfile(), 2, 20, 15, h.pv(),
                h.bess(), null, h.style(), List.of());
    }

    @Test
    void daysBeforeTheRunAreHistory() {
        RunInputs run = inputs(market(Method.PERSISTENCE, 0, 0), THURSDAY, 2);
        for (int hour = 0; hour < 48; hour++) {
            assertEquals(1 + 72 + hour, run.prices().hourMean(Product.ENERGY, hour), 0);
            assertEquals(1 + 72 + hour - 24, run.forecasts().hourMean(Product.ENERGY, hour), 0);
            assertEquals(5, run.forecasts().hourMean(Product.SPIN, hour), 0);
        }
        assertNull(run.forecasts().nonSpin());
        assertNull(run.forecasts().realTime());
    }

    @Test
    void noHistoryIsRefusedWithTheFirstPossibleDate() {
        DataSet data = withDrivers(Examples.data(Examples.WEEK));
        Finding first = refusal(
                resolve(market(Method.PERSISTENCE, 0, 0), Examples.FIRST, 2, data), "market.forecast.method");
        assertEquals("PERSISTENCE on 2023-08-14", first.value());
        assertTrue(first.allowed().contains("2023-08-15"), first.oneLine());
        Finding pairs = refusal(
                resolve(market(Method.REGRESSION, 0, 0), THURSDAY.minusDays(1), 2, data), "market.forecast.method");
        assertTrue(pairs.allowed().contains("2023-08-17"), pairs.oneLine());
        assertNotNull(resolve(market(Method.REGRESSION, 0, 0), THURSDAY, 1, data).resolved());
        assertNotNull(resolve(market(Method.NOISY, 0.2, 0), Examples.FIRST, 7, data).resolved());
        assertEquals(
                THURSDAY,
                new PriceForecasts(new ForecastSettings(Method.REGRESSION, 0, 0), data).firstPossibleDay());
    }

    @Test
    void regressionWithoutDriversIsRefused() {
        Finding finding = refusal(
                resolve(market(Method.REGRESSION, 0, 0), THURSDAY, 1, Examples.data(Examples.WEEK)),
                "market.forecast.method");
        assertTrue(finding.message().contains("loadForecastMw"), finding.oneLine());
    }

    @Test
    void reportAndProvenanceSayWhatTheForecastIs() {
        DataSet data = withDrivers(Examples.data(Examples.WEEK));
        ResolvedScenario noisy = resolve(market(Method.NOISY, 0.3, 0.2), THURSDAY, 1, data).orThrow();
        assertEquals("NOISY(0.3)", noisy.forecastReport().label());
        assertEquals(
                2, noisy.provenance().stream().filter(p -> p.kind() == SeriesKind.SYNTHETIC).count());
        ResolvedScenario lagged = resolve(market(Method.PERSISTENCE, 0, 0), THURSDAY, 1, data).orThrow();
        assertEquals(24, lagged.forecastReport().overall(Product.ENERGY).mae(), 1e-12, "prices rise by 1 an hour");
        ResolvedScenario perfect = resolve(market(Method.PERFECT, 0, 0.2), THURSDAY, 1, data).orThrow();
        assertNull(perfect.forecastReport());
        assertEquals(perfect.inputs().prices().energy(), perfect.inputs().forecasts().energy());
    }

    @Test
    void homesKnowTheirDaysUnlessToldOtherwise() {
        RunInputs perfect = inputs(MarketSettings.DEFAULT, THURSDAY, 2);
        assertEquals(perfect.prosumers().getFirst(), perfect.outlooks().getFirst().expected());
        RunInputs lagged = inputs(market(Method.PERSISTENCE, 0, 0), THURSDAY, 2, Examples.home(), wholesale());
        assertEquals(lagged.prosumers().getFirst(), lagged.outlooks().getFirst().expected(), "a filed plan is known");
        ProsumerInputs expected = lagged.outlooks().get(1).expected();
        for (int t = 0; t < 192; t++) {
            assertEquals(lagged.forecasts().energy().at(t) / 1000, expected.importPrice().at(t), 0);
            assertEquals(expected.importPrice().at(t), expected.exportPrice().at(t), 0);
        }
        assertEquals(lagged.prosumers().get(1).pv(), expected.pv());
    }

    @Test
    void expectationsOfAHomeDoNotDependOnTheFleet() {
        MarketSettings market = market(Method.PERFECT, 0, 0.4);
        HomeOutlook alone = inputs(market, THURSDAY, 2).outlooks().getFirst();
        HomeOutlook second = inputs(market, THURSDAY, 2, wholesale(), Examples.home()).outlooks().get(1);
        assertEquals(alone, second);
        RunInputs run = inputs(market, THURSDAY, 2);
        assertNotEquals(run.prosumers().getFirst().pv(), alone.expected().pv());
        assertNotEquals(run.prosumers().getFirst().load(), alone.expected().load());
        assertEquals(run.prosumers().getFirst().bess(), alone.expected().bess());
    }

    @Test
    void listedAndDrawnCallsAreOneList() {
        Instant listed = Instant.parse("2023-08-18T01:15:00Z"); // 18:15 on the 17th
        assertEquals(List.of(73), inputs(calls(List.of(listed, listed), 0, 0), THURSDAY, 1).calledIntervals());
        List<Integer> week = inputs(calls(List.of(), 0.05, 9), Examples.FIRST, 7).calledIntervals();
        assertTrue(week.size() > 10 && week.size() < 70, week.toString());
        List<Integer> expected = new ArrayList<>();
        for (int t : week) {
            if (t >= 288 && t < 384) {
                expected.add(t - 288);
            }
        }
        assertEquals(expected, inputs(calls(List.of(), 0.05, 9), THURSDAY, 1).calledIntervals());
        assertNotEquals(week, inputs(calls(List.of(), 0.05, 10), Examples.FIRST, 7).calledIntervals());
        expected.add(73);
        assertEquals(
                expected.stream().sorted().distinct().toList(),
                inputs(calls(List.of(listed), 0.05, 9), THURSDAY, 1).calledIntervals());
        assertEquals(96, inputs(calls(List.of(), 1, 0), THURSDAY, 1).calledIntervals().size());
    }

    @ParameterizedTest
    @CsvSource({
        "2023-08-17T06:59:59Z, outside", "2023-08-18T07:00:00Z, outside", "2023-08-18T01:10:00Z, quarter",
        "2023-08-18T01:15:00.5Z, quarter"
    })
    void callsThatAreNoIntervalOfTheRunAreRefused(String call, String word) {
        Finding finding = refusal(
                resolve(calls(List.of(Instant.parse(call)), 0, 0), THURSDAY, 1, Examples.data(Examples.WEEK)),
                "market.calls.listed[0]");
        assertTrue(finding.message().contains(word), finding.oneLine());
    }

    @Test
    void callsWithoutARealTimePriceAreRefused() {
        DataSet data = Examples.data(Examples.WEEK);
        DataSet dayAheadOnly = new DataSet(
                "x", "x", data.horizon(), new MarketSeries(data.prices().energy(), data.prices().spin(), null, null),
                data.retail(), data.loadKw(), data.pvYield(), List.of());
        refusal(resolve(calls(List.of(), 0.1, 1), THURSDAY, 1, dayAheadOnly), "market.calls");
        refusal(
                resolve(calls(List.of(Instant.parse("2023-08-18T01:15:00Z")), 0, 1), THURSDAY, 1, dayAheadOnly),
                "market.calls");
        assertNotNull(resolve(MarketSettings.DEFAULT, THURSDAY, 1, dayAheadOnly).resolved());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 2.1, Double.NaN, Double.POSITIVE_INFINITY})
    void sigmasAndProbabilitiesOutOfRange(double bad) {
        DataSet data = Examples.data(Examples.WEEK);
        refusal(resolve(market(Method.NOISY, bad, 0), THURSDAY, 1, data), "market.forecast.sigma");
        refusal(resolve(market(Method.PERFECT, 0, bad), THURSDAY, 1, data), "market.forecast.siteSigma");
        refusal(resolve(calls(List.of(), bad, 0), THURSDAY, 1, data), "market.calls.probability");
    }

    @Test
    void requirementsThatCannotClearUnderTheRulesAreToldOf() {
        MarketSettings dera = new MarketSettings(
                Timeline.DAY_AHEAD, MarketRules.CAISO_DERA, ForecastSettings.PERFECT, CallSettings.NONE);
        Resolution small = ScenarioResolver.resolve(
                Examples.scenario(THURSDAY, 1, new Requirement(99, 0, 100), 0).withMarket(dera),
                Examples.fleet(Examples.home()), Examples.data(Examples.WEEK));
        assertNotNull(small.resolved(), "a warning refuses nothing");
        List<Finding> warnings = small.findings().stream()
                .filter(f -> f.severity() == Finding.Severity.WARNING && f.where().contains("requirement"))
                .toList();
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.getFirst().where().contains("energyKw"));
        assertFalse(warnings.getFirst().isError());
    }
}
