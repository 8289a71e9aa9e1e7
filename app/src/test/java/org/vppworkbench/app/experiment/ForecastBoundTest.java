package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.metrics.MetricTable;
import org.vppworkbench.model.metrics.OptimumReference;
import org.vppworkbench.model.scenario.Behaviour;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.settlement.PhysicsAudit;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;

/**
 * The invariants of {@code model.md} §5 where everybody was wrong: prices, roofs and loads expected with σ = 0.5. The
 * optimum knows what came true, and nobody beats it; promises made in good faith are broken now and then. AWARE and
 * BLIND under such forecasts are among those of {@link WelfareBoundTest}.
 */
class ForecastBoundTest {
    private static final MechanismCatalogue MECHANISMS = MechanismCatalogue.standard();

    @Test
    void noMechanismBeatsTheBoundHoweverWrongTheForecasts() {
        // 12 fleets by default, 240 in the deep profile.
        List<Missing> fleets = IntStream.range(0, RandomScenarios.cases(12))
                .parallel()
                .mapToObj(ForecastBoundTest::checkFleet)
                .toList();
        double energy = fleets.stream().mapToDouble(Missing::energyKwh).sum();
        double reserve = fleets.stream().mapToDouble(Missing::reserveKwh).sum();
        assertTrue(energy > 0.1, "nobody ever failed to deliver energy: " + energy);
        assertTrue(reserve > 0.1, "nobody ever failed to hold reserve: " + reserve);
    }

    private record Missing(double energyKwh, double reserveKwh) {}

    /**
     * Two fleets of three sell a day ahead and never charge from the grid: sun that does not shine is then missing. Homes
     * that may buy fill up for what they have sold, and fall short in reserve only.
     */
    private static Missing checkFleet(int seed) {
        boolean sunOnly = seed % 3 != 0;
        MarketSettings market = new MarketSettings(
                sunOnly ? Timeline.DAY_AHEAD : Timeline.HOURLY,
                MarketRules.RESEARCH,
                new ForecastSettings(ForecastSettings.Method.NOISY, 0.5, 0.5),
                CallSettings.NONE);
        ResolvedScenario drawn = RandomScenarios.scenario(seed, market);
        ResolvedScenario scenario = sunOnly ? withoutGridCharging(drawn) : drawn;
        OptimumReference optimum = WelfareBoundTest.optimum(scenario.inputs(), seed);
        Settlement baseline = settled(scenario, run(scenario, "no-vpp"));
        double energy = 0;
        double reserve = 0;
        for (String id : MECHANISMS.ids()) {
            if (MechanismCatalogue.isCentral(id)) {
                continue;
            }
            RunRecord run = run(scenario, id);
            PhysicsAudit.Verdict physics = PhysicsAudit.check(scenario.inputs(), run.dispatch());
            assertTrue(physics.worst() <= 1e-6, seed + " " + id + ": " + physics);
            MetricTable table = WelfareBoundTest.judge(scenario, run, baseline, optimum, seed + " " + id);
            energy += table.metric("energyShortfallKwh").orElseThrow().value();
            Settlement settlement = settled(scenario, run);
            reserve += settlement.contracts().stream()
                    .filter(contract -> contract.cleared() && contract.contract().product().isReserve())
                    .mapToDouble(SettledContract::shortfallKwh)
                    .sum();
            double parts = settlement.total().profitUsd()
                    + settlement.total().prosumers().stream().mapToDouble(home -> home.utilityUsd()).sum();
            assertEquals(settlement.total().welfareUsd(), parts, 1e-6, seed + " " + id);
        }
        return new Missing(energy, reserve);
    }

    private static ResolvedScenario withoutGridCharging(ResolvedScenario scenario) {
        List<Behaviour> behaviours = scenario.behaviours().stream()
                .map(home -> new Behaviour(
                        HomePlanKind.SELF_CONSUMPTION, home.carPlan(), home.style(), home.priceFloorPerMwh(),
                        home.maxEventsPerDay()))
                .toList();
        return new ResolvedScenario(
                scenario.scenario(), scenario.fleet(), scenario.inputs(), behaviours, scenario.skipped(),
                scenario.provenance());
    }

    private static RunRecord run(ResolvedScenario scenario, String id) {
        return MECHANISMS.trading(id).orElseThrow().run(scenario, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
    }

    private static Settlement settled(ResolvedScenario scenario, RunRecord run) {
        return Settler.settle(scenario.inputs(), run.dispatch(), run.offers(), 1);
    }
}
