package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.io.FleetParametersJson;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.FleetJson;
import org.vppworkbench.sample.SampleLibrary;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesFolder;
import org.vppworkbench.sample.folder.SeriesFolderWriter;
import org.vppworkbench.sample.folder.SeriesRole;

class FleetCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int vpp(Object... args) {
        String[] words = Stream.concat(Stream.of("fleet"), Stream.of(args)).map(Object::toString).toArray(String[]::new);
        return CommandLineProgram.execute(
                words, new PrintWriter(out), new PrintWriter(err), SmallRuns.CLOCK, CancelToken.NEVER);
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void writesAFleetAndItsTable() throws IOException {
        assertEquals(0, vpp("--homes", 30, "--seed", 7, "--out", at("mine.json")), err.toString());
        assertEquals(List.of("mine.json", "mine.json.sampling.csv"), files());
        Fleet fleet = FleetJson.read(at("mine.json")).orThrow();
        assertEquals(30, fleet.homes().size());
        assertEquals("generated-30-seed-7", fleet.id());
        long roofs = fleet.homes().stream().filter(h -> h.pv() != null).count();
        String table = Files.readString(at("mine.json.sampling.csv"));
        assertTrue(table.contains("adoption.pv,share of homes with a solar roof,0.75," + roofs / 30.0 + ",,30,U"), table);
        assertTrue(out.toString().contains("share of homes with a solar roof"));
        assertEquals("", err.toString());
    }

    @Test
    void theSampleFleetIsWhatTheCommandWrites() throws IOException {
        assertEquals(0, vpp("--homes", 200, "--seed", 1, "--preset", "laboratory", "--id", "la-200", "--out", at("a.json")));
        assertEquals(
                FleetJson.write(SampleLibrary.fleet("la-200").orThrow()), Files.readString(at("a.json")));
    }

    @Test
    void parametersSurviveTheirFile() throws IOException {
        assertEquals(
                0,
                vpp("--preset", "california", "--homes", 50, "--set", "adoption.pv=0.5", "adoption.bess=0.3", "--set",
                        "batteries.products[0].name=Own battery", "--write-parameters", at("p.json"), "--out", at("a.json")),
                err.toString());
        FleetParameters read = FleetParametersJson.read(at("p.json")).orThrow();
        assertEquals(0.5, read.adoption().pv());
        assertEquals(0.3, read.adoption().bess());
        assertEquals(0.05, read.adoption().ev());
        assertEquals("Own battery", read.batteries().products().getFirst().name());
        assertEquals(0, vpp("--parameters", at("p.json"), "--out", at("b.json")), err.toString());
        assertEquals(Files.readString(at("a.json")), Files.readString(at("b.json")));
        assertEquals(0, vpp("--parameters", at("p.json"), "--homes", 10, "--seed", 1, "--out", at("c.json")));
        assertEquals(
                FleetJson.read(at("a.json")).orThrow().homes().subList(0, 10),
                FleetJson.read(at("c.json")).orThrow().homes());
    }

    @ParameterizedTest
    @EnumSource(FleetPreset.class)
    void parametersRoundTrip(FleetPreset preset) {
        FleetParameters parameters = preset.parameters(123, -9);
        String text = FleetParametersJson.write(parameters);
        assertEquals(parameters, FleetParametersJson.read(text, "p").orThrow());
        assertEquals(text, FleetParametersJson.write(FleetParametersJson.read(text, "p").orThrow()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--homes 0 | homes | [1, 10000]",
        "--homes 10001 | homes | [1, 10000]",
        "--set adoption.pv=1.2 | adoption.pv | [0, 1]",
        "--set adoption.roofs=0.2 | --set adoption.roofs | pv, bess, ev, maxBessWithoutPv",
        "--set nothing=1 | --set nothing | unknown key",
        "--set adoption=1 | --set adoption | unknown key",
        "--set format=1 | --set format | unknown key",
        "--set batteries.products[9].share=1 | --set batteries.products[9].share | unknown key",
        "--set adoption.pv=much | --set adoption.pv | not a number",
        "--set adoption.pv=NaN | --set adoption.pv | not a number",
        "--set adoption.pv | --set | not an assignment",
        "--set homes=2.5 | homes | a whole number",
        "--set correlations.pvBess=0.98 correlations.evBess=-0.9 | correlations | not positive definite",
        "--set batteries.products[0].share=0.9 | batteries.products | add up to 1",
        "--set adoption.pv=0.1 | adoption.bess | more batteries",
        "--sample nowhere | sample | unknown sample",
    })
    void badParametersAreFindings(String words, String where, String message) throws IOException {
        Object[] args = Stream.concat(Stream.of(words.split(" ")), Stream.of("--out", at("a.json").toString())).toArray();
        assertEquals(1, vpp(args), out.toString());
        assertTrue(err.toString().contains("ERROR ") && err.toString().contains(where), err.toString());
        assertTrue(err.toString().contains(message), err.toString());
        assertFalse(err.toString().contains("\tat "));
        assertEquals(List.of(), files());
    }

    @Test
    void aFolderBringsItsOwnProfiles() throws IOException {
        DataSet sample = SampleLibrary.load(SampleLibrary.LOS_ANGELES_2023_08).orThrow();
        List<FolderSeries> series = Stream.of(SeriesRole.of(SeriesRole.Type.ENERGY), new SeriesRole(SeriesRole.Type.LOAD, "office"))
                .map(role -> new FolderSeries(
                        role, Duration.ofMinutes(15), sample.horizon().start(),
                        Objects.requireNonNull(sample.prices().energy()).map(price -> Math.abs(price) / 100), SeriesKind.REAL,
                        "publisher", "as published", "prices.csv", "0".repeat(64), ""))
                .toList();
        assertEquals(
                List.of(),
                SeriesFolderWriter.write(at("days"), new SeriesFolder("my-days", "My days", Horizon.LOS_ANGELES, series)));
        assertEquals(0, vpp("--homes", 60, "--data", at("days"), "--out", at("mine.json")), err.toString());
        assertEquals(0, vpp("--homes", 60, "--out", at("usual.json")), err.toString());
        assertTrue(Files.readString(at("mine.json")).contains("\"office\""));
        assertFalse(Files.readString(at("usual.json")).contains("\"office\""));
        assertEquals(1, vpp("--data", at("none"), "--out", at("a.json")));
        assertTrue(err.toString().contains("data.json"), err.toString());
        assertFalse(Files.exists(at("a.json")));
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Files.writeString(at("a.json.sampling.csv"), "mine");
        assertEquals(1, vpp("--out", at("a.json")));
        assertTrue(err.toString().contains("exists already"));
        assertEquals(List.of("a.json.sampling.csv"), files());
        assertEquals("mine", Files.readString(at("a.json.sampling.csv")));
        assertEquals(1, vpp("--out", at("no/such/folder.json")));
        assertEquals(1, vpp("--out", at("b.json"), "--write-parameters", at("b.json")));
        assertEquals(List.of("a.json.sampling.csv"), files());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--homes 3",
        "--preset texas --out a.json",
        "--homes many --out a.json",
        "--preset california --parameters p.json --out a.json",
        "--sample la-2023-08 --data days --out a.json",
    })
    void aWrongCommandLine(String words) {
        assertEquals(2, vpp((Object[]) words.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "not JSON | not valid JSON",
        "[] | not a JSON object",
        "{\"format\":\"vpp-fleet/1\"} | unknown format",
        "{\"format\":\"vpp-fleet-parameters/1\",\"homes\":3} | missing field",
        "{\"format\":\"vpp-fleet-parameters/1\",\"homes\":\"3\"} | not of this kind",
        "{\"format\":\"vpp-fleet-parameters/1\",\"houses\":3} | unknown field",
    })
    void badFilesAreFindings(String text, String message) throws IOException {
        Reading<FleetParameters> reading = FleetParametersJson.read(text, "p.json");
        assertEquals(null, reading.value());
        assertTrue(
                reading.findings().stream().anyMatch(f -> f.isError() && f.message().contains(message)),
                reading.findings().toString());
        assertEquals(1, vpp("--parameters", Files.writeString(at("p.json"), text), "--out", at("a.json")));
        assertEquals(1, vpp("--parameters", at("absent.json"), "--out", at("a.json")));
        assertEquals(List.of("p.json"), files());
    }
}
