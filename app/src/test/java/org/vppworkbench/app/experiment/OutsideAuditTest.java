package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.app.io.BundleWriter;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/**
 * Recomputes a run from inputs.json, contracts.csv and dispatch.csv alone, with arithmetic written
 * here from the documentation and no class of the model.
 */
class OutsideAuditTest {
    private static final double EXACT = 1e-6;
    private static final double DT = 0.25;

    @TempDir Path folder;

    private JsonObject inputs = new JsonObject();
    private List<Map<String, String>> dispatch = List.of();
    private List<Map<String, String>> contracts = List.of();
    private final Map<String, Integer> rowOf = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {
        "rule", "zi-c", "posted-price", "uniform-price",
        "pay-as-bid", "vcg", "no-vpp", "aware", "price-coordination"
    })
    void storageMeterAndMoneyFollowFromThreeFiles(String mechanism) throws IOException {
        Path bundle = folder.resolve(mechanism);
        ExperimentResult run = SmallRuns.run(mechanism, 3, mechanism.equals("aware"));
        BundleWriter.write(
                bundle, RunBundle.of(run, Map.of(), List.of()), ProgressSink.NONE, CancelToken.NEVER);
        inputs = JsonParser.parseString(Files.readString(bundle.resolve("inputs.json")))
                .getAsJsonObject();
        dispatch = table(bundle.resolve("dispatch.csv"));
        contracts = table(bundle.resolve("contracts.csv"));
        for (int n = 0; n < dispatch.size(); n++) {
            rowOf.put(dispatch.get(n).get("prosumer") + "@" + dispatch.get(n).get("interval"), n);
        }
        double expected =
                JsonParser.parseString(Files.readString(bundle.resolve("metrics.json")))
                        .getAsJsonObject().getAsJsonObject("week").get("welfareUsd").getAsDouble();

        double homes = 0;
        for (JsonElement home : inputs.getAsJsonArray("prosumers")) {
            homes += home(home.getAsJsonObject());
        }
        double revenue = mechanism.equals("aware") ? atMarket() : underContract();

        assertEquals(expected, homes + revenue, EXACT);
        assertEquals(mechanism.equals("no-vpp") || mechanism.equals("aware"), contracts.isEmpty());
    }

    /** Checks storage and meter of one home; returns its utility before payments. */
    private double home(JsonObject home) {
        String id = home.get("id").getAsString();
        JsonObject bess = home.getAsJsonObject("bess");
        JsonObject ev = home.getAsJsonObject("ev");
        double s = bess == null ? 0 : number(bess, "initialKwh");
        double e = ev == null ? 0 : number(ev, "initialKwh");
        double start = s + e;
        double usd = 0;
        Map<Integer, Double> soldOfDay = new HashMap<>();
        for (int t = 0; t < inputs.get("intervals").getAsInt(); t++) {
            double carBefore = e;
            double out = value(id, t, "discharge_kw");
            double in = value(id, t, "charge_kw");
            double car = value(id, t, "ev_charge_kw");
            if (bess != null) {
                s += number(bess, "etaCharge") * in * DT - out * DT / number(bess, "etaDischarge");
                assertTrue(s >= number(bess, "minKwh") - EXACT && s <= number(bess, "maxKwh") + EXACT);
            }
            if (ev != null) {
                e += number(ev, "eta") * car * DT - at(ev, "drivenKwh", t);
                assertTrue(e >= number(ev, "minKwh") - EXACT && e <= number(ev, "capacityKwh") + EXACT);
            }
            assertEquals(s, value(id, t, "bess_kwh"), EXACT);
            assertEquals(e, value(id, t, "ev_kwh"), EXACT);
            double meter =
                    at(home, "pvKw", t) - value(id, t, "curtailed_kw") + out - in - car
                            - at(home, "loadKw", t);
            assertEquals(meter, value(id, t, "meter_kw"), EXACT);
            double sold = value(id, t, "sold_energy_kw");
            assertTrue(sold <= out + EXACT, "what is sold is metered at the device");
            double retail = meter - sold;
            usd -= DT * (at(home, "importPrice", t) * Math.max(0, -retail)
                    - at(home, "exportPrice", t) * Math.max(0, retail));
            usd -= bess == null ? 0 : number(bess, "degradationPerKwh") * out * DT;
            soldOfDay.merge(t / 96, sold * DT, Double::sum);
            usd -= discomfort(home, t, s, carBefore, sold * DT);
            s = value(id, t, "bess_kwh");
            e = value(id, t, "ev_kwh");
        }
        for (JsonElement element : home.getAsJsonArray("soft")) {
            JsonObject soft = element.getAsJsonObject();
            if (soft.get("type").getAsString().equals("DailyDischargeCap")) {
                for (double sold : soldOfDay.values()) {
                    usd -= number(soft, "usdPerUnit") * Math.max(0, sold - number(soft, "limit"));
                }
            }
        }
        return usd + number(home, "endValuePerKwh") * (s + e - start);
    }

    private double discomfort(
            JsonObject home, int t, double bessKwh, double carBefore, double soldKwh) {
        double usd = 0;
        for (JsonElement element : home.getAsJsonArray("soft")) {
            JsonObject soft = element.getAsJsonObject();
            double limit = number(soft, "limit");
            double units =
                    switch (soft.get("type").getAsString()) {
                        case "ReserveFloor" -> Math.max(0, limit - bessKwh) * DT;
                        case "EvReadyBy" ->
                                soft.get("interval").getAsInt() == t ? Math.max(0, limit - carBefore) : 0;
                        case "BlackoutWindow" ->
                                soft.getAsJsonArray("intervals").contains(new com.google.gson.JsonPrimitive(t))
                                        ? soldKwh
                                        : 0;
                        default -> 0;
                    };
            usd += number(soft, "usdPerUnit") * units;
        }
        return usd;
    }

    private double underContract() {
        double revenue = 0;
        for (Map<String, String> contract : contracts) {
            if (!Boolean.parseBoolean(contract.get("cleared"))) {
                continue;
            }
            String product = contract.get("product");
            double kw = Double.parseDouble(contract.get("kw"));
            double price = Double.parseDouble(contract.get("price_usd_per_mwh"));
            double delivered = 0;
            double missing = 0;
            int first = 4 * Integer.parseInt(contract.get("hour"));
            for (int t = first; t < first + 4; t++) {
                double got = value(contract.get("prosumer"), t, column(product));
                delivered += got * DT;
                missing += Math.max(0, kw - got) * DT;
                double market = at(inputs.getAsJsonObject("prices"), series(product), t);
                double back = Math.max(0, Math.max(energy(t), realTime(t)));
                revenue +=
                        product.equals("ENERGY")
                                ? DT / 1000 * (market * kw - back * Math.max(0, kw - got))
                                : DT / 1000 * market * got;
            }
            double pay = price * delivered / 1000;
            pay -= product.equals("ENERGY") ? Math.max(price, 0) * missing / 1000 : 0;
            assertEquals(delivered, Double.parseDouble(contract.get("delivered_kwh")), EXACT);
            assertEquals(pay, Double.parseDouble(contract.get("payment_usd")), EXACT);
        }
        return revenue;
    }

    private double atMarket() {
        double revenue = 0;
        for (Map<String, String> row : dispatch) {
            int t = Integer.parseInt(row.get("interval"));
            for (String product : List.of("ENERGY", "SPIN", "NONSPIN")) {
                double kw = Double.parseDouble(row.get(column(product)));
                revenue += DT / 1000 * at(inputs.getAsJsonObject("prices"), series(product), t) * kw;
            }
        }
        return revenue;
    }

    private double energy(int t) {
        return at(inputs.getAsJsonObject("prices"), "energy", t);
    }

    private double realTime(int t) {
        return at(inputs.getAsJsonObject("prices"), "realTime", t);
    }

    private static String column(String product) {
        return switch (product) {
            case "ENERGY" -> "sold_energy_kw";
            case "SPIN" -> "spin_available_kw";
            default -> "nonspin_available_kw";
        };
    }

    private static String series(String product) {
        return switch (product) {
            case "ENERGY" -> "energy";
            case "SPIN" -> "spin";
            default -> "nonSpin";
        };
    }

    private double value(String id, int t, String column) {
        return Double.parseDouble(dispatch.get(rowOf.get(id + "@" + t)).get(column));
    }

    private static double number(JsonObject object, String key) {
        return object.get(key).getAsDouble();
    }

    private static double at(JsonObject object, String key, int t) {
        JsonArray array = object.getAsJsonArray(key);
        return array.get(t).getAsDouble();
    }

    private static List<Map<String, String>> table(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
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
