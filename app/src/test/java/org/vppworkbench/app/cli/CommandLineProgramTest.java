package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.sample.FleetJson;
import org.vppworkbench.sample.SampleLibrary;

class CommandLineProgramTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int vpp(Object... args) {
        String[] words = java.util.Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        return CommandLineProgram.execute(
                words, new PrintWriter(out), new PrintWriter(err), SmallRuns.CLOCK, CancelToken.NEVER);
    }

    private void assertRefused(int code, String... words) throws IOException {
        assertEquals(1, code, out + "\n" + err);
        for (String word : words) {
            assertTrue(err.toString().contains(word), word + " not in: " + err);
        }
        assertTrue(err.toString().contains("ERROR "), err.toString());
        assertFalse(err.toString().contains("\tat "), "no stack trace at the user");
        assertFalse(Files.exists(folder.resolve("run")), "nothing under the final name");
        assertFalse(Files.exists(folder.resolve("run.part")), "nothing half-written");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Fleet four() {
        return SmallRuns.scenario("rule", 1).fleet();
    }

    private Path fourHomes() throws IOException {
        return file("four.json", FleetJson.write(four()));
    }

    @Test
    void runWritesABundleAndBaselineCompletesIt() throws IOException {
        Path run = folder.resolve("run");
        assertEquals(
                0,
                vpp("run", "--fleet", fourHomes(), "--from", "2023-08-16", "--no-optimum", "--out", run),
                err.toString());
        for (String name :
                List.of(
                        Bundle.MANIFEST, Bundle.MANIFEST_CHECKSUM, Bundle.SCENARIO, Bundle.INPUTS, Bundle.EVENTS, Bundle.MESSAGES,
                        Bundle.DISPATCH, Bundle.CONTRACTS, Bundle.PROSUMERS, Bundle.METRICS, Bundle.BASELINE,
                        "figures/prices.png", "figures/prices.svg")) {
            assertTrue(Files.size(run.resolve(name)) > 0, name);
        }
        String before = Files.readString(run.resolve(Bundle.METRICS));

        assertEquals(0, vpp("baseline", "--bundle", run), err.toString());

        assertTrue(Files.readString(run.resolve(Bundle.BASELINE)).contains("\"aware\""));
        assertFalse(Files.readString(run.resolve(Bundle.METRICS)).equals(before));
        assertEquals(0, vpp("validate", "--bundle", run), err.toString());
    }

    @Test
    void baselineNeedsOnlyInputs() throws IOException {
        Path run = folder.resolve("run");
        vpp("run", "--fleet", fourHomes(), "--no-optimum", "--out", run);
        Path alone = Files.createDirectory(folder.resolve("alone"));
        Files.copy(run.resolve(Bundle.INPUTS), alone.resolve(Bundle.INPUTS));

        assertEquals(
                0, vpp("baseline", "--bundle", alone, "--mode", "home", "--mode", "aware"),
                err.toString());

        String baseline = Files.readString(alone.resolve(Bundle.BASELINE));
        assertTrue(baseline.contains("\"home\"") && !baseline.contains("\"blind\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "run --help", "baseline --help",
            "validate --help", "samples"})
    void helpAndListsEndWithZero(String line) {
        assertEquals(0, vpp((Object[]) line.split(" ")));
        assertFalse(out.toString().isBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "xyzzy", "run --out x --days many", "run --out x --gap 0",
            "baseline --bundle x --mode best"})
    void wrongCommandLineIsUsage(String line) {
        assertEquals(2, vpp((Object[]) line.split(" ")));
        assertTrue(err.toString().contains("see 'vpp") && !err.toString().contains("Usage"), err.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "run --out x --from 2023-13-40 | '--from': '2023-13-40' is not a day; allowed: YYYY-MM-DD | vpp run --help",
        "branch --bundle x --at 1 --home a --car-leaves 6am --out y | '6am' is not a local time | vpp branch --help",
        "bench core --homes 0     | --homes 0 is out of range; allowed: [1, 10000]  | vpp bench core --help",
        "bench core --repeats 0   | --repeats 0 is out of range; allowed: [1, 10000] | vpp bench core --help",
        "bench negotiation --calls 0 | --calls 0 is out of range; allowed: [1, 10000] | vpp bench negotiation --help",
        "bench negotiation --days 7 | --days 7 is out of range; allowed: [1, 6] | vpp bench negotiation --help",
        "bench core --threads 257 | --threads 257 is out of range; allowed: [1, 256] | vpp bench core --help",
    })
    void aWrongValueIsNamedInTwoLines(String line, String message, String help) {
        assertEquals(2, vpp((Object[]) line.split(" ")));
        List<String> lines = err.toString().lines().toList();
        assertEquals(2, lines.size(), err.toString());
        assertTrue(lines.getFirst().contains(message), err.toString());
        assertEquals("see '" + help + "'", lines.getLast());
    }

    /** The rights of a folder do not tell everything: nobody makes a folder there, though root may write. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeMadeIsRefusedBeforeTheRun() throws IOException {
        for (String place : List.of("/proc/nope/x", "/proc/nope")) {
            err.getBuffer().setLength(0);
            assertRefused(vpp("run", "--fleet", fourHomes(), "--no-optimum", "--out", place), place);
            assertFalse(err.toString().contains("... "), "before any step: " + err);
            Files.delete(folder.resolve("four.json"));
        }
    }

    @Test
    void aCommandThatIsNearlyRightIsSuggested() {
        assertEquals(2, vpp("fly"));
        assertTrue(err.toString().contains("Did you mean: vpp fleet?"), err.toString());
    }

    @Test
    void missingFleetFileIsNamed() throws IOException {
        assertRefused(vpp("run", "--fleet", folder.resolve("none.json"), "--out",
                folder.resolve("run")), "none.json");
    }

    @Test
    void malformedFleetFileIsNamedWithItsPlace() throws IOException {
        Path fleet = file("bad.json", "{\"format\":\"vpp-fleet/1\",\"id\":");
        assertRefused(
                vpp("run", "--fleet", fleet, "--out", folder.resolve("run")), "bad.json", "line 1");
    }

    @Test
    void fleetWithoutHomesIsRefused() throws IOException {
        Path fleet = file("empty.json", FleetJson.write(new Fleet("e", "Empty", List.of())));
        assertRefused(vpp("run", "--fleet", fleet, "--out", folder.resolve("run")), "empty.json");
    }

    @Test
    void valueOutsideItsRangeNamesHomeAndField() throws IOException {
        String text = FleetJson.write(four());
        String bad = text.replaceFirst("\"capacityKwh\": ?[0-9.]+", "\"capacityKwh\": -5");
        Path fleet = file("bad.json", bad);
        assertRefused(
                vpp("run", "--fleet", fleet, "--out", folder.resolve("run")),
                "home-001", "capacityKwh", "-5", "allowed");
    }

    @Test
    void unknownSampleIsNamed() throws IOException {
        assertRefused(
                vpp("run", "--sample", "la-1999", "--out", folder.resolve("run")),
                "la-1999", "la-2023-08");
    }

    @ParameterizedTest
    @CsvSource({"2023-08-14,1", "2023-08-21,2", "2023-08-15,0", "2024-01-01,1"})
    void daysOutsideTheDataAreRefused(String from, String days) throws IOException {
        assertRefused(
                vpp("run", "--from", from, "--days", days, "--out", folder.resolve("run")),
                "2023-08-15 to 2023-08-21");
    }

    @Test
    void unknownMechanismIsNamed() throws IOException {
        assertRefused(
                vpp("run", "--mechanism", "magic", "--out", folder.resolve("run")), "magic", "rule");
    }

    private String prices(String energyOfHour3) {
        List<String> rows = new ArrayList<>();
        rows.add("interval_start_utc,energy_usd_per_mwh,spin_usd_per_mwh,nonspin_usd_per_mwh,"
                + "realtime_usd_per_mwh");
        Horizon day = SampleLibrary.load(SampleLibrary.LOS_ANGELES_2023_08).orThrow().horizon();
        for (int hour = 0; hour < 24; hour++) {
            String energy = hour == 3 ? energyOfHour3 : "50";
            rows.add(day.intervalStart(4 * hour) + "," + energy + ",1,1,40");
        }
        return String.join("\n", rows) + "\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "", "abc", "1e999"})
    void badPriceNamesRowAndColumn(String price) throws IOException {
        Path file = file("prices.csv", prices(price));
        assertRefused(
                vpp("run", "--prices", file, "--out", folder.resolve("run")),
                "prices.csv", "row 5", "energy_usd_per_mwh");
    }

    /** A whole column out of range is told by its first rows, how many more were looked at, and that the rest was not. */
    @Test
    void equalFindingsAreCounted() throws IOException {
        Path file = file("prices.csv", prices("50").replace(",50,1", ",1e9,1"));
        assertRefused(
                vpp("run", "--prices", file, "--out", folder.resolve("run")),
                "row 2", "row 11", "energy_usd_per_mwh", "and 10 more like these, the last: ", "row 21",
                "the rows after this one were not looked at");
    }

    @Test
    void gapInPricesIsRefused() throws IOException {
        String text = prices("50");
        Path file = file("prices.csv", text.replaceFirst("2023-08-15T10:00:00Z.*\n", ""));
        assertRefused(vpp("run", "--prices", file, "--out", folder.resolve("run")), "prices.csv");
    }

    @Test
    void ownPricesAreUsedAndLabelled() throws IOException {
        Path file = file("prices.csv", prices("50"));
        Path run = folder.resolve("run");

        assertEquals(
                0,
                vpp("run", "--prices", file, "--fleet", fourHomes(), "--no-optimum", "--out", run),
                err.toString());
        assertTrue(Files.readString(run.resolve(Bundle.MANIFEST)).contains("prices.csv"));
    }

    @Test
    void outBelowAFileIsRefusedBeforeTheRun() throws IOException {
        Path file = file("file", "");
        assertRefused(vpp("run", "--out", file.resolve("x")), "not writable");
        assertFalse(err.toString().contains("..."), "no work was begun");
    }

    @Test
    void outThatIsNotEmptyIsLeftAlone() throws IOException {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        Files.writeString(mine.resolve("keep.txt"), "keep");

        assertRefused(vpp("run", "--out", mine), "not empty");
        assertEquals("keep", Files.readString(mine.resolve("keep.txt")));
    }

    @Test
    void changedBundleIsRefused() throws IOException {
        Path bundle = folder.resolve("bundle");
        vpp("run", "--fleet", fourHomes(), "--no-optimum", "--out", bundle);
        Path csv = bundle.resolve(Bundle.CONTRACTS);
        Files.writeString(csv, Files.readString(csv).replace("true", "false"));

        assertRefused(vpp("validate", "--bundle", bundle), "contracts.csv", "changed since the run");
    }

    @Test
    void folderThatIsNoBundleIsRefused() throws IOException {
        assertRefused(vpp("baseline", "--bundle", folder.resolve("none")), "no such folder");
    }

    @Test
    void cancelHasItsOwnCodeAndLeavesNothing() throws IOException {
        int code =
                CommandLineProgram.execute(
                        new String[] {"run", "--out", folder.resolve("run").toString()},
                        new PrintWriter(out), new PrintWriter(err), SmallRuns.CLOCK, () -> true);

        assertEquals(130, code);
        assertFalse(Files.exists(folder.resolve("run")));
    }

    @Test
    void infeasibleInputsAreRefusedByHomeAndNothingIsRewritten() throws IOException {
        Path bundle = folder.resolve("bundle");
        vpp("run", "--fleet", fourHomes(), "--no-optimum", "--out", bundle);
        Path alone = Files.createDirectory(folder.resolve("alone"));
        JsonObject inputs =
                JsonParser.parseString(Files.readString(bundle.resolve(Bundle.INPUTS))).getAsJsonObject();
        JsonObject home = new JsonObject();
        for (JsonElement each : inputs.getAsJsonArray("prosumers")) {
            if (each.getAsJsonObject().has("bess")) {
                home = each.getAsJsonObject();
            }
        }
        JsonObject bess = home.getAsJsonObject("bess");
        bess.add("initialKwh", bess.get("minKwh"));
        home.getAsJsonObject("hard").add("reserveFloorKwh", bess.get("maxKwh"));
        String text = inputs.toString();
        Files.writeString(alone.resolve(Bundle.INPUTS), text);

        assertRefused(vpp("baseline", "--bundle", alone), home.get("id").getAsString());

        assertEquals(text, Files.readString(alone.resolve(Bundle.INPUTS)));
        try (var files = Files.list(alone)) {
            assertEquals(List.of(alone.resolve(Bundle.INPUTS)), files.toList());
        }
    }

    @Test
    void bugIsAMessageAndItsTraceAFile() throws IOException {
        Exception bug = new IllegalStateException("first\nsecond");
        int code = CommandLineProgram.report(bug, new Console(new PrintWriter(out), new PrintWriter(err)), CancelToken.NEVER);

        assertRefused(code, "a bug", "first\\nsecond");
        Path log = Path.of(err.toString().strip().replaceFirst(".*: ", ""));
        assertTrue(Files.readString(log).contains("\tat org.vppworkbench"), err.toString());
        Files.delete(log);
    }

    @Test
    void bundleAndScenarioOptionsDoNotMix() {
        assertEquals(2, vpp("validate", "--bundle", folder, "--days", 3, "--from", "2023-08-16"));
        assertTrue(err.toString().contains("--from, --days"), err.toString());
    }

    @Test
    void emptyOutIsSaid() throws IOException {
        assertRefused(vpp("run", "--out", ""), "--out", "no folder is named");
    }

    @Test
    void idWithALineBreakStaysOnOneLine() throws IOException {
        String text = FleetJson.write(four()).replace("\"home-001\"", "\"home\\nERROR \\u001b[31mfake\"");
        String bad = text.replaceFirst("\"capacityKwh\": ?[0-9.]+", "\"capacityKwh\": -5");
        assertRefused(vpp("validate", "--fleet", file("bad.json", bad)), "capacityKwh");
        assertFalse(err.toString().lines().anyMatch(line -> line.startsWith("ERROR \u001b")), err.toString());
        assertFalse(err.toString().contains("\u001b"), err.toString());
    }

    @ParameterizedTest
    @CsvSource({"0,0 homes", "1,1 home", "2,2 homes"})
    void countsAreGrammatical(long count, String text) {
        assertEquals(text, Plural.of(count, "home"));
    }

    @Test
    void stoppedByTheUserIsDocumented() {
        vpp("run", "--help");
        assertTrue(out.toString().contains("130"), out.toString());
    }
}
