package org.vppworkbench.app.io;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vppworkbench.model.metrics.Invariant;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;

/** {@code baseline.json}, format {@code vpp-baseline/1}. */
public final class BaselineJson {
    public static final String FORMAT = "vpp-baseline/1";

    /** Modes in the order of the file. */
    public static final List<String> MODES = List.of("home", "aware", "blind");

    private BaselineJson() {}

    public static String write(BaselineDocument document) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = MetricsJson.pretty(text)) {
            json.beginObject();
            json.name("format").value(FORMAT);
            json.name("W0").value(document.w0Usd());
            for (Map.Entry<String, OptimumSummary> entry : document.optima().entrySet()) {
                json.name(entry.getKey());
                RecordGson.fields(OptimumSummary.class).write(json, entry.getValue());
            }
            ForecastSummary forecast = document.forecast();
            if (forecast != null) {
                json.name("forecast");
                RecordGson.fields(ForecastSummary.class).write(json, forecast);
            }
            json.name("invariants").beginArray();
            for (Invariant invariant : document.invariants()) {
                RecordGson.fields(Invariant.class).write(json, invariant);
            }
            json.endArray();
            json.endObject();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return text.append('\n').toString();
    }

    public static Reading<BaselineDocument> read(String text, String file) {
        try (JsonReader json = RecordGson.GSON.newJsonReader(new StringReader(text))) {
            return Reading.of(read(json));
        } catch (IOException | JsonParseException | IllegalStateException e) {
            return Reading.refused(Finding.error(file, null, JsonText.plain(e), FORMAT));
        }
    }

    private static BaselineDocument read(JsonReader json) throws IOException {
        Double w0 = null;
        Map<String, OptimumSummary> optima = new LinkedHashMap<>();
        ForecastSummary forecast = null;
        List<Invariant> invariants = new ArrayList<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            switch (name) {
                case "format" -> {
                    String format = json.nextString();
                    if (!format.equals(FORMAT)) {
                        throw new JsonParseException("unknown format '" + format + "'");
                    }
                }
                case "W0" -> {
                    if (json.peek() == JsonToken.NULL) {
                        json.nextNull();
                    } else {
                        w0 = json.nextDouble();
                    }
                }
                case "forecast" -> forecast = RecordGson.fields(ForecastSummary.class).read(json);
                case "invariants" -> {
                    json.beginArray();
                    while (json.hasNext()) {
                        invariants.add(RecordGson.fields(Invariant.class).read(json));
                    }
                    json.endArray();
                }
                default -> optima.put(name, RecordGson.fields(OptimumSummary.class).read(json));
            }
        }
        json.endObject();
        return new BaselineDocument(w0, optima, forecast, invariants);
    }
}
