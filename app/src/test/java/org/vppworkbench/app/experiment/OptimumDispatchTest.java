package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.metrics.Invariant;
import org.vppworkbench.model.metrics.InvariantChecker;
import org.vppworkbench.model.metrics.MetricTable;
import org.vppworkbench.model.metrics.MetricsEvaluator;
import org.vppworkbench.model.metrics.OptimumReference;
import org.vppworkbench.model.metrics.SettledRun;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.settlement.PeriodAccount;
import org.vppworkbench.model.settlement.ProsumerAccount;
import org.vppworkbench.model.settlement.Settlement;
import org.vppworkbench.model.settlement.Settler;
import org.vppworkbench.optimizer.CentralOptimum;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;
import org.vppworkbench.optimizer.Options;
import org.vppworkbench.optimizer.Progress;
import org.vppworkbench.optimizer.schedule.FleetSchedule;

/** What the optimum says a schedule is worth, the settlement of its dispatch says too: with V2G and calls. */
class OptimumDispatchTest {
    private static final double CENT = 1e-6;

    private double v2gKwh;
    private double calledKwh;

    @Test
    void settledDispatchIsWorthWhatTheOptimumClaims() {
        for (int seed = 0; seed < RandomScenarios.cases(12); seed++) {
            ResolvedScenario scenario = RandomScenarios.scenario(seed);
            RunInputs inputs = RandomScenarios.withV2gAndCalls(scenario.inputs(), seed);
            List<OptimumResult> all = CentralOptimum.solveAll(inputs, Options.DEFAULT, Progress.NONE, () -> false);
            for (OptimumResult result : all) {
                String what = "seed " + seed + " " + result.mode();
                assertEquals(OptimumStatus.OPTIMAL, result.status(), what);
                assertEquals(result.objectiveUsd(), welfare(inputs, result.mode(), result.relaxedSchedule()), CENT, what);
                assertEquals(result.feasibleUsd(), welfare(inputs, result.mode(), result.schedule()), CENT, what);
                assertInvariants(scenario, inputs, result, all, what);
                count(OptimumDispatch.table(inputs, result.schedule()));
            }
        }
        assertTrue(v2gKwh > 10 && calledKwh > 1, v2gKwh + " kWh from cars, " + calledKwh + " kWh called");
    }

    /** W of the settled dispatch; BLIND is valued without discomfort. */
    private static double welfare(RunInputs inputs, Mode mode, FleetSchedule schedule) {
        assertNotNull(schedule);
        PeriodAccount total = Settler.settleAtMarket(inputs, OptimumDispatch.table(inputs, schedule)).total();
        double discomfort =
                total.prosumers().stream().mapToDouble(ProsumerAccount::discomfortUsd).sum();
        assertEquals(0, total.profitUsd(), CENT);
        return total.welfareUsd() + (mode == Mode.BLIND ? discomfort : 0);
    }

    private static void assertInvariants(
            ResolvedScenario scenario, RunInputs inputs, OptimumResult result, List<OptimumResult> all, String what) {
        DispatchTable dispatch = OptimumDispatch.run(inputs, result, 1, EventSink.NONE).dispatch();
        DispatchTable plans = HomePlanReference.dispatch(scenario.inputs(), scenario.behaviours());
        Settlement baseline = Settler.settle(scenario.inputs(), plans, List.of(), 1);
        OptimumReference optimum = new OptimumReference(
                all.get(0).objectiveUsd(), all.get(0).upperBoundUsd(),
                all.get(1).objectiveUsd(), all.get(1).upperBoundUsd(),
                all.get(2).objectiveUsd(), all.get(2).upperBoundUsd());
        SettledRun run = new SettledRun(
                inputs, scenario.behaviours(), SatisfactionSettings.DEFAULT, dispatch,
                Settler.settleAtMarket(inputs, dispatch), baseline, null, optimum);
        MetricTable table = MetricsEvaluator.evaluate(run);
        if (result.mode() != Mode.BLIND) {
            assertEquals(0, table.metric("hardViolations").orElseThrow().value(), what);
        }
        for (Invariant invariant : InvariantChecker.check(run, table)) {
            assertTrue(invariant.holds(), what + ": " + invariant);
        }
    }

    private void count(DispatchTable table) {
        for (int i = 0; i < table.prosumers(); i++) {
            for (int t = 0; t < table.intervals(); t++) {
                HomeInterval row = table.at(i, t);
                v2gKwh += row.evV2gKw() / 4;
                calledKwh += row.calledKw() / 4;
            }
        }
    }
}
