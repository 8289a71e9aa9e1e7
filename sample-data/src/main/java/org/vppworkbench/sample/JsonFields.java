package org.vppworkbench.sample;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;

/**
 * Reads the fields of a JSON object. A missing or wrong field becomes an error finding, and a harmless value is returned
 * that nobody will use; unread keys become warnings.
 */
public final class JsonFields {
    private static final LocalTime NO_TIME = LocalTime.MIDNIGHT;

    private final JsonObject object;
    private final String at;
    private final Findings out;
    private final Set<String> read = new HashSet<>();

    /**
     * @param at file, home id and path so far, ending so that a field name can follow
     */
    public JsonFields(JsonObject object, String at, Findings out) {
        this.object = object;
        this.at = at;
        this.out = out;
    }

    public double number(String field) {
        JsonPrimitive value = primitive(field, "a number");
        if (value == null) {
            return 0;
        }
        if (!value.isNumber()) {
            wrong(field, value, "a finite number, without quotes");
            return 0;
        }
        double number = value.getAsDouble();
        if (!Double.isFinite(number)) {
            wrong(field, value, "a finite number");
            return 0;
        }
        return number;
    }

    public int wholeNumber(String field) {
        double number = number(field);
        if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
            wrong(field, object.get(field), "a whole number");
            return 0;
        }
        return (int) number;
    }

    public double numberOr(String field, double absent) {
        return has(field) ? number(field) : absent;
    }

    public boolean flagOr(String field, boolean absent) {
        if (!has(field)) {
            return absent;
        }
        JsonPrimitive value = primitive(field, "true or false");
        if (value == null) {
            return absent;
        }
        if (!value.isBoolean()) {
            wrong(field, value, "true or false, without quotes");
            return absent;
        }
        return value.getAsBoolean();
    }

    public String text(String field) {
        JsonPrimitive value = primitive(field, "a text");
        if (value == null) {
            return "";
        }
        if (!value.isString()) {
            wrong(field, value, "a text in quotes");
            return "";
        }
        return value.getAsString();
    }

    public String textOr(String field, String absent) {
        return has(field) ? text(field) : absent;
    }

    public <E extends Enum<E>> E choice(String field, Class<E> type) {
        E[] all = type.getEnumConstants();
        String text = text(field);
        for (E constant : all) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        if (has(field) && object.get(field).isJsonPrimitive()) {
            wrong(
                    field,
                    object.get(field),
                    Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", ")));
        }
        return all[0];
    }

    public LocalTime time(String field) {
        String text = text(field);
        try {
            boolean told = text.isEmpty() && !(object.get(field) instanceof JsonPrimitive p && p.isString());
            return told ? NO_TIME : LocalTime.parse(text);
        } catch (DateTimeException e) {
            wrong(field, object.get(field), "a local time such as 07:45");
            return NO_TIME;
        }
    }

    public boolean has(String field) {
        read.add(field);
        return object.has(field) && !object.get(field).isJsonNull();
    }

    /** The nested object, or {@code null} where it is absent. */
    public @Nullable JsonFields optional(String field) {
        if (!has(field)) {
            return null;
        }
        if (!object.get(field).isJsonObject()) {
            wrong(field, object.get(field), "an object { … }");
            return null;
        }
        return new JsonFields(object.getAsJsonObject(field), at + field + ".", out);
    }

    /** The nested object; an empty one with a finding where it is missing. */
    public JsonFields required(String field) {
        JsonFields nested = optional(field);
        if (nested != null) {
            return nested;
        }
        if (!has(field)) {
            missing(field, "an object { … }");
        }
        return new JsonFields(new JsonObject(), at + field + ".", new Findings());
    }

    /** The elements of a list; empty where it is absent. */
    public List<JsonElement> list(String field) {
        if (!has(field)) {
            return List.of();
        }
        if (object.get(field) instanceof JsonArray array) {
            return array.asList();
        }
        wrong(field, object.get(field), "a list [ … ]");
        return List.of();
    }

    /** Reads one element of a list as an object, or adds a finding. */
    public @Nullable JsonFields element(String field, int index, JsonElement element) {
        if (element instanceof JsonObject nested) {
            return new JsonFields(nested, at + field + "[" + index + "].", out);
        }
        out.error(at + field + "[" + index + "]", element, "not an object", "an object { … }");
        return null;
    }

    /** Warns of every key that was not asked for. */
    public void warnUnknown() {
        for (String key : object.keySet()) {
            if (!read.contains(key)) {
                out.warning(at + key, object.get(key), "unknown key, ignored", null);
            }
        }
    }

    public void wrong(String field, @Nullable JsonElement value, String allowed) {
        out.error(at + field, value, "not usable here", allowed);
    }

    private @Nullable JsonPrimitive primitive(String field, String allowed) {
        if (!has(field)) {
            missing(field, allowed);
            return null;
        }
        if (object.get(field) instanceof JsonPrimitive primitive) {
            return primitive;
        }
        wrong(field, object.get(field), allowed);
        return null;
    }

    private void missing(String field, String allowed) {
        out.error(at + field, null, "missing", allowed);
    }
}
