package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleReader;
import org.vppworkbench.app.io.ScenarioJson;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.sample.FleetJson;
import org.vppworkbench.sample.SampleLibrary;

class ScenarioFileTest {
    private static final Scenario SCENARIO =
            new Scenario(
                    SampleLibrary.LOS_ANGELES_2023_08,
                    SmallRuns.scenario("rule", 1).scenario().firstDay(),
                    1,
                    SampleLibrary.LOS_ANGELES_20,
                    new Requirement(20, 10, 5),
                    0.5,
                    "rule",
                    new AgentSettings(7, 0.2, 0.95, 1.5, 0.6, AgentSettings.Gate.GATE_PHYSICS),
                    new SatisfactionSettings(0.25, 0.2, 0.1, 0.15),
                    2,
                    42);

    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int vpp(Object... args) {
        String[] words = java.util.Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        return CommandLineProgram.execute(
                words, new PrintWriter(out), new PrintWriter(err), SmallRuns.CLOCK, CancelToken.NEVER);
    }

    private Path scenarioFile(String text) throws IOException {
        return Files.writeString(folder.resolve("mine.json"), text);
    }

    private Path fourHomes(String name, String id) throws IOException {
        Fleet four = SmallRuns.scenario("rule", 1).fleet();
        return Files.writeString(
                folder.resolve(name), FleetJson.write(new Fleet(id, four.name(), four.homes())));
    }

    private static byte[] bytes(Path run, String name) throws IOException {
        return Files.readAllBytes(run.resolve(name));
    }

    @Test
    void aBundlesScenarioRunsAgainToTheSameBytes() throws IOException {
        Path first = folder.resolve("first");
        Path again = folder.resolve("again");
        Path file = scenarioFile(ScenarioJson.write(SCENARIO));
        assertEquals(0, vpp("run", "--scenario", file, "--no-optimum", "--out", first), err.toString());

        assertEquals(
                0,
                vpp("run", "--scenario", first.resolve(Bundle.SCENARIO), "--no-optimum", "--out", again),
                err.toString());

        for (String name : new String[] {
            Bundle.SCENARIO, Bundle.EVENTS, Bundle.DISPATCH, Bundle.CONTRACTS, Bundle.PROSUMERS, Bundle.METRICS}) {
            assertArrayEquals(bytes(first, name), bytes(again, name), name);
        }
        Bundle bundle = BundleReader.read(again).orThrow();
        assertEquals(SCENARIO, bundle.manifest().configuration().scenario());
        assertTrue(bundle.manifest().provenance().contains(SampleLibrary.fleetProvenance(SampleLibrary.LOS_ANGELES_20)));
    }

    @Test
    void optionsBesideTheFileWin() throws IOException {
        Path run = folder.resolve("run");
        Path file = scenarioFile(ScenarioJson.write(SCENARIO));
        assertEquals(
                0,
                vpp("run", "--scenario", file, "--fleet", fourHomes("four.json", "four"), "--seed", 7,
                        "--mechanism", "posted-price", "--rounds", 3, "--posted-price-share", 0.9,
                        "--aggregator-final-share", 0.85, "--energy-kw", 6, "--no-optimum", "--out", run),
                err.toString());

        Scenario ran = ScenarioJson.read(run.resolve(Bundle.SCENARIO)).orThrow();
        assertEquals(
                new Scenario(
                        SCENARIO.sample(), SCENARIO.firstDay(), 1, "four.json", new Requirement(6, 10, 5), 0.5,
                        "posted-price", new AgentSettings(3, 0.2, 0.85, 1.5, 0.9, AgentSettings.Gate.GATE_PHYSICS),
                        SCENARIO.satisfaction(), 2, 7),
                ran);
    }

    @Test
    void fleetOfItsOwnMustBeNamedAgain() throws IOException {
        Path run = folder.resolve("run");
        vpp("run", "--fleet", fourHomes("four.json", "four"), "--no-optimum", "--out", run);
        Path scenario = run.resolve(Bundle.SCENARIO);

        assertEquals(1, vpp("run", "--scenario", scenario, "--out", folder.resolve("again")));
        assertTrue(err.toString().contains("scenario.fleetReference"), err.toString());
        assertTrue(err.toString().contains("four.json"), err.toString());

        assertEquals(0, vpp("validate", "--scenario", scenario, "--fleet", "la-20"));
        assertTrue(err.toString().contains("inputFiles, four.json"), "the other fleet is pointed out: " + err);
    }

    @Test
    void anotherFleetWithTheIdOfTheSampleIsNotCalledThat() throws IOException {
        Path run = folder.resolve("run");
        Path fleet = fourHomes("mine.json", SampleLibrary.LOS_ANGELES_20);
        assertEquals(0, vpp("run", "--fleet", fleet, "--no-optimum", "--out", run), err.toString());

        assertTrue(out.toString().contains("fleet \"mine.json\", 4 homes"), out.toString());
        assertFalse(out.toString().contains("la-20"), out.toString());
        Bundle bundle = BundleReader.read(run).orThrow();
        assertEquals("mine.json", bundle.manifest().configuration().scenario().fleetReference());
        assertFalse(bundle.manifest().provenance().contains(SampleLibrary.fleetProvenance(SampleLibrary.LOS_ANGELES_20)));
        assertEquals(java.util.Set.of("mine.json"), bundle.manifest().inputFiles().keySet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"rounds\": 7|\"rounds\": 7.5|scenario.agents.rounds|7.5|a whole number",
        "\"rounds\": 7|\"rounds\": 70|scenario.agents.rounds|70|[1, 50]",
        "\"rounds\": 7|\"round\": 7|scenario.agents.round:|7|rounds, aggregatorOpeningShare",
        "\"kappa\": 2.0|\"kappa\": \"much\"|scenario.kappa|much|a finite number",
        "\"GATE_PHYSICS\"|\"GATE_NONE\"|scenario.agents.gate|GATE_NONE|GATE_PHYSICS, GATE_FULL",
        "\"2023-08-16\"|\"16 August\"|scenario.firstDay|16 August|a date such as",
        "\"RESEARCH\"|\"REAL\"|rules|REAL|RESEARCH",
        "vpp-scenario/1|vpp-scenario/9|format|vpp-scenario/9|vpp-scenario/1",
    })
    void badScenarioFileNamesFieldValueAndWhatIsAllowed(
            String good, String bad, String field, String value, String allowed) throws IOException {
        String text = ScenarioJson.write(SCENARIO);
        assertTrue(text.contains(good), text);
        Path file = scenarioFile(text.replace(good, bad));

        assertEquals(1, vpp("run", "--scenario", file, "--out", folder.resolve("run")));
        for (String word : new String[] {"mine.json", field, value, allowed}) {
            assertTrue(err.toString().contains(word), word + " not in " + err);
        }
        assertFalse(Files.exists(folder.resolve("run")));
    }

    @Test
    void missingScenarioFileIsNamed() {
        assertEquals(1, vpp("run", "--scenario", folder.resolve("none.json"), "--out", folder.resolve("run")));
        assertTrue(err.toString().contains("none.json: no such file"), err.toString());
    }

    @ParameterizedTest
    @CsvSource({"--rounds,0", "--rounds,51", "--aggregator-final-share,1.1",
            "--posted-price-share,NaN", "--posted-price-share,-0.1"})
    void agentSettingsOutOfRangeAreUsage(String option, String value) {
        assertEquals(2, vpp("run", option, value, "--out", folder.resolve("run")));
        assertTrue(err.toString().contains("out of range; allowed: ["), err.toString());
    }
}
