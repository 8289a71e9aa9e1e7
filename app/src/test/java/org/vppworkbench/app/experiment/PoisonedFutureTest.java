package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.app.io.EventsJsonl;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.PriceForecasts;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.SampleLibrary;

/**
 * Nobody is told the future: two data sets that differ in every price from a midnight on, resolved and run apart, give the
 * same bytes of {@code events.jsonl} until the day-ahead results of that day are published at 13:00 of the day before. The
 * minimum stake is 0 here: the rule that skips small opportunities is the one thing that reads realised prices before they are
 * known ({@code model.md} §3).
 */
class PoisonedFutureTest {
    private static final DataSet DATA = SampleLibrary.load("synthetic:7:2023-08-01:14").orThrow();

    @ParameterizedTest
    @CsvSource({
        "DAY_AHEAD,PERSISTENCE,rule", "DAY_AHEAD,PERSISTENCE,zi-c", "DAY_AHEAD,PERSISTENCE,posted-price",
        "DAY_AHEAD,PERSISTENCE,vcg", "DAY_AHEAD,REGRESSION,rule", "HOURLY,PERSISTENCE,rule",
        "HOURLY,PERSISTENCE,zi-c", "HOURLY,REGRESSION,posted-price", "DAY_AHEAD,PERSISTENCE,price-coordination",
        "HOURLY,REGRESSION,price-coordination"
    })
    void whatIsNotPublishedChangesNothing(Timeline timeline, ForecastSettings.Method method, String mechanism) {
        ForecastSettings forecast = new ForecastSettings(method, 0, 0.3);
        LocalDate first = new PriceForecasts(forecast, DATA).firstPossibleDay();
        LocalDate secret = first.plusDays(1);
        Scenario scenario = new Scenario(
                        DATA.id(), first, 3, "mixed", new Requirement(12, 8, 8), 0, mechanism, AgentSettings.DEFAULT,
                        SatisfactionSettings.DEFAULT, 1, 5)
                .withMarket(new MarketSettings(timeline, MarketRules.RESEARCH, forecast, CallSettings.NONE));
        Instant from = secret.atStartOfDay(DATA.horizon().zone()).toInstant();
        Instant published = first.atTime(13, 0).atZone(DATA.horizon().zone()).toInstant();
        EventLog truth = run(scenario, DATA, mechanism);
        EventLog lie = run(scenario, poisoned(from), mechanism);
        assertEquals(lines(truth, published), lines(lie, published));
        assertNotEquals(lines(truth, Instant.MAX), lines(lie, Instant.MAX), "the poison had no effect at all");
    }

    private static EventLog run(Scenario scenario, DataSet data, String mechanism) {
        EventLog log = new EventLog();
        MechanismCatalogue.standard().trading(mechanism).orElseThrow()
                .run(ScenarioResolver.resolve(scenario, fleet(), data).orThrow(), log, ProgressSink.NONE, CancelToken.NEVER);
        return log;
    }

    /** Six homes, two of them at wholesale prices, whose plans read the price forecast. */
    private static Fleet fleet() {
        List<Home> homes = new ArrayList<>();
        for (Home h : SampleLibrary.fleet(SampleLibrary.LOS_ANGELES_20).orThrow().homes().subList(0, 6)) {
            TariffPlan plan = homes.size() % 3 == 0 ? TariffPlan.WHOLESALE : h.tariff();
            homes.add(new Home(
                    h.id(), plan, h.homePlan(), h.carPlan(), h.loadProfile(), h.loadScale(), h.importLimitKw(),
                    h.exportLimitKw(), h.pv(), h.bess(), h.ev(), h.style(), h.preferences()));
        }
        return new Fleet("mixed", "Mixed tariffs", homes);
    }

    private static DataSet poisoned(Instant from) {
        MarketSeries p = DATA.prices();
        return new DataSet(
                DATA.id(), DATA.title(), DATA.horizon(),
                new MarketSeries(
                        poisoned(p.energy(), from), poisoned(p.spin(), from), poisoned(p.nonSpin(), from),
                        poisoned(p.realTime(), from)),
                DATA.retail(), DATA.loadKw(), DATA.pvYield(), DATA.drivers(), DATA.provenance());
    }

    private static @Nullable TimeSeries poisoned(@Nullable TimeSeries series, Instant from) {
        Horizon horizon = DATA.horizon();
        return series == null
                ? null
                : TimeSeries.generate(
                        series.length(),
                        t -> horizon.intervalStart(t).isBefore(from) ? series.at(t) : 3 * series.at(t) + 7 + t % 5);
    }

    private static List<String> lines(EventLog log, Instant before) {
        return log.range(0, log.size()).stream()
                .filter(e -> e.simulatedTime().isBefore(before))
                .map(EventsJsonl::line)
                .toList();
    }
}
