package org.vppworkbench.app.io;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.LimitChange;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** {@code inputs.json}, format {@code vpp-inputs/1}: doubles read back to the same doubles. */
public final class InputsJson {
    public static final String FORMAT = "vpp-inputs/1";

    private InputsJson() {}

    public static Reading<InputsDocument> read(String text, String file) {
        return new InputsReader(file).read(text);
    }

    public static String write(InputsDocument document) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = RecordGson.GSON.newJsonWriter(text)) {
            write(document, json);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return text.append('\n').toString();
    }

    private static void write(InputsDocument document, JsonWriter json) throws IOException {
        RunInputs inputs = document.inputs();
        json.beginObject();
        json.name("format").value(FORMAT);
        json.name("intervals").value(inputs.horizon().intervals());
        json.name("deltaHours").value(Horizon.DELTA_HOURS);
        json.name("start").value(inputs.horizon().start().toString());
        json.name("zone").value(inputs.horizon().zone().getId());
        market(json.name("prices"), inputs.prices(), true);
        market(json.name("forecasts"), inputs.forecasts(), false);
        json.name("requiredKw").beginObject();
        series(json, "energy", inputs.required().energy());
        series(json, "spin", inputs.required().spin());
        series(json, "nonSpin", inputs.required().nonSpin());
        json.endObject();
        integers(json, "calledIntervals", inputs.calledIntervals());
        json.name("prosumers").beginArray();
        for (int i = 0; i < inputs.prosumers().size(); i++) {
            List<TimeSeries> meters = document.baselineMeterKw();
            prosumer(json, inputs.prosumers().get(i), inputs.outlooks().get(i), meters.isEmpty() ? null : meters.get(i));
        }
        json.endArray();
        if (document.w0Usd() != null) {
            json.name("W0").value(document.w0Usd());
        }
        json.endObject();
    }

    private static void market(JsonWriter json, MarketSeries prices, boolean realTime)
            throws IOException {
        json.beginObject();
        nullable(json, "energy", prices.energy());
        nullable(json, "spin", prices.spin());
        nullable(json, "nonSpin", prices.nonSpin());
        if (realTime) {
            nullable(json, "realTime", prices.realTime());
        }
        json.endObject();
    }

    private static void prosumer(
            JsonWriter json, ProsumerInputs home, HomeOutlook outlook, @Nullable TimeSeries meter) throws IOException {
        json.beginObject();
        json.name("id").value(home.id());
        series(json, "importPrice", home.importPrice());
        series(json, "exportPrice", home.exportPrice());
        json.name("endValuePerKwh").value(home.endValuePerKwh());
        json.name("importLimitKw").value(home.importLimitKw());
        json.name("exportLimitKw").value(home.exportLimitKw());
        json.name("priceKnowledge").value(outlook.prices().name());
        series(json, "pvKw", home.pv());
        series(json, "loadKw", home.load());
        if (meter != null) {
            series(json, "baselineMeterKw", meter);
        }
        ProsumerInputs expected = outlook.expected();
        if (!expected.equals(home) || outlook.siteSigma() > 0) {
            json.name("outlook").beginObject();
            json.name("siteSigma").value(outlook.siteSigma());
            json.name("endValuePerKwh").value(expected.endValuePerKwh());
            series(json, "importPrice", expected.importPrice());
            series(json, "exportPrice", expected.exportPrice());
            series(json, "pvKw", expected.pv());
            series(json, "loadKw", expected.load());
            if (!sameCalendar(expected, home)) {
                calendar(json, expected);
            }
            json.endObject();
        }
        BessInputs bess = home.bess();
        if (bess != null) {
            json.name("bess");
            RecordGson.fields(BessInputs.class).write(json, bess);
        }
        calendar(json, home);
        json.endObject();
    }

    /** Whether the home knows its car's days and its own preferences as they will be. */
    private static boolean sameCalendar(ProsumerInputs expected, ProsumerInputs home) {
        return Objects.equals(expected.ev(), home.ev())
                && expected.hard().equals(home.hard())
                && expected.soft().equals(home.soft());
    }

    /** The car with its calendar, and what the owner wants. */
    private static void calendar(JsonWriter json, ProsumerInputs home) throws IOException {
        EvInputs ev = home.ev();
        if (ev != null) {
            json.name("ev");
            RecordGson.fields(EvInputs.class).write(json, ev);
        }
        json.name("hard");
        RecordGson.fields(HardPreferences.class).write(json, home.hard());
        json.name("soft").beginArray();
        for (SoftPreference soft : home.soft()) {
            soft(json, soft);
        }
        json.endArray();
    }

    private static void soft(JsonWriter json, SoftPreference soft) throws IOException {
        json.beginObject();
        switch (soft) {
            case SoftPreference.Floor floor ->
                    json.name("type").value("ReserveFloor").name("limit").value(floor.limitKwh());
            case SoftPreference.CarReady car ->
                    json.name("type").value("EvReadyBy")
                            .name("limit").value(car.limitKwh())
                            .name("interval").value(car.interval());
            case SoftPreference.Blackout blackout -> {
                json.name("type").value("BlackoutWindow").name("limit").value(0);
                integers(json, "intervals", blackout.intervals());
            }
            case SoftPreference.DailyCap cap -> {
                json.name("type").value("DailyDischargeCap").name("limit").value(cap.limitKwh());
                if (!cap.changes().isEmpty()) {
                    json.name("changes").beginArray();
                    for (LimitChange change : cap.changes()) {
                        RecordGson.fields(LimitChange.class).write(json, change);
                    }
                    json.endArray();
                }
            }
        }
        json.name("usdPerUnit").value(soft.usdPerUnit());
        json.name("unit").value(soft instanceof SoftPreference.Floor ? "kWh.h" : "kWh");
        json.endObject();
    }

    private static void nullable(JsonWriter json, String name, @Nullable TimeSeries series)
            throws IOException {
        if (series == null) {
            // The writer leaves out nulls; the format wants to see that a product is not traded.
            boolean before = json.getSerializeNulls();
            json.setSerializeNulls(true);
            json.name(name).nullValue();
            json.setSerializeNulls(before);
        } else {
            series(json, name, series);
        }
    }

    private static void series(JsonWriter json, String name, TimeSeries series) throws IOException {
        json.name(name);
        RecordGson.GSON.getAdapter(TimeSeries.class).write(json, series);
    }

    private static void integers(JsonWriter json, String name, List<Integer> values)
            throws IOException {
        json.name(name).beginArray();
        for (int value : values) {
            json.value(value);
        }
        json.endArray();
    }
}
