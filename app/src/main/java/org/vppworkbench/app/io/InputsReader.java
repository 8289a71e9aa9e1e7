package org.vppworkbench.app.io;

import com.google.gson.JsonElement;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.PriceKnowledge;
import org.vppworkbench.model.inputs.LimitChange;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.RequiredCapacity;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** Reads {@code vpp-inputs/1} and says what is wrong with it. One instance reads one file. */
final class InputsReader {
    private static final double MAX_PRICE = 1e5;
    private static final double MAX_RETAIL = 1e3;
    private static final double MAX_SIGMA = 2;
    private static final double MAX_KW = Findings.MAX_KW;
    private static final double MAX_KWH = Findings.MAX_KWH;
    private static final int MAX_INTERVALS = 100 * 366;

    private final String file;
    private final Findings findings = new Findings();

    InputsReader(String file) {
        this.file = file;
    }

    Reading<InputsDocument> read(String text) {
        JsonElement element = JsonText.parse(text, file, findings);
        InputsDocument document = element == null ? null : document(new JsonNode(element, file, findings));
        return new Reading<>(findings.hasErrors() ? null : document, findings.list());
    }

    private @Nullable InputsDocument document(JsonNode root) {
        root.onlyKnows(
                "format", "intervals", "deltaHours", "start", "zone", "prices", "forecasts", "requiredKw",
                "calledIntervals", "prosumers", "W0");
        String format = root.text("format");
        if (!format.equals(InputsJson.FORMAT)) {
            findings.error(root.where() + ", format", format, "unknown format", InputsJson.FORMAT);
            return null;
        }
        Horizon horizon = horizon(root);
        if (horizon == null) {
            return null;
        }
        int intervals = horizon.intervals();
        MarketSeries prices = market(root.object("prices"), intervals, true);
        MarketSeries forecasts = market(root.object("forecasts"), intervals, false);
        RequiredCapacity required = required(root.object("requiredKw"), horizon.hours());
        List<Integer> called = root.indices("calledIntervals", intervals);
        if (!called.isEmpty() && prices.realTime() == null) {
            findings.error(
                    file + ", calledIntervals", called.size() + " intervals",
                    "contingency calls are paid at the real-time price, and prices.realTime is null", "[]");
        }
        List<ProsumerInputs> prosumers = new ArrayList<>();
        List<HomeOutlook> outlooks = new ArrayList<>();
        List<TimeSeries> meters = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode node : root.objectsNamed("prosumers", "id")) {
            ProsumerInputs home = prosumer(node, intervals);
            prosumers.add(home);
            outlooks.add(outlook(node, home, intervals));
            if (home.id().isBlank()) {
                findings.error(node.where() + ", id", home.id(), "blank", "any other text");
            } else if (!ids.add(home.id())) {
                findings.error(node.where() + ", id", home.id(), "used twice", "unique ids");
            }
            if (node.has("baselineMeterKw")) {
                meters.add(node.series("baselineMeterKw", intervals, -MAX_KW, MAX_KW, "kW"));
            }
        }
        if (prosumers.isEmpty()) {
            findings.error(file + ", prosumers", 0, "no homes", "at least 1");
        }
        Double w0 = root.optionalNumber("W0", -1e12, 1e12, "$");
        if (findings.hasErrors()) {
            return null;
        }
        RunInputs inputs = new RunInputs(horizon, prices, forecasts, required, called, prosumers, outlooks);
        return new InputsDocument(inputs, meters.size() == prosumers.size() ? meters : List.of(), w0);
    }

    private @Nullable Horizon horizon(JsonNode root) {
        int intervals = root.integer("intervals", 92, MAX_INTERVALS);
        root.number("deltaHours", Horizon.DELTA_HOURS, Horizon.DELTA_HOURS, "h");
        String start = root.text("start");
        String zone = root.text("zone");
        try {
            return findings.hasErrors()
                    ? null
                    : Horizon.of(Instant.parse(start), intervals, ZoneId.of(zone));
        } catch (DateTimeException | IllegalArgumentException e) {
            findings.error(file + ", start, zone and intervals", start + ", " + zone,
                    String.valueOf(e.getMessage()), "whole local days from local midnight");
            return null;
        }
    }

    private static MarketSeries market(JsonNode node, int intervals, boolean realTime) {
        return new MarketSeries(
                node.optionalSeries("energy", intervals, -MAX_PRICE, MAX_PRICE, "$/MWh"),
                node.optionalSeries("spin", intervals, -MAX_PRICE, MAX_PRICE, "$/MW-h"),
                node.optionalSeries("nonSpin", intervals, -MAX_PRICE, MAX_PRICE, "$/MW-h"),
                realTime ? node.optionalSeries("realTime", intervals, -MAX_PRICE, MAX_PRICE, "$/MWh") : null);
    }

    private static RequiredCapacity required(JsonNode node, int hours) {
        return new RequiredCapacity(
                node.series("energy", hours, 0, MAX_KW, "kW"),
                node.series("spin", hours, 0, MAX_KW, "kW"),
                node.series("nonSpin", hours, 0, MAX_KW, "kW"));
    }

    private ProsumerInputs prosumer(JsonNode node, int intervals) {
        node.onlyKnows(
                "id", "importPrice", "exportPrice", "endValuePerKwh", "importLimitKw", "exportLimitKw",
                "priceKnowledge", "pvKw", "loadKw", "baselineMeterKw", "outlook", "bess", "ev", "hard", "soft");
        JsonNode bess = node.optionalObject("bess");
        JsonNode ev = node.optionalObject("ev");
        ProsumerInputs home =
                new ProsumerInputs(
                        node.text("id"),
                        node.series("importPrice", intervals, -MAX_RETAIL, MAX_RETAIL, "$/kWh"),
                        node.series("exportPrice", intervals, -MAX_RETAIL, MAX_RETAIL, "$/kWh"),
                        node.number("endValuePerKwh", -MAX_RETAIL, MAX_RETAIL, "$/kWh"),
                        node.number("importLimitKw", 0, MAX_KW, "kW"),
                        node.number("exportLimitKw", 0, MAX_KW, "kW"),
                        node.series("pvKw", intervals, 0, MAX_KW, "kW"),
                        node.series("loadKw", intervals, 0, MAX_KW, "kW"),
                        bess == null ? null : bess(bess),
                        ev == null ? null : ev(ev, intervals),
                        hard(node.object("hard"), intervals),
                        wishes(node, intervals));
        for (int t = 0; t < intervals; t++) {
            if (home.exportPrice().at(t) > home.importPrice().at(t)) {
                findings.error(
                        node.where() + ", exportPrice[" + t + "]", home.exportPrice().at(t),
                        "above the import price", "at most " + home.importPrice().at(t) + " $/kWh");
                break;
            }
        }
        return home;
    }

    private List<SoftPreference> wishes(JsonNode node, int intervals) {
        List<SoftPreference> soft = new ArrayList<>();
        for (JsonNode entry : node.objects("soft")) {
            SoftPreference read = soft(entry, intervals);
            if (read != null) {
                soft.add(read);
            }
        }
        return soft;
    }

    /** A filed tariff where nothing is said. */
    private PriceKnowledge priceKnowledge(JsonNode home) {
        String name = home.has("priceKnowledge") ? home.text("priceKnowledge") : PriceKnowledge.PUBLISHED.name();
        for (PriceKnowledge known : PriceKnowledge.values()) {
            if (known.name().equals(name)) {
                return known;
            }
        }
        findings.error(
                home.where() + ", priceKnowledge", "\"" + name + "\"", "unknown",
                Arrays.stream(PriceKnowledge.values()).map(Enum::name).collect(Collectors.joining(", ")));
        return PriceKnowledge.PUBLISHED;
    }

    private HomeOutlook outlook(JsonNode owner, ProsumerInputs home, int intervals) {
        PriceKnowledge prices = priceKnowledge(owner);
        JsonNode node = owner.optionalObject("outlook");
        if (node == null) {
            return new HomeOutlook(home, prices, 0);
        }
        node.onlyKnows("siteSigma", "endValuePerKwh", "importPrice", "exportPrice", "pvKw", "loadKw", "ev", "hard", "soft");
        Double sigma = node.optionalNumber("siteSigma", 0, MAX_SIGMA, "");
        HomeOutlook outlook = HomeOutlook.of(
                home,
                prices,
                sigma == null ? 0 : sigma,
                node.number("endValuePerKwh", -MAX_RETAIL, MAX_RETAIL, "$/kWh"),
                node.series("importPrice", intervals, -MAX_RETAIL, MAX_RETAIL, "$/kWh"),
                node.series("exportPrice", intervals, -MAX_RETAIL, MAX_RETAIL, "$/kWh"),
                node.series("pvKw", intervals, 0, MAX_KW, "kW"),
                node.series("loadKw", intervals, 0, MAX_KW, "kW"));
        JsonNode hard = node.optionalObject("hard");
        if (hard == null) {
            return outlook;
        }
        JsonNode ev = node.optionalObject("ev");
        return outlook.knowing(
                ev == null ? null : ev(ev, intervals), hard(hard, intervals), wishes(node, intervals));
    }

    private BessInputs bess(JsonNode node) {
        double capacity = node.positive("capacityKwh", MAX_KWH, "kWh");
        double max = node.number("maxKwh", 0, capacity, "kWh");
        double min = node.number("minKwh", 0, max, "kWh");
        return new BessInputs(
                capacity,
                node.number("chargeKw", 0, MAX_KW, "kW"),
                node.number("dischargeKw", 0, MAX_KW, "kW"),
                node.positive("etaCharge", 1, ""),
                node.positive("etaDischarge", 1, ""),
                min,
                max,
                node.number("initialKwh", min, max, "kWh"),
                node.number("degradationPerKwh", 0, MAX_RETAIL, "$/kWh"));
    }

    private EvInputs ev(JsonNode node, int intervals) {
        double capacity = node.positive("capacityKwh", MAX_KWH, "kWh");
        double min = node.number("minKwh", 0, capacity, "kWh");
        double v2g = node.number("v2gKw", 0, MAX_KW, "kW");
        return new EvInputs(
                capacity,
                node.number("chargeKw", 0, MAX_KW, "kW"),
                v2g,
                node.positive("eta", 1, ""),
                min,
                node.number("initialKwh", min, capacity, "kWh"),
                node.flags("plugged", intervals),
                node.series("drivenKwh", intervals, 0, capacity, "kWh"),
                node.number("degradationPerKwh", 0, MAX_RETAIL, "$/kWh"));
    }

    private HardPreferences hard(JsonNode node, int intervals) {
        List<HardPreferences.EvReady> ready = new ArrayList<>();
        for (JsonNode entry : node.objects("evReady")) {
            ready.add(
                    new HardPreferences.EvReady(
                            entry.integer("interval", 0, intervals - 1), entry.number("kwh", 0, MAX_KWH, "kWh")));
        }
        return new HardPreferences(
                node.optionalNumber("reserveFloorKwh", 0, MAX_KWH, "kWh"),
                node.indices("blackoutIntervals", intervals),
                node.optionalNumber("dailyDischargeCapKwh", 0, MAX_KWH, "kWh"),
                ready,
                changes(node, "dailyDischargeCapChanges", intervals),
                changes(node, "reserveFloorChanges", intervals));
    }

    private static List<LimitChange> changes(JsonNode node, String name, int intervals) {
        List<LimitChange> changes = new ArrayList<>();
        for (JsonNode entry : node.has(name) ? node.objects(name) : List.<JsonNode>of()) {
            changes.add(new LimitChange(
                    entry.integer("interval", 0, intervals - 1), entry.number("kwh", 0, MAX_KWH, "kWh")));
        }
        return changes;
    }

    private @Nullable SoftPreference soft(JsonNode node, int intervals) {
        double usd = node.number("usdPerUnit", 0, 1e6, "$ per unit");
        String type = node.text("type");
        return switch (type) {
            case "ReserveFloor" -> new SoftPreference.Floor(node.number("limit", 0, MAX_KWH, "kWh"), usd);
            case "EvReadyBy" ->
                    new SoftPreference.CarReady(
                            node.integer("interval", 0, intervals - 1),
                            node.number("limit", 0, MAX_KWH, "kWh"),
                            usd);
            case "BlackoutWindow" ->
                    new SoftPreference.Blackout(node.indices("intervals", intervals), usd);
            case "DailyDischargeCap" ->
                    new SoftPreference.DailyCap(
                            node.number("limit", 0, MAX_KWH, "kWh"), usd, changes(node, "changes", intervals));
            default -> {
                findings.error(
                        node.where() + ", type", type, "unknown soft preference",
                        "ReserveFloor, EvReadyBy, BlackoutWindow, DailyDischargeCap");
                yield null;
            }
        };
    }
}
