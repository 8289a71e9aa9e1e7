package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.metrics.Invariant;
import org.vppworkbench.model.metrics.InvariantChecker;
import org.vppworkbench.model.metrics.MetricTable;
import org.vppworkbench.model.metrics.MetricsEvaluator;
import org.vppworkbench.model.metrics.OptimumReference;
import org.vppworkbench.model.metrics.SettledRun;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.MarketSimulation;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.negotiation.mechanism.Mechanisms;
import org.vppworkbench.optimizer.CentralOptimum;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;
import org.vppworkbench.optimizer.Options;
import org.vppworkbench.optimizer.Progress;

/** The invariants of {@code model.md} §5 over random fleets: no mechanism, honest or not, beats the certified bound. */
class WelfareBoundTest {
    @Test
    void noMechanismBeatsTheCertifiedBoundAndEveryInvariantHolds() {
        // 30 fleets by default, 600 in the deep profile.
        IntStream.range(0, RandomScenarios.cases(30)).parallel().forEach(WelfareBoundTest::checkFleet);
    }

    private static void checkFleet(int seed) {
        MarketSettings market = new MarketSettings(
                seed % 3 == 0 ? Timeline.DAY_AHEAD : Timeline.HOURLY, MarketRules.RESEARCH, ForecastSettings.PERFECT,
                CallSettings.NONE);
        ResolvedScenario drawn = RandomScenarios.scenario(seed, market);
        RunInputs inputs = seed % 2 == 0 ? drawn.inputs() : RandomScenarios.withV2gAndCalls(drawn.inputs(), seed);
        ResolvedScenario scenario = drawn.withInputs(inputs);
        OptimumReference optimum = optimum(inputs, seed);
        RunRecord none = Mechanisms.byId("no-vpp", new MeritOrderCoalition())
                .run(scenario, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
        Settlement baseline = Settler.settle(inputs, none.dispatch(), none.offers(), 1);
        MechanismCatalogue catalogue = MechanismCatalogue.standard();
        for (String id : catalogue.ids().stream().filter(known -> catalogue.trading(known).isPresent()).toList()) {
            RunRecord run = catalogue.trading(id).orElseThrow()
                    .run(scenario, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
            MetricTable table = judge(scenario, run, baseline, optimum, seed + " " + id);
            if (inputs.calledIntervals().isEmpty()) {
                double shortfall = table.metric("energyShortfallKwh").orElseThrow().value();
                assertEquals(0, shortfall, 1e-6, "seed " + seed + ": an honest home broke its promise under " + id);
            }
        }
        for (Adversaries.Habit habit : Adversaries.Habit.values()) {
            SplittableRandom random = new SplittableRandom(seed);
            RunRecord run = new MarketSimulation(
                            scenario,
                            Adversaries.overcommitting(random),
                            Adversaries.habit(habit, random),
                            EventSink.NONE,
                            CancelToken.NEVER)
                    .run("adversary", "MECHANISM", ProgressSink.NONE);
            judge(scenario, run, baseline, optimum, seed + " " + habit);
        }
    }

    static OptimumReference optimum(RunInputs inputs, int seed) {
        List<OptimumResult> solved = CentralOptimum.solveAll(inputs, Options.DEFAULT, Progress.NONE, () -> false);
        for (OptimumResult result : solved) {
            assertEquals(OptimumStatus.OPTIMAL, result.status(), "seed " + seed + " " + result.mode());
            assertTrue(result.relativeGap() <= 0.01, "seed " + seed + ": gap " + result.relativeGap());
        }
        OptimumResult home = solved.get(0);
        OptimumResult aware = solved.get(1);
        OptimumResult blind = solved.get(2);
        return new OptimumReference(
                home.objectiveUsd(), home.upperBoundUsd(), aware.objectiveUsd(), aware.upperBoundUsd(),
                blind.objectiveUsd(), blind.upperBoundUsd());
    }

    static MetricTable judge(
            ResolvedScenario scenario, RunRecord run, Settlement baseline, OptimumReference optimum, String what) {
        Settlement settled = Settler.settle(scenario.inputs(), run.dispatch(), run.offers(), 1);
        SettledRun record = new SettledRun(
                scenario.inputs(), scenario.behaviours(), SatisfactionSettings.DEFAULT, run.dispatch(), settled, baseline, null, optimum);
        MetricTable table = MetricsEvaluator.evaluate(record);
        assertEquals(0, table.metric("hardViolations").orElseThrow().value(), what);
        for (Invariant invariant : InvariantChecker.check(record, table)) {
            assertTrue(invariant.holds(), what + ": " + invariant);
        }
        return table;
    }
}
