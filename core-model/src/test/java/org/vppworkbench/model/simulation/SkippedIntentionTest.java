package org.vppworkbench.model.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.physics.Commitments;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Worked by hand: 1 kW of load, 0.50 $/kWh from 18:00 to 20:00 and 0.30 otherwise, nothing for exports, a lossless battery with
 * 1 kWh that is worth 0.10 $ at the end. Alone the home covers an hour of load before 20:00 with it. While it keeps 1 kWh for what
 * it promised at 19:00 it buys; once nobody trades that hour it uses its battery.
 */
class SkippedIntentionTest {
    private static final Horizon DAY = new Horizon(LocalDate.of(2023, 8, 16), 1, Horizon.LOS_ANGELES);
    private static final int HOUR = 19;

    private static final OpportunityTrader PROMISES_AND_SELLS_NOTHING = new OpportunityTrader() {
        @Override
        public List<Commitments> intentions() {
            return List.of(Commitments.none(24).plus(Product.ENERGY, HOUR, 1));
        }

        @Override
        public Agreement trade(TradingSession session) {
            return AdversarialRunTest.nothing(session);
        }
    };

    private static ResolvedScenario scenario(Timeline timeline, boolean skipped) {
        TimeSeries zero = TimeSeries.constant(96, 0);
        TimeSeries retail = TimeSeries.generate(
                96, t -> Horizon.hourOf(t) == HOUR || Horizon.hourOf(t) == HOUR - 1 ? 0.50 : 0.30);
        ProsumerInputs home = new ProsumerInputs(
                "home-001", retail, zero, 0.10, 100, 100, zero, TimeSeries.constant(96, 1),
                new BessInputs(1, 4, 4, 1, 1, 0, 1, 1, 0), null, HardPreferences.NONE, List.of());
        MarketSeries prices = new MarketSeries(TimeSeries.constant(96, 300), null, null, null);
        TimeSeries none = TimeSeries.constant(24, 0);
        RunInputs inputs = new RunInputs(
                DAY, prices, prices, new RequiredCapacity(none, none, none), List.of(), List.of(home),
                List.of(HomeOutlook.perfect(home)));
        MarketSettings market =
                new MarketSettings(timeline, MarketRules.RESEARCH, ForecastSettings.PERFECT, CallSettings.NONE);
        Scenario scenario = new Scenario(
                "test", DAY.firstDay(), 1, "test", new Requirement(1, 0, 0), 0, "test", AgentSettings.DEFAULT,
                SatisfactionSettings.DEFAULT, 1, 1).withMarket(market);
        Behaviour behaviour = new Behaviour(
                HomePlanKind.BILL_OPTIMAL, CarPlanKind.CHEAPEST, NegotiatorStyle.LINEAR, null, null);
        List<Opportunity> left = skipped ? List.of(new Opportunity(Product.ENERGY, HOUR, 0.01, 300)) : List.of();
        return new ResolvedScenario(
                scenario, new Fleet("test", "test", List.of()), inputs, List.of(behaviour), left, List.of());
    }

    /** The battery at the end of the day [kWh]. */
    private static double left(Timeline timeline, boolean skipped) {
        RunRecord run = MarketSimulation.run(
                scenario(timeline, skipped), "x", "x", PROMISES_AND_SELLS_NOTHING, EventSink.NONE, ProgressSink.NONE,
                CancelToken.NEVER);
        return run.dispatch().at(0, Horizon.firstInterval(HOUR + 1) - 1).bessKwh();
    }

    @ParameterizedTest
    @EnumSource(Timeline.class)
    void nothingIsKeptForAnHourThatIsSkipped(Timeline timeline) {
        assertEquals(0, left(timeline, true), 1e-6);
    }

    @Test
    void otherwiseItIs() {
        assertTrue(left(Timeline.HOURLY, false) > 0.4, "what of the hour is still to come is kept");
    }
}
