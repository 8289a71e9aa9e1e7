package org.vppworkbench.app.experiment;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.BundleContent;
import org.vppworkbench.app.io.ContractsCsv;
import org.vppworkbench.app.io.DispatchCsv;
import org.vppworkbench.app.io.InputsJson;

/** A run as inputs.json, contracts.csv and dispatch.csv tell it, read without any class of the model. */
final class OutsideRun {
    static final double DT = 0.25;

    private final JsonObject inputs;
    private final int intervals;
    private final Map<String, Map<String, double[]>> dispatch = new HashMap<>();
    private final List<Map<String, String>> contracts;
    private final boolean[] called;
    private final int[] day;

    OutsideRun(String inputsJson, String dispatchCsv, String contractsCsv) {
        inputs = JsonParser.parseString(inputsJson).getAsJsonObject();
        intervals = inputs.get("intervals").getAsInt();
        contracts = table(contractsCsv);
        called = new boolean[intervals];
        inputs.getAsJsonArray("calledIntervals").forEach(t -> called[t.getAsInt()] = true);
        ZoneId zone = ZoneId.of(inputs.get("zone").getAsString());
        Instant start = Instant.parse(inputs.get("start").getAsString());
        day = IntStream.range(0, intervals)
                .map(t -> (int) ChronoUnit.DAYS.between(
                        start.atZone(zone).toLocalDate(), start.plusSeconds(900L * t).atZone(zone).toLocalDate()))
                .toArray();
        for (Map<String, String> row : table(dispatchCsv)) {
            int t = Integer.parseInt(row.get("interval"));
            Map<String, double[]> home = dispatch.computeIfAbsent(row.get("prosumer"), id -> new HashMap<>());
            for (Entry<String, String> cell : row.entrySet()) {
                if (cell.getKey().endsWith("_kw") || cell.getKey().endsWith("_kwh")) {
                    home.computeIfAbsent(cell.getKey(), c -> new double[intervals])[t] = Double.parseDouble(cell.getValue());
                }
            }
        }
    }

    /** The same of a run in memory, by way of the three texts that would be written. */
    static OutsideRun of(ExperimentResult result) {
        BundleContent content = RunBundle.of(result, Map.of(), List.of());
        StringWriter dispatch = new StringWriter();
        StringWriter contracts = new StringWriter();
        try {
            DispatchCsv.write(content.inputs().inputs(), content.dispatch(), dispatch);
            ContractsCsv.write(content.inputs().inputs().horizon(), content.contracts(), contracts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new OutsideRun(InputsJson.write(content.inputs()), dispatch.toString(), contracts.toString());
    }

    int intervals() {
        return intervals;
    }

    boolean called(int t) {
        return called[t];
    }

    /** Local day of an interval, from 0. */
    int day(int t) {
        return day[t];
    }

    List<JsonObject> homes() {
        List<JsonObject> homes = new ArrayList<>();
        inputs.getAsJsonArray("prosumers").forEach(home -> homes.add(home.getAsJsonObject()));
        return homes;
    }

    List<Map<String, String>> contracts() {
        return contracts;
    }

    /** What a home did; the column by its name in dispatch.csv. */
    double[] column(String home, String name) {
        return dispatch.get(home).get(name);
    }

    /** Price of a product; 0 where it is not traded [$/MWh]. */
    double price(String product, int t) {
        String key = switch (product) {
            case "ENERGY" -> "energy";
            case "SPIN" -> "spin";
            default -> "nonSpin";
        };
        JsonArray series = array(inputs.getAsJsonObject("prices"), key);
        return series == null ? 0 : series.get(t).getAsDouble();
    }

    /** Real-time price; NaN where there is none [$/MWh]. */
    double realTime(int t) {
        JsonArray series = array(inputs.getAsJsonObject("prices"), "realTime");
        return series == null ? Double.NaN : series.get(t).getAsDouble();
    }

    /** The most that is bought in an hour [kW]. */
    double required(String product, int hour) {
        String key = product.equals("ENERGY") ? "energy" : product.equals("SPIN") ? "spin" : "nonSpin";
        return inputs.getAsJsonObject("requiredKw").getAsJsonArray(key).get(hour).getAsDouble();
    }

    /** The column of dispatch.csv with what was delivered or held of a product. */
    static String delivered(String product) {
        return switch (product) {
            case "ENERGY" -> "sold_energy_kw";
            case "SPIN" -> "spin_available_kw";
            default -> "nonspin_available_kw";
        };
    }

    static double number(JsonObject object, String key) {
        return object.get(key).getAsDouble();
    }

    static double at(JsonObject object, String key, int t) {
        return object.getAsJsonArray(key).get(t).getAsDouble();
    }

    static @Nullable JsonObject object(JsonObject parent, String key) {
        JsonElement element = parent.get(key);
        return element == null || element.isJsonNull() ? null : element.getAsJsonObject();
    }

    static @Nullable JsonArray array(JsonObject parent, String key) {
        JsonElement element = parent.get(key);
        return element == null || element.isJsonNull() ? null : element.getAsJsonArray();
    }

    private static List<Map<String, String>> table(String text) {
        List<String> lines = text.lines().toList();
        String[] header = lines.getFirst().split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }
}
