package org.vppworkbench.app.io;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vppworkbench.model.metrics.Metric;
import org.vppworkbench.model.metrics.MetricTable;

/** {@code metrics.json}, format {@code vpp-metrics/1}. A metric that is not defined is null. */
public final class MetricsJson {
    public static final String FORMAT = "vpp-metrics/1";

    private MetricsJson() {}

    public static String write(
            String mechanism, String label, List<String> priceKinds, MetricTable table) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = pretty(text)) {
            Map<String, String> undefined = new LinkedHashMap<>();
            json.beginObject();
            json.name("format").value(FORMAT);
            json.name("mechanism").value(mechanism);
            json.name("label").value(label);
            json.name("priceKinds").beginArray();
            for (String kind : priceKinds) {
                json.value(kind);
            }
            json.endArray();
            json.name("week");
            json.beginObject();
            metrics(json, table.week(), "", undefined);
            json.endObject();
            json.name("days").beginArray();
            for (MetricTable.Day day : table.days()) {
                json.beginObject();
                json.name("date").value(day.date().toString());
                metrics(json, day.metrics(), day.date() + " ", undefined);
                json.endObject();
            }
            json.endArray();
            behaviour(json, table);
            json.name("notDefined").beginObject();
            for (Map.Entry<String, String> entry : undefined.entrySet()) {
                json.name(entry.getKey()).value(entry.getValue());
            }
            json.endObject();
            json.name("units").beginObject();
            for (Metric metric : table.week()) {
                json.name(metric.key()).value(metric.unit());
            }
            json.endObject();
            json.endObject();
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return text.append('\n').toString();
    }

    /** What is not defined for a home is left out. */
    private static void behaviour(JsonWriter json, MetricTable table) throws IOException {
        json.name("homes").beginArray();
        for (MetricTable.HomeBehaviour home : table.behaviour()) {
            json.beginObject();
            json.name("prosumer").value(home.prosumer());
            List<Metric> defined = home.metrics().stream().filter(m -> m.value() != null).toList();
            metrics(json, defined, "", new LinkedHashMap<>());
            json.endObject();
        }
        json.endArray();
    }

    static JsonWriter pretty(StringWriter text) throws IOException {
        JsonWriter json = RecordGson.GSON.newJsonWriter(text);
        json.setFormattingStyle(FormattingStyle.PRETTY.withNewline("\n").withIndent(" "));
        json.setSerializeNulls(true);
        return json;
    }

    private static void metrics(
            JsonWriter json, List<Metric> metrics, String prefix, Map<String, String> undefined)
            throws IOException {
        for (Metric metric : metrics) {
            Double value = metric.value();
            json.name(metric.key());
            if (value == null) {
                json.nullValue();
                undefined.put(prefix + metric.key(), metric.reason());
            } else if (metric.unit().isEmpty() && value == Math.rint(value)) {
                json.value(value.longValue());
            } else {
                json.value(value);
            }
        }
    }
}
