package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.app.io.EventsJsonl;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.SampleLibrary;
import org.vppworkbench.sample.generator.FleetGenerator;

/** The market of a run: both timelines, both rule sets, contingency calls. */
class MarketSettingsTest {
    private static final LocalDate HOT = LocalDate.of(2023, 8, 16);

    private static ResolvedScenario scenario(
            Fleet fleet, LocalDate first, int days, Requirement requirement, String mechanism, MarketSettings market) {
        Scenario scenario = new Scenario(
                        "la-2023-08", first, days, fleet.id(), requirement, 0.25, mechanism, AgentSettings.DEFAULT,
                        SatisfactionSettings.DEFAULT, 1, 1)
                .withMarket(market);
        return ScenarioResolver.resolve(scenario, fleet, RandomScenarios.DATA).orThrow();
    }

    private static Fleet losAngeles() {
        return SampleLibrary.fleet(SampleLibrary.LOS_ANGELES_20).orThrow();
    }

    private static ExperimentResult run(ResolvedScenario scenario, boolean optimum) {
        return new ExperimentRunner(MechanismCatalogue.standard(), Clock.systemUTC())
                .run(scenario, new ExperimentOptions(optimum, 1e-3), EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
    }

    private static MarketSettings market(Timeline timeline, MarketRules rules) {
        return new MarketSettings(timeline, rules, ForecastSettings.PERFECT, CallSettings.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rule", "posted-price", "zi-c", "uniform-price", "pay-as-bid", "vcg"})
    void dayAheadTradesAllHoursAtTheGateAndStaysBelowTheOptimum(String mechanism) {
        ExperimentResult result = run(
                scenario(losAngeles(), HOT.minusDays(1), 2, Requirement.LOS_ANGELES_20, mechanism,
                        market(Timeline.DAY_AHEAD, MarketRules.RESEARCH)),
                true);
        assertTrue(result.invariantsHold(), result.invariants().toString());
        Instant results = HOT.minusDays(1).atTime(13, 0).atZone(RandomScenarios.DATA.horizon().zone()).toInstant();
        int second = 0;
        for (LoggedEvent logged : result.events()) {
            if (logged.event() instanceof RunEvent.OfferSettled settled && settled.offer().opportunity().hour() >= 24) {
                assertEquals(results, logged.simulatedTime());
                second++;
            }
        }
        assertTrue(second > 3, second + " offers for the hot day");
        assertEquals(0, result.metrics().metric("hardViolations").orElseThrow().value());
        assertTrue(result.metrics().metric("energyDeliveryShare").orElseThrow().value() > 0.999, "promises are kept");
    }

    @ParameterizedTest
    @CsvSource({
        "HOURLY,rule", "HOURLY,posted-price", "HOURLY,zi-c", "DAY_AHEAD,rule", "HOURLY,uniform-price", "HOURLY,pay-as-bid",
        "HOURLY,vcg"
    })
    void offersUnderCaisoRulesMeetMinimumStepAndCaps(Timeline timeline, String mechanism) {
        Fleet fleet = new FleetGenerator(FleetPreset.LABORATORY.parameters(60, 4), RandomScenarios.DATA)
                .generate("sixty");
        ExperimentResult result = run(
                scenario(fleet, HOT, 1, new Requirement(155, 115, 0), mechanism, market(timeline, MarketRules.CAISO_DERA)), false);
        assertTrue(result.invariantsHold(), result.invariants().toString());
        List<ClearedOffer> offers = result.record().offers();
        assertTrue(offers.size() > 1, offers.size() + " offers");
        for (ClearedOffer offer : offers) {
            double kw = offer.totalKw();
            assertTrue(kw >= 100 - 1e-6 && Math.abs(kw / 10 - Math.rint(kw / 10)) < 1e-6, kw + " kW");
            assertTrue(offer.offerPricePerMwh() <= (offer.opportunity().product() == Product.ENERGY ? 2000 : 250));
        }
    }

    @Test
    void belowTheMinimumOfTheMarketNothingIsTraded() {
        ExperimentResult result = run(
                scenario(losAngeles(), HOT, 1, new Requirement(99, 0, 0), "rule", market(Timeline.HOURLY, MarketRules.CAISO_DERA)),
                false);
        assertTrue(result.record().offers().isEmpty());
        assertEquals(result.referenceWelfareUsd(), result.welfareUsd(), 1e-9);
    }

    /** Calls at 18:00 and 18:45 of the hot day: delivered reserve is paid, dispatched and bounded by the optimum. */
    @ParameterizedTest
    @ValueSource(strings = {"rule", "posted-price"})
    void contingencyCallsAreDeliveredPaidAndBounded(String mechanism) {
        ResolvedScenario quiet = scenario(
                losAngeles(), HOT, 1, Requirement.LOS_ANGELES_20, mechanism, MarketSettings.DEFAULT);
        RunInputs in = quiet.inputs();
        List<Integer> calls = List.of(72, 75);
        RunInputs called = new RunInputs(
                in.horizon(), in.prices(), in.forecasts(), in.required(), calls, in.prosumers(), in.outlooks());
        ResolvedScenario scenario = new ResolvedScenario(
                quiet.scenario(), quiet.fleet(), called, quiet.behaviours(), quiet.skipped(), quiet.provenance());
        ExperimentResult result = run(scenario, true);
        assertTrue(result.invariantsHold(), result.invariants().toString());
        double delivered = 0;
        for (int i = 0; i < called.prosumers().size(); i++) {
            for (int t = 0; t < 96; t++) {
                double kw = result.record().dispatch().at(i, t).calledKw();
                assertTrue(kw == 0 || calls.contains(t), "called without a call");
                delivered += kw;
            }
        }
        assertTrue(delivered > 1, "no reserve was called: " + delivered + " kW");
    }

    /** The same seed on one thread and on four: the same events, one by one. */
    @Test
    void threadsDoNotChangeAnything() {
        Fleet fleet = new FleetGenerator(FleetPreset.LABORATORY.parameters(40, 9), RandomScenarios.DATA)
                .generate("forty");
        ResolvedScenario scenario =
                scenario(fleet, HOT, 1, new Requirement(40, 20, 20), "zi-c", MarketSettings.DEFAULT);
        EventLog one = events(scenario, 1);
        EventLog four = events(scenario, 4);
        assertEquals(one.range(0, one.size()), four.range(0, four.size()));
    }

    private static EventLog events(ResolvedScenario scenario, int threads) {
        EventLog log = new EventLog();
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            pool.submit(() -> MechanismCatalogue.standard()
                            .trading("zi-c")
                            .orElseThrow()
                            .run(scenario, log, ProgressSink.NONE, CancelToken.NEVER))
                    .join();
        }
        return log;
    }

    /**
     * What comes true on the day of delivery changes nothing at the gate of the day before: two runs with the same forecasts
     * and realised prices that differ by a factor of ten from that midnight on have the same events until the results are
     * published.
     */
    @ParameterizedTest
    @ValueSource(strings = {"rule", "zi-c", "posted-price", "vcg"})
    void theGateDoesNotKnowWhatComesTrue(String mechanism) {
        ResolvedScenario base = scenario(
                losAngeles(), HOT.minusDays(1), 2, Requirement.LOS_ANGELES_20, mechanism,
                market(Timeline.DAY_AHEAD, MarketRules.RESEARCH));
        RunInputs in = base.inputs();
        MarketSeries p = in.prices();
        UnaryOperator<TimeSeries> poisoned =
                series -> TimeSeries.generate(series.length(), t -> t < 96 ? series.at(t) : series.at(t) / 10);
        MarketSeries other = new MarketSeries(
                poisoned.apply(p.energy()), poisoned.apply(p.spin()), poisoned.apply(p.nonSpin()), poisoned.apply(p.realTime()));
        ResolvedScenario cheap = base.withInputs(new RunInputs(
                in.horizon(), other, in.forecasts(), in.required(), in.calledIntervals(), in.prosumers(), in.outlooks()));
        Instant results = HOT.minusDays(1).atTime(13, 0).atZone(in.horizon().zone()).toInstant();
        List<String> known = before(results, run(base, false));
        assertEquals(known, before(results, run(cheap, false)));
        assertTrue(known.stream().anyMatch(line -> line.contains("\"MessageSent\"") && line.contains("ENERGY@43")),
                "nobody spoke at the gate");
        assertTrue(run(cheap, false).record().offers().stream().anyMatch(o -> !o.cleared()), "the poison had no effect");
    }

    /** The lines of {@code events.jsonl} from before a time. */
    private static List<String> before(Instant time, ExperimentResult result) {
        return result.events().stream()
                .filter(e -> e.simulatedTime().isBefore(time))
                .map(EventsJsonl::line)
                .toList();
    }

    /** Runs across both clock changes, where a day has 23 or 25 hours. */
    @ParameterizedTest
    @CsvSource({"DAY_AHEAD,2023-11-04", "DAY_AHEAD,2023-11-05", "HOURLY,2023-11-04", "DAY_AHEAD,2023-03-11", "HOURLY,2023-03-11"})
    void daysOfClockChangeRun(Timeline timeline, LocalDate first) {
        DataSet data = SampleLibrary.load("synthetic:1:" + first + ":2").orThrow();
        Scenario scenario = new Scenario(
                        data.id(), first, 2, "la-20", Requirement.LOS_ANGELES_20, 0.05, "rule", AgentSettings.DEFAULT,
                        SatisfactionSettings.DEFAULT, 1, 1)
                .withMarket(market(timeline, MarketRules.RESEARCH));
        ExperimentResult result = run(ScenarioResolver.resolve(scenario, losAngeles(), data).orThrow(), false);
        assertTrue(result.invariantsHold(), result.invariants().toString());
        assertTrue(result.record().complete());
    }
}
