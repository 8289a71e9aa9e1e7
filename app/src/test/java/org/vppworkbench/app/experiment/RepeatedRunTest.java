package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleComparison;
import org.vppworkbench.app.io.BundleReader;
import org.vppworkbench.app.io.BundleWriter;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/** Random fleets, wrong forecasts, V2G and calls: through the files of a bundle and the engine once more. */
class RepeatedRunTest {
    private static final List<String> MECHANISMS = List.of("rule", "zi-c", "posted-price", "vcg", "no-vpp");
    private static final ExperimentRunner RUNNER =
            new ExperimentRunner(MechanismCatalogue.standard(), SmallRuns.CLOCK);

    @TempDir Path folder;

    @Test
    void whatTheEngineReadsIsInTheBundle() {
        // 24 fleets by default, 480 in the deep profile.
        int contracts = IntStream.range(0, RandomScenarios.cases(24)).parallel().map(this::roundTrip).sum();
        assertTrue(contracts > 20, "hardly anything was traded: " + contracts);
    }

    private int roundTrip(int seed) {
        ExperimentResult first = RUNNER.run(
                scenario(seed), new ExperimentOptions(false, 1e-3), EventSink.NONE, ProgressSink.NONE, CancelToken.NEVER);
        Path before = folder.resolve("before-" + seed);
        write(first, before);
        Bundle bundle = BundleReader.read(before).orThrow();
        ExperimentResult again = RepeatedRun.of(bundle, true, SmallRuns.CLOCK, ProgressSink.NONE, CancelToken.NEVER);
        assertEquals(first.scenario(), again.scenario(), "seed " + seed);
        assertEquals(first.events(), again.events(), "seed " + seed);
        assertEquals(first.record().offers(), again.record().offers(), "seed " + seed);
        assertEquals(first.metrics(), again.metrics(), "seed " + seed);
        Path now = folder.resolve("now-" + seed);
        write(again, now);
        for (BundleComparison.Verdict verdict :
                BundleComparison.of(Objects.requireNonNull(bundle.manifest()), before, now, Set.of())) {
            assertTrue(verdict.holds(), "seed " + seed + ", " + verdict);
        }
        return first.settlement().contracts().size();
    }

    private static void write(ExperimentResult result, Path target) {
        BundleWriter.write(target, RunBundle.of(result, Map.of(), List.of()), ProgressSink.NONE, CancelToken.NEVER);
    }

    private static ResolvedScenario scenario(int seed) {
        MarketSettings market = new MarketSettings(
                seed % 2 == 0 ? Timeline.DAY_AHEAD : Timeline.HOURLY,
                seed % 5 == 0 ? MarketRules.CAISO_DERA : MarketRules.RESEARCH,
                seed % 3 == 0 ? ForecastSettings.PERFECT : new ForecastSettings(ForecastSettings.Method.NOISY, 0.3, 0.3),
                CallSettings.NONE);
        ResolvedScenario drawn = RandomScenarios.scenario(seed, market);
        Scenario scenario = drawn.scenario();
        ResolvedScenario named = new ResolvedScenario(
                scenario.withMechanism(MECHANISMS.get(seed / 2 % MECHANISMS.size()), null).withBranches(List.of()),
                drawn.fleet(), drawn.inputs(), drawn.behaviours(), drawn.skipped(), drawn.provenance(),
                drawn.forecastReport());
        return seed % 3 == 0 ? named.withInputs(RandomScenarios.withV2gAndCalls(named.inputs(), seed)) : named;
    }
}
