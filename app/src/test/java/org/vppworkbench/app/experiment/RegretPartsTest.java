package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.io.ForecastSummary;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.metrics.MetricTable;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.optimizer.Mode;

/** Regret splits into its five parts over random fleets, whatever was forecast and however it was traded. */
class RegretPartsTest {
    private static final double GAP = 1e-3;

    @Test
    void partsAddUpUnderForecasts() {
        IntStream.range(0, RandomScenarios.cases(8)).parallel().forEach(seed -> {
            MarketTable found = regret(
                    seed, new ForecastSettings(ForecastSettings.Method.NOISY, seed % 2 == 0 ? 0.2 : 0.6, seed % 3 == 0 ? 0 : 0.4));
            found.addUp("seed " + seed);
        });
    }

    @Test
    void nothingIsLostToInformationWhereAllIsKnown() {
        IntStream.range(0, RandomScenarios.cases(6)).parallel().forEach(seed -> {
            MarketTable found = regret(seed, ForecastSettings.PERFECT);
            found.addUp("seed " + seed);
            double yardstick = found.forecast.yardstick();
            assertEquals(0, found.value("regretInformationUsd"), 2 * GAP * yardstick, "seed " + seed);
        });
    }

    private record MarketTable(MetricTable table, ForecastSummary forecast) {
        double value(String key) {
            Double value = table.metric(key).orElseThrow().value();
            assertNotNull(value, key + ": " + table.metric(key).orElseThrow().reason());
            return value;
        }

        void addUp(String what) {
            double parts = value("regretPreferencesUsd") + value("regretHomePlanUsd") + value("regretInformationUsd")
                    + value("regretCoordinationUsd") + value("regretDeliveryUsd");
            assertEquals(value("regretTotalUsd"), parts, 1e-9, what);
            double slack = GAP * forecast.yardstick();
            assertTrue(value("regretInformationUsd") >= -slack, what + ": forecasts beat foresight, " + forecast);
            assertTrue(value("regretPreferencesUsd") >= -slack, what);
            assertTrue(value("regretDeliveryUsd") >= 0, what);
        }
    }

    private static MarketTable regret(int seed, ForecastSettings forecast) {
        Timeline timeline = seed % 2 == 0 ? Timeline.HOURLY : Timeline.DAY_AHEAD;
        ResolvedScenario scenario = RandomScenarios.scenario(
                seed, new MarketSettings(timeline, MarketRules.RESEARCH, forecast, CallSettings.NONE));
        OptimumSource optima = (inputs, progress, cancel) -> {
            OptimumSet set = new OptimumSolver(SmallRuns.CLOCK)
                    .solve(inputs, EnumSet.allOf(Mode.class), GAP, progress, cancel);
            double yardstick = set.of(Mode.AWARE).orElseThrow().yardstickUsd();
            return set.with(new ForecastSolver(SmallRuns.CLOCK).solve(inputs, GAP, yardstick, progress, cancel));
        };
        ExperimentResult result = new ExperimentRunner(MechanismCatalogue.standard(), SmallRuns.CLOCK)
                .run(scenario, optima, EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
        assertTrue(result.invariantsHold(), "seed " + seed + ": " + result.invariants());
        return new MarketTable(result.metrics(), Objects.requireNonNull(Objects.requireNonNull(result.optimum()).forecast()));
    }
}
