package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.NegotiationMessage.ProtocolViolation;
import org.vppworkbench.model.metrics.MetricTable;
import org.vppworkbench.model.metrics.OptimumReference;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.settlement.PhysicsAudit;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.MarketSimulation;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.negotiation.mechanism.Mechanisms;

/**
 * All invariants of {@code model.md} §5 where agents lie, break the protocol and promise too much, homes do what they like,
 * cars feed back, reserve is called, the market closes a day ahead and every forecast is wrong.
 */
class AdversarialBoundTest {
    private record Seen(int contracts, int violations, double shortfallKwh) {}

    @Test
    void nobodyBeatsTheBoundHoweverBadlyEverybodyBehaves() {
        // 16 fleets by default, 320 in the deep profile.
        List<Seen> seen = IntStream.range(0, RandomScenarios.cases(16))
                .parallel()
                .mapToObj(AdversarialBoundTest::checkFleet)
                .toList();
        assertTrue(seen.stream().mapToInt(Seen::contracts).sum() > 20, "the liars hardly ever sold anything");
        assertTrue(seen.stream().mapToInt(Seen::violations).sum() > 20, "the gate had nothing to refuse");
        assertTrue(seen.stream().mapToDouble(Seen::shortfallKwh).sum() > 1, "everybody delivered: the test shows nothing");
    }

    private static Seen checkFleet(int seed) {
        MarketSettings market = new MarketSettings(
                seed % 4 == 0 ? Timeline.HOURLY : Timeline.DAY_AHEAD,
                MarketRules.RESEARCH,
                new ForecastSettings(ForecastSettings.Method.NOISY, 0.5, 0.5),
                CallSettings.NONE);
        ResolvedScenario drawn = RandomScenarios.scenario(900 + seed, market);
        RunInputs inputs = RandomScenarios.withV2gAndCalls(drawn.inputs(), seed);
        ResolvedScenario scenario = drawn.withInputs(inputs);
        OptimumReference optimum = WelfareBoundTest.optimum(inputs, seed);
        RunRecord none = Mechanisms.byId("no-vpp", new MeritOrderCoalition())
                .run(scenario, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
        Settlement baseline = Settler.settle(inputs, none.dispatch(), none.offers(), 1);
        int contracts = 0;
        int violations = 0;
        double shortfall = 0;
        for (Adversaries.Habit habit : Adversaries.Habit.values()) {
            for (boolean talks : new boolean[] {false, true}) {
                SplittableRandom random = new SplittableRandom(seed);
                OpportunityTrader trader = talks
                        ? LyingAgents.trader(MarketRules.RESEARCH, inputs.horizon(), random)
                        : Adversaries.overcommitting(random);
                EventLog log = new EventLog();
                RunRecord run = new MarketSimulation(
                                scenario, trader, Adversaries.habit(habit, new SplittableRandom(seed)), log, CancelToken.NEVER)
                        .run("adversary", "MECHANISM", ProgressSink.NONE);
                String what = seed + " " + habit + (talks ? " lying" : " overcommitting");
                PhysicsAudit.Verdict physics = PhysicsAudit.check(inputs, run.dispatch());
                assertTrue(physics.worst() <= 1e-6, what + ": " + physics);
                MetricTable table = WelfareBoundTest.judge(scenario, run, baseline, optimum, what);
                assertEquals(
                        value(table, "regretTotalUsd"),
                        value(table, "regretPreferencesUsd") + value(table, "regretHomePlanUsd")
                                + value(table, "regretInformationAndCoordinationUsd") + value(table, "regretDeliveryUsd"),
                        1e-6,
                        what);
                contracts += talks ? run.offers().stream().mapToInt(o -> o.contracts().size()).sum() : 0;
                violations += violations(log);
                shortfall += value(table, "energyShortfallKwh");
            }
        }
        return new Seen(contracts, violations, shortfall);
    }

    private static double value(MetricTable table, String key) {
        Double value = table.metric(key).orElseThrow().value();
        return value == null ? Double.NaN : value;
    }

    private static int violations(EventLog log) {
        return (int) log.range(0, log.size()).stream()
                .filter(e -> e.event() instanceof RunEvent.MessageSent m && m.message() instanceof ProtocolViolation)
                .count();
    }
}
