package org.vppworkbench.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.app.experiment.SmallRuns;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.sample.FleetJson;

/** Bad numbers through the command line: refused in one line each, by home, field, value and range; nothing is written. */
class BadInputCommandTest {
    @TempDir static Path once;

    @TempDir Path folder;

    private final VppRuns vpp = new VppRuns();

    @BeforeAll
    static void bundle() throws IOException {
        Path fleet = Files.writeString(
                once.resolve("four.json"), FleetJson.write(SmallRuns.scenario("rule", 1).fleet()));
        new VppRuns().works(
                "run", "--fleet", fleet, "--from", "2023-08-16", "--no-optimum", "--out", once.resolve("run"));
    }

    private static JsonObject inputs() throws IOException {
        return JsonParser.parseString(Files.readString(once.resolve("run").resolve(Bundle.INPUTS))).getAsJsonObject();
    }

    /** A folder with nothing but inputs. */
    private Path alone(String text) throws IOException {
        Path alone = Files.createDirectory(folder.resolve("alone"));
        Files.writeString(alone.resolve(Bundle.INPUTS), text);
        return alone;
    }

    private static JsonObject home(JsonObject inputs, String device) {
        for (JsonElement home : inputs.getAsJsonArray("prosumers")) {
            if (home.getAsJsonObject().has(device)) {
                return home.getAsJsonObject();
            }
        }
        throw new IllegalStateException("no home with " + device);
    }

    interface Change {
        /** Spoils the inputs and returns the id of the home it is about, or an empty text. */
        String spoil(JsonObject inputs);
    }

    private static Change device(String device, String field, Number value) {
        return inputs -> {
            JsonObject home = home(inputs, device);
            home.getAsJsonObject(device).addProperty(field, value);
            return home.get("id").getAsString();
        };
    }

    private static Change hard(String device, String field, JsonElement value) {
        return inputs -> {
            JsonObject home = home(inputs, device);
            home.getAsJsonObject("hard").add(field, value);
            return home.get("id").getAsString();
        };
    }

    private static Change of(String device, String field, Number value) {
        return inputs -> {
            JsonObject home = home(inputs, device);
            home.addProperty(field, value);
            return home.get("id").getAsString();
        };
    }

    private static Change times(String field, double factor) {
        return inputs -> {
            JsonObject home = home(inputs, "bess");
            home.add(field, scaled(home.getAsJsonArray(field), factor));
            return home.get("id").getAsString();
        };
    }

    private static Change market(String group, String field, double factor) {
        return inputs -> {
            JsonObject all = inputs.getAsJsonObject(group);
            all.add(field, scaled(all.getAsJsonArray(field), factor));
            return "";
        };
    }

    private static JsonArray scaled(JsonArray values, double factor) {
        JsonArray scaled = new JsonArray();
        values.forEach(value -> scaled.add(factor * value.getAsDouble()));
        return scaled;
    }

    private static JsonArray due(int interval, double kwh) {
        JsonObject due = new JsonObject();
        due.addProperty("interval", interval);
        due.addProperty("kwh", kwh);
        JsonArray all = new JsonArray();
        all.add(due);
        return all;
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("prices by 10^6", market("prices", "energy", 1e6), "prices, energy[0]", "[-100000, 100000]"),
                Arguments.of("D by 10^6", market("requiredKw", "energy", 1e6), "requiredKw, energy[", "[0, 100000] kW"),
                Arguments.of("D below 0", market("requiredKw", "energy", -1), "requiredKw, energy[", "[0, 100000] kW"),
                Arguments.of("tariff by 10^6", times("importPrice", 1e6), "importPrice[0]", "[-1000, 1000] $/kWh"),
                Arguments.of("load by 10^6", times("loadKw", 1e6), "loadKw[", "[0, 100000] kW"),
                Arguments.of("load below 0", times("loadKw", -1), "loadKw[0]", "[0, 100000] kW"),
                Arguments.of("no capacity", device("bess", "capacityKwh", 0), "bess, capacityKwh", "(0, 100000] kWh"),
                Arguments.of("Wh for kWh", device("bess", "capacityKwh", 13.5e6), "bess, capacityKwh", "(0, 100000] kWh"),
                Arguments.of("no efficiency", device("bess", "etaCharge", 0), "bess, etaCharge", "(0, 1]"),
                Arguments.of("percent", device("bess", "etaDischarge", 95), "bess, etaDischarge", "(0, 1]"),
                Arguments.of("car above 1", device("ev", "eta", 1.01), "ev, eta", "(0, 1]"),
                Arguments.of("power below 0", device("bess", "chargeKw", -5), "bess, chargeKw", "[0, 100000] kW"),
                Arguments.of("wear below 0", device("bess", "degradationPerKwh", -1), "degradationPerKwh", "[0, 1000] $/kWh"),
                Arguments.of("window", device("bess", "minKwh", 14), "bess, minKwh", "kWh"),
                Arguments.of("initial", device("bess", "initialKwh", 0), "bess, initialKwh", "kWh"),
                Arguments.of("import", of("bess", "importLimitKw", -1), "importLimitKw", "[0, 100000] kW"),
                Arguments.of("floor above capacity", hard("bess", "reserveFloorKwh", new JsonPrimitive(1000)), "ReserveFloor", "kWh"),
                Arguments.of("floor in Wh", hard("bess", "reserveFloorKwh", new JsonPrimitive(3e6)), "reserveFloorKwh", "kWh"),
                Arguments.of("cap below 0", hard("bess", "dailyDischargeCapKwh", new JsonPrimitive(-1)), "dailyDischargeCapKwh", "kWh"),
                Arguments.of("floor above what is there", hard("bess", "reserveFloorKwh", new JsonPrimitive(13)),
                        "ReserveFloor, interval 0", "missing"),
                Arguments.of("due too soon", hard("ev", "evReady", due(2, 70)), "EvReadyBy, interval 2", "missing"),
                Arguments.of("due above capacity", hard("ev", "evReady", due(30, 500)), "EvReadyBy, interval 30", "missing"),
                Arguments.of("load above all", of("bess", "importLimitKw", 0.01), "import limit, interval", "missing"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void isRefusedByHomeFieldAndRange(String name, Change change, String field, String allowed) throws IOException {
        JsonObject inputs = inputs();
        String home = change.spoil(inputs);
        Path alone = alone(inputs.toString());
        vpp.refused(List.of(home, field, allowed), "baseline", "--bundle", alone, "--mode", "home", "--explain", "--mode", "aware");
        String line = vpp.err().lines().filter(l -> l.startsWith("ERROR") && l.contains(field)).findFirst().orElseThrow();
        assertTrue(line.contains(home) && line.contains("value "), line);
        assertNothingElse(alone);
    }

    private void assertNothingElse(Path alone) throws IOException {
        assertFalse(vpp.err().contains("a bug") || vpp.err().contains("Exception") || vpp.err().contains("\tat "), vpp.err());
        try (Stream<Path> files = Files.list(alone)) {
            assertEquals(List.of(alone.resolve(Bundle.INPUTS)), files.toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"NaN, 'NaN is not a number of JSON; line'", "NaN, '$.prices.energy[0]'", "-Infinity, '-Infinity is not a number'",
            "nan, not valid JSON", "1e999, 'prices, energy[0]'", "null, 'prices, energy[0]'", "\"12\", 'prices, energy[0]'"})
    void whatIsNoNumberIsRefused(String value, String words) throws IOException {
        JsonObject inputs = inputs();
        inputs.getAsJsonObject("prices").getAsJsonArray("energy").set(0, new JsonPrimitive("here"));
        Path alone = alone(inputs.toString().replace("\"here\"", value));
        vpp.refused(List.of(words), "baseline", "--bundle", alone);
        assertNothingElse(alone);
    }

    @Test
    void aFleetWithoutHomesIsRefused() throws IOException {
        JsonObject inputs = inputs();
        inputs.add("prosumers", new JsonArray());
        vpp.refused(List.of("no homes", "at least 1"), "baseline", "--bundle", alone(inputs.toString()));
    }

    @Test
    void changedInputsOfABundleAreRefused() throws IOException {
        Path copy = folder.resolve("copy");
        vpp.works("rerun", "--bundle", once.resolve("run"), "--out", copy, "--no-optimum");
        Tampered.edit(copy, Bundle.INPUTS, "\"chargeKw\":", "\"chargeKw\":1");
        String before = Files.readString(copy.resolve(Bundle.BASELINE));
        vpp.refused(List.of("inputs.json", "changed since the run"), "baseline", "--bundle", copy);
        assertEquals(before, Files.readString(copy.resolve(Bundle.BASELINE)));
    }

    /** Tiny numbers are odd and possible: solved under the same certificate, or said not to be. */
    @Test
    void aMillionTimesTooSmallIsSolved() throws IOException {
        JsonObject inputs = inputs();
        market("prices", "energy", 1e-6).spoil(inputs);
        market("requiredKw", "spin", 1e-6).spoil(inputs);
        times("loadKw", 1e-6).spoil(inputs);
        inputs.remove("W0");
        vpp.works("baseline", "--bundle", alone(inputs.toString()), "--explain");
        assertFalse(vpp.out().contains("NOT_PROVED"), vpp.out());
    }

    /** Without a manifest W0 may be of other inputs; nobody but the user can know. */
    @Test
    void aW0OfOtherInputsIsNotCalledABug() throws IOException {
        JsonObject inputs = inputs();
        inputs.addProperty("W0", 1e6);
        assertEquals(1, vpp.run("baseline", "--bundle", alone(inputs.toString()), "--mode", "home"));
        assertTrue(vpp.err().contains("W0 is not of these inputs, or this is a bug"), vpp.err());
    }

    /** Out of time: the best certified pair is written as such, nothing is explained or measured by it. */
    @Test
    void whatIsNotCertifiedMeasuresAndExplainsNothing() throws IOException {
        Path copy = folder.resolve("copy");
        vpp.works("rerun", "--bundle", once.resolve("run"), "--out", copy, "--no-optimum");
        assertEquals(1, vpp.run("baseline", "--bundle", copy, "--explain", "--gap", "1e-15", "--time-limit", "3600"));
        assertTrue(vpp.err().contains("not explained") && vpp.err().contains("--time-limit"), vpp.err());
        assertTrue(Files.readString(copy.resolve(Bundle.BASELINE)).contains("NOT_PROVED"));
        assertFalse(Files.exists(copy.resolve(Bundle.EXPLANATIONS)));
        vpp.works("baseline", "--bundle", copy, "--explain", "--solver", "JOptimizer");
        assertTrue(Files.readString(copy.resolve(Bundle.EXPLANATIONS)).startsWith("about,day,hour"));
        vpp.works("validate", "--bundle", copy);
    }
}
