package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.FleetParametersJson;
import org.vppworkbench.app.io.ScenarioJson;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Branch;
import org.vppworkbench.model.scenario.CallSettings;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.OwnerChange;
import org.vppworkbench.model.scenario.OwnerMessage;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.sample.SampleLibrary;

/** Round trips: a scenario through its file, a bundle through its scenario. */
class RerunTest {
    @TempDir Path folder;

    private final VppRuns vpp = new VppRuns();

    @Test
    void everyFieldOfAScenarioSurvivesItsFile() throws ReflectiveOperationException {
        FleetParameters parameters = FleetParametersJson.with(
                        FleetPreset.CALIFORNIA.parameters(9999, Long.MIN_VALUE),
                        List.of("adoption.pv=0.30000000000000004", "batteries.products[0].share=0.4",
                                "batteries.products[1].share=0.3"))
                .orThrow();
        Scenario scenario = new Scenario(
                "synthetic:4:2023-09-01:30",
                LocalDate.of(2023, 9, 3),
                3,
                Scenario.referenceOf(parameters),
                parameters,
                new Requirement(0.1 + 0.2, 1e-3, 1.0 / 3),
                0.5,
                new MarketSettings(
                        Timeline.DAY_AHEAD,
                        MarketRules.CAISO_DERA,
                        new ForecastSettings(ForecastSettings.Method.NOISY, 0.1, 0.7),
                        new CallSettings(List.of(Instant.parse("2023-09-04T01:15:00Z")), 1e-3, Long.MAX_VALUE)),
                "zi-c",
                new AgentSettings(7, 0.2, 0.95, 1.5, 0.6, AgentSettings.Gate.GATE_PHYSICS),
                new LanguageSettings(
                        "ollama", "some-model:7b", "http://localhost:11434/path", LanguageSettings.Mode.BATCHED, 5, true,
                        LanguageSettings.Tool.NOISY, 0.1, "stubborn", 3, LanguageSettings.Order.REVERSED, true, 0.7,
                        new LanguageSettings.Guards(true, 1.0 / 3), new LanguageSettings.Drawing(0.3, 0.9, -1, 512),
                        new LanguageSettings.Budget(1.5, 0.5, Long.MAX_VALUE / 4, 7L, 11L, 60.5)),
                new SatisfactionSettings(0.25, 0.2, 0.1, 0.15),
                2,
                -42,
                List.of(
                        new OwnerMessage(
                                LocalDateTime.of(2023, 9, 3, 12, 30), "Not during dinner \u201ctonight\u201d",
                                new OwnerChange.SellsNothing(
                                        "home-001", LocalDateTime.of(2023, 9, 3, 18, 0), LocalDateTime.of(2023, 9, 3, 20, 7))),
                        new OwnerMessage(
                                LocalDateTime.of(2023, 9, 3, 20, 0), "",
                                new OwnerChange.NeedsCar("home-002", LocalDate.of(2023, 9, 4), 1.0 / 3)),
                        new OwnerMessage(
                                LocalDateTime.of(2023, 9, 3, 21, 0), "less",
                                new OwnerChange.SellsAtMost("home-003", 2.0 / 3, LocalDate.of(2023, 9, 4))),
                        new OwnerMessage(
                                LocalDateTime.of(2023, 9, 3, 22, 0), "storm",
                                new OwnerChange.KeepsAtLeast("home-003", 7.0 / 3, LocalDateTime.of(2023, 9, 4, 18, 7)))),
                List.of(
                        new Branch(5, new OwnerChange.Refuses("home-001", null)),
                        new Branch(6, new OwnerChange.Refuses("home-002", "ENERGY@18")),
                        new Branch(7, new OwnerChange.Asks("home-003", 0.9)),
                        new Branch(8, new OwnerChange.CarLeaves("home-004", LocalDate.of(2023, 9, 4), LocalTime.of(6, 15)))));
        Scenario usual = new ScenarioOptions().request(null, null).scenario();
        for (RecordComponent component : Scenario.class.getRecordComponents()) {
            assertNotEquals(
                    component.getAccessor().invoke(usual), component.getAccessor().invoke(scenario),
                    component.getName() + " is not tested");
        }

        String text = ScenarioJson.write(scenario);
        assertEquals(scenario, ScenarioJson.read(text, "file").orThrow());
        assertEquals(text, ScenarioJson.write(ScenarioJson.read(text, "file").orThrow()));
        assertFalse(ScenarioJson.write(usual).contains("generatedFleet"), "files without it stay as they were");
        assertFalse(ScenarioJson.write(usual).contains("language"), "files without it stay as they were");
        assertEquals(usual, ScenarioJson.read(ScenarioJson.write(usual), "file").orThrow());
    }

    @Test
    void aGeneratedFleetRunsAgainFromTheScenarioAlone() throws IOException {
        Path first = folder.resolve("first");
        Path again = folder.resolve("again");
        vpp.works("run", "--generate", "8:3", "--from", "2023-08-16", "--required", "8,5,5", "--no-optimum", "--out", first);
        vpp.works("run", "--scenario", first.resolve(Bundle.SCENARIO), "--no-optimum", "--out", again);
        VppRuns.assertSameBytes(first, again);
        assertFalse(Objects.requireNonNull(VppRuns.bundle(first).contracts()).isEmpty());
        assertTrue(Files.exists(again.resolve(Bundle.SAMPLING)));
    }

    @Test
    void aFolderRunsAgainDayAheadWithNoisyForecastsAndCalls() throws IOException {
        Path days = VppRuns.folder(
                folder.resolve("days"), "my-month", SampleLibrary.load("synthetic:6:2024-07-01:4").orThrow());
        Path first = folder.resolve("first");
        Path again = folder.resolve("again");
        vpp.works("run", "--data", days, "--generate", "8:2", "--from", "2024-07-02", "--days", 2, "--required", "8,5,5",
                "--min-stake", 0, "--timeline", "day-ahead", "--forecast", "noisy:0.3", "--home-forecast-error", 0.2,
                "--calls", "seed:5:0.05",
                "--mechanism", "zi-c", "--seed", 11, "--no-optimum", "--out", first);
        vpp.works("run", "--scenario", first.resolve(Bundle.SCENARIO), "--data", days, "--no-optimum", "--out", again);
        VppRuns.assertSameBytes(first, again);
        Bundle bundle = VppRuns.bundle(again);
        assertFalse(Objects.requireNonNull(bundle.contracts()).isEmpty());
        assertFalse(bundle.inputs().inputs().calledIntervals().isEmpty());
        assertEquals(
                Objects.requireNonNull(VppRuns.bundle(first).manifest()).inputFiles(),
                Objects.requireNonNull(bundle.manifest()).inputFiles());
    }

    @Test
    void aBranchKeepsWhereDataAndFleetCameFrom() throws IOException {
        Path days = VppRuns.folder(folder.resolve("days"), "my-days", SampleLibrary.load("synthetic:6:2024-07-01:2").orThrow());
        Path run = folder.resolve("run");
        Path branch = folder.resolve("branch");
        vpp.works("run", "--data", days, "--generate", "4:2", "--no-optimum", "--out", run);
        vpp.works("branch", "--bundle", run, "--at", 2, "--home", "home-001", "--refuses", "--no-optimum", "--out", branch);
        assertEquals(-1, Files.mismatch(run.resolve(Bundle.SAMPLING), branch.resolve(Bundle.SAMPLING)));
        assertEquals(
                Objects.requireNonNull(VppRuns.bundle(run).manifest()).inputFiles(),
                Objects.requireNonNull(VppRuns.bundle(branch).manifest()).inputFiles());
    }
}
