package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.io.SharesFiles;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.sample.FleetJson;

class SharesCommandTest {
    @TempDir Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int vpp(Object... args) {
        String[] words = java.util.Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        return CommandLineProgram.execute(
                words, new PrintWriter(out), new PrintWriter(err), SmallRuns.CLOCK, CancelToken.NEVER);
    }

    private Path fourHomes() throws IOException {
        Path file = folder.resolve("four.json");
        return Files.writeString(file, FleetJson.write(SmallRuns.scenario("rule", 1).fleet()));
    }

    @Test
    void aBundleAndItsScenarioGiveTheSameFiles() throws IOException {
        Path run = folder.resolve("run");
        Path fleet = fourHomes();
        assertEquals(0, vpp("run", "--fleet", fleet, "--from", "2023-08-16", "--no-optimum", "--out", run), err.toString());
        Path first = folder.resolve("first");
        assertEquals(0, vpp("shares", "--bundle", run, "--out", first), err.toString());
        String text = out.toString();
        assertTrue(text.contains("Shapley") && text.contains("least core"), text);
        Path second = folder.resolve("second");
        assertEquals(
                0,
                vpp("shares", "--scenario", run.resolve("scenario.json"), "--fleet", fleet, "--out", second),
                err.toString());
        for (String name : List.of(SharesFiles.CSV, SharesFiles.JSON)) {
            assertEquals(Files.readString(first.resolve(name)), Files.readString(second.resolve(name)), name);
        }
        List<String> rows = Files.readAllLines(first.resolve(SharesFiles.CSV));
        assertEquals("prosumer,surplus_usd,shapley_usd,standard_error_usd,difference_usd", rows.getFirst());
        assertEquals(5, rows.size());
        JsonObject json = JsonParser.parseString(Files.readString(first.resolve(SharesFiles.JSON))).getAsJsonObject();
        assertEquals("vpp-shares/1", json.get("format").getAsString());
        assertEquals("ENUMERATED", json.get("method").getAsString());
        double sum = rows.stream().skip(1).mapToDouble(r -> Double.parseDouble(r.split(",", -1)[2])).sum();
        assertEquals(json.get("grandCoalitionUsd").getAsDouble(), sum, 1e-9);
        double unused = json.getAsJsonObject("run").get("unusedUsd").getAsDouble();
        double surplus = rows.stream().skip(1).mapToDouble(r -> Double.parseDouble(r.split(",", -1)[1])).sum();
        assertEquals(sum - surplus, unused, 1e-6, "every home of this fleet that cannot sell has no surplus");
    }

    @Test
    void samplingIsSaidAndTheLeastCoreIsNotDefined() throws IOException {
        Path shares = folder.resolve("shares");
        assertEquals(
                0,
                vpp("shares", "--fleet", fourHomes(), "--from", "2023-08-16", "--permutations", 4, "--seed", 5, "--out", shares),
                err.toString());
        JsonObject json = JsonParser.parseString(Files.readString(shares.resolve(SharesFiles.JSON))).getAsJsonObject();
        assertEquals("SAMPLED", json.get("method").getAsString());
        assertEquals(4, json.get("permutations").getAsInt());
        assertEquals(5, json.get("seed").getAsInt());
        assertTrue(json.get("leastCoreUsd").isJsonNull());
        assertTrue(json.getAsJsonObject("notDefined").has("leastCoreUsd"));
    }

    @Test
    void whatCannotBeDoneIsRefusedInPlainWords() throws IOException {
        assertEquals(2, vpp("shares", "--permutations", 1));
        assertEquals(2, vpp("shares", "--bundle", folder, "--from", "2023-08-16"));
        assertEquals(2, vpp("shares", "--bundle", folder, "--mechanism", "rule"));
        assertEquals(1, vpp("shares", "--bundle", folder.resolve("nothing")));
        assertEquals(1, vpp("shares", "--fleet", fourHomes(), "--mechanism", "nonsense"));
        Path full = Files.createDirectories(folder.resolve("full"));
        Files.writeString(full.resolve("file"), "x");
        assertEquals(1, vpp("shares", "--fleet", fourHomes(), "--out", full));
        assertTrue(err.toString().contains("not empty"), err.toString());
        assertFalse(err.toString().contains("a bug"), err.toString());
    }
}
