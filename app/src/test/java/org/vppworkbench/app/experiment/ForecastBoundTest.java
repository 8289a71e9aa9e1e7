package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MeritOrderCoalition;
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
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.negotiation.mechanism.Mechanisms;

/**
 * The invariants of {@code model.md} §5 where everybody was wrong: prices, roofs and loads expected with σ = 0.5. The
 * optimum knows what came true, and nobody beats it; promises made in good faith are broken now and then.
 */
class ForecastBoundTest {
    @Test
    void noMechanismBeatsTheBoundHoweverWrongTheForecasts() {
        // 12 fleets by default, 240 in the deep profile.
        double shortfall = IntStream.range(0, RandomScenarios.cases(12))
                .parallel()
                .mapToDouble(ForecastBoundTest::checkFleet)
                .sum();
        assertTrue(shortfall > 0.01, "nobody ever failed to deliver: " + shortfall);
    }

    private static double checkFleet(int seed) {
        MarketSettings market = new MarketSettings(
                seed % 2 == 0 ? Timeline.DAY_AHEAD : Timeline.HOURLY,
                MarketRules.RESEARCH,
                new ForecastSettings(ForecastSettings.Method.NOISY, 0.5, 0.5),
                CallSettings.NONE);
        ResolvedScenario scenario = RandomScenarios.scenario(seed, market);
        OptimumReference optimum = WelfareBoundTest.optimum(scenario.inputs(), seed);
        Settlement baseline = settled(scenario, run(scenario, "no-vpp"));
        double shortfall = 0;
        for (String id : Mechanisms.ids()) {
            RunRecord run = run(scenario, id);
            PhysicsAudit.Verdict physics = PhysicsAudit.check(scenario.inputs(), run.dispatch());
            assertTrue(physics.worst() <= 1e-6, seed + " " + id + ": " + physics);
            MetricTable table = WelfareBoundTest.judge(scenario, run, baseline, optimum, seed + " " + id);
            shortfall += table.metric("energyShortfallKwh").orElseThrow().value();
            Settlement settlement = settled(scenario, run);
            double parts = settlement.total().profitUsd()
                    + settlement.total().prosumers().stream().mapToDouble(home -> home.utilityUsd()).sum();
            assertEquals(settlement.total().welfareUsd(), parts, 1e-6, seed + " " + id);
        }
        return shortfall;
    }

    private static RunRecord run(ResolvedScenario scenario, String id) {
        return Mechanisms.byId(id, new MeritOrderCoalition())
                .run(scenario, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
    }

    private static Settlement settled(ResolvedScenario scenario, RunRecord run) {
        return Settler.settle(scenario.inputs(), run.dispatch(), run.offers(), 1);
    }
}
