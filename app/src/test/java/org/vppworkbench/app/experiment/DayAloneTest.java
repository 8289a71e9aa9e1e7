package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.metrics.MetricTable;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.optimizer.CentralOptimum;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.Options;
import org.vppworkbench.optimizer.Progress;
import org.vppworkbench.optimizer.forecast.DayAlone;
import org.vppworkbench.sample.generator.FleetGenerator;

/** One day of a longer run as a program of its own bounds what the run did on that day. */
class DayAloneTest {
    private static final int DAYS = 3;

    @Test
    void noDayOfARunIsWorthMoreThanItsOwnBound() {
        List<String> mechanisms = List.of("rule", "vcg", "price-coordination", "no-vpp");
        IntStream.range(0, RandomScenarios.cases(6)).parallel().forEach(seed -> {
            ResolvedScenario scenario = scenario(seed, mechanisms.get(seed % mechanisms.size()));
            ExperimentResult run = run(scenario);
            for (int day = 0; day < DAYS; day++) {
                RunInputs alone = DayAlone.of(scenario.inputs(), day, before(run, day));
                String what = "seed " + seed + " day " + day;
                assertEquals(scenario.inputs().horizon().date(day), alone.horizon().firstDay(), what);
                double w = value(run.metrics().days().get(day), "welfareUsd");
                boolean kept = value(run.metrics().days().get(day), "hardViolations") == 0;
                OptimumResult best = CentralOptimum.solve(
                        alone, kept ? Mode.AWARE : Mode.BLIND, Options.DEFAULT, Progress.NONE, () -> false);
                assertTrue(w <= best.upperBoundUsd() + 1e-6, what + ": " + w + " above " + best.upperBoundUsd());
            }
        });
    }

    @Test
    void aRunOfOneDayIsItsOwnDay() {
        RunInputs inputs = SmallRuns.scenario("rule", 1).inputs();

        RunInputs alone = DayAlone.of(inputs, 0, List.of());
        assertEquals(inputs.horizon(), alone.horizon());
        assertEquals(inputs.prices(), alone.prices());
        assertEquals(inputs.required(), alone.required());
        assertEquals(inputs.prosumers(), alone.prosumers());
    }

    @Test
    void aLaterDayNeedsTheEnergiesOfItsMidnight() {
        RunInputs inputs = scenario(1, "rule").inputs();

        assertThrows(IllegalArgumentException.class, () -> DayAlone.of(inputs, 1, List.of()));
    }

    private static List<HomeInterval> before(ExperimentResult run, int day) {
        RunInputs inputs = run.scenario().inputs();
        List<HomeInterval> rows = new ArrayList<>();
        for (int i = 0; day > 0 && i < inputs.prosumers().size(); i++) {
            rows.add(run.record().dispatch().at(i, inputs.horizon().dayStart(day) - 1));
        }
        return rows;
    }

    private static double value(MetricTable.Day day, String key) {
        return day.metrics().stream().filter(m -> m.key().equals(key)).findFirst().orElseThrow().value();
    }

    private static ExperimentResult run(ResolvedScenario scenario) {
        return new ExperimentRunner(MechanismCatalogue.standard(), SmallRuns.CLOCK)
                .run(scenario, new ExperimentOptions(false, 1e-3), EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
    }

    private static ResolvedScenario scenario(int seed, String mechanism) {
        Fleet fleet = new FleetGenerator(FleetPreset.LABORATORY.parameters(3 + seed % 3, seed), RandomScenarios.DATA)
                .generate("random");
        Scenario scenario = new Scenario(
                RandomScenarios.DATA.id(), LocalDate.of(2023, 8, 15), DAYS, "random", new Requirement(8, 5, 5), 0.05, mechanism,
                AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 1, seed);
        return ScenarioResolver.resolve(scenario, fleet, RandomScenarios.DATA).orThrow();
    }
}
