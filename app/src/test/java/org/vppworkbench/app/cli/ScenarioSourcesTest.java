package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.FleetParametersJson;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.app.io.Sha256;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.settlement.SettledContract;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.SampleLibrary;

/** Where data and fleet of a run come from: samples and their defaults, folders of series, generated fleets. */
class ScenarioSourcesTest {
    @TempDir Path folder;

    private final VppRuns vpp = new VppRuns();

    private Path days(String id) {
        return VppRuns.folder(
                folder.resolve("days"), id, SampleLibrary.load(SampleLibrary.LOS_ANGELES_2023_08).orThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "la-2023-08,2023-08-15,la-20,25,15,15",
        "la200-2023-08,2023-08-15,la-200,250,150,150",
        "sp15-2023-07,2023-07-14,la-20,25,15,15",
        "sp15-2021-08,2021-08-15,la-20,25,15,15",
        "sp15-2024-08,2024-08-15,la-20,25,15,15",
        "synthetic:3:2023-06-30:2,2023-06-30,la-20,25,15,15",
    })
    void whatIsNotGivenIsTheSamples(
            String id, LocalDate first, String fleet, double energyKw, double spinKw, double nonSpinKw) {
        ScenarioOptions options = new ScenarioOptions();
        options.data.sample = id;
        Scenario scenario = options.request(null, null).scenario();
        assertEquals(id, scenario.sample());
        assertEquals(first, scenario.firstDay());
        assertEquals(SampleLibrary.load(id).orThrow().horizon().firstDay(), scenario.firstDay());
        assertEquals(1, scenario.days());
        assertEquals(fleet, scenario.fleetReference());
        assertEquals(new Requirement(energyKw, spinKw, nonSpinKw), scenario.requirement());
    }

    @Test
    void withoutAnyOptionItIsTheFirstSample() {
        Scenario scenario = new ScenarioOptions().request(null, null).scenario();
        assertEquals("la-2023-08", scenario.sample());
        assertEquals(LocalDate.of(2023, 8, 15), scenario.firstDay());
        assertEquals("la-20", scenario.fleetReference());
        assertEquals(new Requirement(25, 15, 15), scenario.requirement());
    }

    @Test
    void twoHundredHomesTradeUnderTheRulesOfCaiso() {
        Path run = folder.resolve("run");
        vpp.works("run", "--sample", "la200-2023-08", "--rules", "caiso-dera", "--no-optimum", "--out", run);
        List<SettledContract> contracts = Objects.requireNonNull(VppRuns.bundle(run).contracts());
        assertFalse(contracts.isEmpty());
        assertFalse(vpp.err().contains("no offer can clear"), vpp.err());
    }

    @Test
    void weeksWithoutReservePricesSayThatReservesAreNotTraded() {
        vpp.works("validate", "--sample", "sp15-2023-07");
        assertTrue(vpp.err().contains("INFO scenario, requirement.spinKw"), vpp.err());
        assertTrue(vpp.err().contains("INFO scenario, requirement.nonSpinKw"), vpp.err());
        vpp.works("validate", "--sample", "sp15-2023-07", "--required", "25,0,0");
        assertFalse(vpp.err().contains("not traded"), vpp.err());
        vpp.works("validate");
        assertFalse(vpp.err().contains("not traded"), vpp.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "run --out x --sample la-2023-08 --data y", "validate --fleet la-20 --generate 5",
        "validate --generate 5 --fleet-parameters y", "validate --generate many", "validate --generate 5:x",
        "validate --generate 5:1:suburb", "validate --generate 5:1:california:2",
        "forecast --method perfect --sample la-2023-08 --data y",
    })
    void contradictionsAreUsage(String line) {
        assertEquals(2, vpp.run((Object[]) line.split(" ", -1)), vpp.err());
        assertTrue(vpp.err().contains("see 'vpp ") && !vpp.err().contains("Usage"), vpp.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--sample mars|unknown sample|la-2023-08",
        "--sample synthetic:1:2023-02-30:3|synthetic|2023-02-30",
        "--data nowhere|data.json|nowhere",
        "--generate 0|scenario, generatedFleet, homes|10000",
        "--generate 20000:1:california|scenario, generatedFleet, homes|10000",
        "--fleet-parameters none.json|none.json|no such file",
    })
    void whatCannotBeUsedIsAFinding(String options, String word, String another) {
        vpp.refused(List.of(word, another), Stream.concat(Stream.of("validate"), Stream.of(options.split(" ", -1))).toArray());
    }

    @Test
    void aFolderOfTheSamplesOwnPricesGivesTheSamplesRun() throws IOException {
        Path own = folder.resolve("own");
        Path sample = folder.resolve("sample");
        Path days = days("my-week");
        vpp.works("run", "--data", days, "--days", 2, "--no-optimum", "--out", own);
        vpp.works("run", "--days", 2, "--no-optimum", "--out", sample);
        for (String name : List.of(Bundle.INPUTS, Bundle.EVENTS, Bundle.DISPATCH, Bundle.CONTRACTS)) {
            assertEquals(-1, Files.mismatch(sample.resolve(name), own.resolve(name)), name);
        }
        assertEquals("my-week", VppRuns.scenario(own).sample());
        assertEquals(LocalDate.of(2023, 8, 15), VppRuns.scenario(own).firstDay());
        RunManifest manifest = Objects.requireNonNull(VppRuns.bundle(own).manifest());
        assertEquals(
                Sha256.of(days.resolve("data.json")), manifest.inputFiles().get("my-week/data.json"));
        assertEquals(
                Sha256.of(days.resolve("series-15min-1.csv")), manifest.inputFiles().get("my-week/series-15min-1.csv"));
        assertEquals(2, manifest.inputFiles().size());
        assertTrue(manifest.provenance().stream().anyMatch(one -> one.source().equals("publisher")));
    }

    @Test
    void aFolderNamedLikeASampleIsNotTakenForIt() {
        Path run = folder.resolve("run");
        vpp.works("run", "--data", days("la-2023-08"), "--generate", "3", "--no-optimum", "--out", run);
        assertEquals("./la-2023-08", VppRuns.scenario(run).sample());
        vpp.refused(
                List.of("scenario.sample", "./la-2023-08", "--data DIR"),
                "validate", "--scenario", run.resolve(Bundle.SCENARIO));
    }

    @Test
    void dataOfTheirOwnMustBeNamedAgain() throws IOException {
        Path run = folder.resolve("run");
        Path days = days("my-week");
        vpp.works("run", "--data", days, "--generate", "3", "--no-optimum", "--out", run);
        Path scenario = run.resolve(Bundle.SCENARIO);
        vpp.refused(
                List.of("scenario.json, scenario.sample", "my-week", "name it with --data"),
                "run", "--scenario", scenario, "--out", folder.resolve("again"));
        assertFalse(Files.exists(folder.resolve("again")));
        vpp.works("validate", "--scenario", scenario, "--data", days);
        assertFalse(vpp.err().contains("WARNING"), vpp.err());
        vpp.works("validate", "--scenario", scenario, "--sample", "la-2023-08");
        assertTrue(vpp.err().contains("inputFiles, my-week/data.json"), "the other data are pointed out: " + vpp.err());
    }

    @Test
    void aChangedFolderIsRefused() throws IOException {
        Path days = days("my-week");
        Path csv = days.resolve("series-15min-1.csv");
        Files.writeString(csv, Files.readString(csv).replaceFirst("\n2023[^\n]*", ""));
        vpp.refused(List.of("series-15min-1.csv", "not the one that was imported"), "run", "--data", days, "--out",
                folder.resolve("run"));
        assertFalse(Files.exists(folder.resolve("run")));
        vpp.refused(List.of("series-15min-1.csv"), "forecast", "--method", "perfect", "--data", days);
    }

    @Test
    void forecastsReadAFolderToo() {
        vpp.works("forecast", "--method", "persistence", "--data", days("my-week"));
        assertTrue(vpp.out().contains("my-week, 6 days from 2023-08-16, PERSISTENCE forecast"), vpp.out());
    }

    @Test
    void aGeneratedFleetStandsInTheScenarioWithItsSamplingTable() throws IOException {
        Path run = folder.resolve("run");
        Path fleet = folder.resolve("fleet.json");
        vpp.works("run", "--generate", "12:5:california", "--no-optimum", "--out", run);
        vpp.works("fleet", "--homes", 12, "--seed", 5, "--preset", "california", "--out", fleet);
        Scenario scenario = VppRuns.scenario(run);
        assertEquals("generated-12-5", scenario.fleetReference());
        assertEquals(FleetPreset.CALIFORNIA.parameters(12, 5), scenario.generatedFleet());
        assertEquals(-1, Files.mismatch(run.resolve(Bundle.SAMPLING), Path.of(fleet + ".sampling.csv")));
        RunManifest manifest = Objects.requireNonNull(VppRuns.bundle(run).manifest());
        assertEquals("generated-12-5", manifest.configuration().fleet().id());
        assertTrue(manifest.outputFiles().containsKey(Bundle.SAMPLING));
        assertTrue(manifest.provenance().stream()
                .anyMatch(one -> one.kind() == SeriesKind.SYNTHETIC && one.series().equals("fleet generated-12-5")));
    }

    @Test
    void parametersOfAFileGenerateTheFleetAndAnotherFleetReplacesIt() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.json"), FleetParametersJson.write(FleetPreset.LABORATORY.parameters(4, -9)));
        Path run = folder.resolve("run");
        vpp.works("run", "--fleet-parameters", file, "--no-optimum", "--out", run);
        assertEquals(FleetPreset.LABORATORY.parameters(4, -9), VppRuns.scenario(run).generatedFleet());

        ScenarioOptions options = new ScenarioOptions();
        options.scenarioFile = run.resolve(Bundle.SCENARIO);
        options.fleets.fleet = "la-20";
        assertNull(options.request(null, null).scenario().generatedFleet());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"homes\": 3|\"homes\": 3.5|scenario.generatedFleet.homes|a whole number",
        "\"homes\": 3|\"homes\": 0|scenario.generatedFleet.homes|10000",
        "\"adoption\": {|\"adoption\": {\"wind\": 1,|scenario.generatedFleet.adoption.wind|unknown field",
        "\"correlations\"|\"correlation\"|scenario.generatedFleet.correlations|missing field",
        "generated-3-1|la-20|scenario.fleetReference|generated-3-1",
    })
    void badParametersInAScenarioFileAreNamed(String good, String bad, String field, String word) throws IOException {
        Path run = folder.resolve("run");
        vpp.works("run", "--generate", "3", "--no-optimum", "--out", run);
        String text = Files.readString(run.resolve(Bundle.SCENARIO));
        assertTrue(text.contains(good), text);
        Path file = Files.writeString(folder.resolve("mine.json"), text.replace(good, bad));
        vpp.refused(List.of("mine.json, ", field, word), "validate", "--scenario", file);
    }

}
