package org.vppworkbench.app.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.time.TimeSeries;

/**
 * A JSON object being read. Whatever is wrong becomes a finding that names the place; the value
 * returned then is only a placeholder, and the caller drops everything once there are errors.
 */
final class JsonNode {
    private final JsonObject object;
    private final String where;
    private final Findings findings;

    JsonNode(JsonElement element, String where, Findings findings) {
        this.where = where;
        this.findings = findings;
        if (!element.isJsonObject()) {
            findings.error(where, brief(element), "not an object", "{...}");
        }
        this.object = element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
    }

    String where() {
        return where;
    }

    /** A finding for every field that is not among {@code known}. */
    void onlyKnows(String... known) {
        Set<String> names = Set.of(known);
        for (String name : object.keySet()) {
            if (!names.contains(name)) {
                findings.warning(where, name, "unknown field, ignored", String.join(", ", known));
            }
        }
    }

    boolean has(String name) {
        return object.has(name) && !object.get(name).isJsonNull();
    }

    JsonNode object(String name) {
        return new JsonNode(required(name), at(name), findings);
    }

    @Nullable JsonNode optionalObject(String name) {
        return has(name) ? object(name) : null;
    }

    List<JsonNode> objects(String name) {
        List<JsonNode> nodes = new ArrayList<>();
        JsonArray array = array(name);
        for (int i = 0; i < array.size(); i++) {
            nodes.add(new JsonNode(array.get(i), at(name) + "[" + i + "]", findings));
        }
        return nodes;
    }

    /** The same, each place with the text of a field that names the object, where it has one. */
    List<JsonNode> objectsNamed(String name, String by) {
        return objects(name).stream()
                .map(node -> node.object.get(by) instanceof JsonPrimitive id && id.isString() && !id.getAsString().isBlank()
                        ? new JsonNode(node.object, node.where + " " + id.getAsString(), findings)
                        : node)
                .toList();
    }

    String text(String name) {
        JsonElement value = required(name);
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        return wrong(name, value, "text", "");
    }

    /** A number in {@code [min, max]}. */
    double number(String name, double min, double max, String unit) {
        double value = finite(at(name), required(name));
        if (Double.isFinite(value)) {
            findings.inRange(at(name), value, min, max, unit);
        }
        return value;
    }

    /** A number in {@code (0, max]}. */
    double positive(String name, double max, String unit) {
        double value = finite(at(name), required(name));
        if (Double.isFinite(value)) {
            findings.aboveZero(at(name), value, max, unit);
        }
        return value;
    }

    @Nullable Double optionalNumber(String name, double min, double max, String unit) {
        return has(name) ? number(name, min, max, unit) : null;
    }

    int integer(String name, int min, int max) {
        double value = number(name, min, max, "");
        if (Double.isFinite(value) && value != Math.rint(value)) {
            findings.error(at(name), value, "not a whole number", null);
        }
        return (int) value;
    }

    /** Whole numbers in {@code [0, end)}, strictly ascending. */
    List<Integer> indices(String name, int end) {
        List<Integer> out = new ArrayList<>();
        JsonArray array = array(name);
        int before = -1;
        for (int i = 0; i < array.size(); i++) {
            String place = at(name) + "[" + i + "]";
            double value = finite(place, array.get(i));
            if (value != Math.rint(value) || value <= before || value >= end) {
                findings.error(
                        place, brief(array.get(i)), "not an ascending interval", "[0, " + (end - 1) + "]");
                return out;
            }
            before = (int) value;
            out.add(before);
        }
        return out;
    }

    List<Boolean> flags(String name, int length) {
        JsonArray array = array(name, length);
        List<Boolean> out = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            boolean isFlag = array.get(i) instanceof JsonPrimitive p && p.isBoolean();
            if (!isFlag) {
                String place = at(name) + "[" + i + "]";
                findings.error(place, brief(array.get(i)), "not a flag", "true or false");
                return out;
            }
            out.add(array.get(i).getAsBoolean());
        }
        return out;
    }

    /** A series of exactly {@code length} finite values in {@code [min, max]}. */
    TimeSeries series(String name, int length, double min, double max, String unit) {
        JsonArray array = array(name, length);
        double[] values = new double[length];
        for (int i = 0; i < Math.min(length, array.size()); i++) {
            String place = at(name) + "[" + i + "]";
            double value = finite(place, array.get(i));
            if (!Double.isFinite(value) || !findings.inRange(place, value, min, max, unit)) {
                break;
            }
            values[i] = value;
        }
        return TimeSeries.of(values);
    }

    @Nullable TimeSeries optionalSeries(
            String name, int length, double min, double max, String unit) {
        return has(name) ? series(name, length, min, max, unit) : null;
    }

    private JsonArray array(String name, int length) {
        JsonArray array = array(name);
        if (array.size() != length) {
            findings.error(at(name), array.size(), "wrong number of values", String.valueOf(length));
        }
        return array;
    }

    private JsonArray array(String name) {
        JsonElement value = required(name);
        if (!value.isJsonArray()) {
            return wrong(name, value, "an array", new JsonArray());
        }
        return value.getAsJsonArray();
    }

    private double finite(String place, JsonElement value) {
        if (value instanceof JsonPrimitive primitive && primitive.isNumber()) {
            double number = primitive.getAsDouble();
            if (Double.isFinite(number)) {
                return number;
            }
        }
        findings.error(place, brief(value), "not a finite number", null);
        return Double.NaN;
    }

    private JsonElement required(String name) {
        JsonElement value = object.get(name);
        return value == null ? JsonNull.INSTANCE : value;
    }

    private <T> T wrong(String name, JsonElement value, String wanted, T placeholder) {
        findings.error(
                at(name), value.isJsonNull() ? null : brief(value),
                value.isJsonNull() ? "missing" : "not " + wanted, wanted);
        return placeholder;
    }

    private String at(String name) {
        return where + ", " + name;
    }

    private static String brief(JsonElement value) {
        String text = value.toString();
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
