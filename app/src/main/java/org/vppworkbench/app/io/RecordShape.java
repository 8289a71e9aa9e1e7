package org.vppworkbench.app.io;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.reflect.TypeToken;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;

/**
 * Compares a JSON object written by a person with a record of texts, dates, numbers, constants,
 * lists and records: every field that is missing, unknown or of another kind is a finding of its own.
 */
final class RecordShape {
    private static final int MAX_VALUE_LENGTH = 80;

    private final String file;
    private final Findings findings = new Findings();

    private RecordShape(String file) {
        this.file = file;
    }

    /** What is wrong; empty also where the text is no JSON object of the format, which its reader reports. */
    static List<Finding> check(String format, String text, Class<?> type, String file) {
        RecordShape shape = new RecordShape(file);
        JsonElement element = JsonText.parse(text, file, new Findings());
        if (element != null
                && element.isJsonObject()
                && new JsonPrimitive(format).equals(element.getAsJsonObject().remove("format"))) {
            JsonObject object = element.getAsJsonObject();
            shape.record(object, type, "");
        }
        return shape.findings.list();
    }

    private void record(JsonObject object, Class<?> type, String path) {
        Map<String, RecordComponent> known = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            known.put(component.getName(), component);
        }
        for (String name : object.keySet()) {
            if (!known.containsKey(name)) {
                findings.error(
                        where(path + name), shortened(object.get(name)), "unknown field",
                        String.join(", ", known.keySet()));
            }
        }
        known.forEach((name, component) -> {
            JsonElement value = object.get(name);
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!optional || (value != null && !value.isJsonNull())) {
                field(value, component.getGenericType(), path + name);
            }
        });
    }

    private void field(@Nullable JsonElement value, Type generic, String path) {
        Class<?> type = TypeToken.get(generic).getRawType();
        if (value == null || value.isJsonNull()) {
            findings.error(where(path), null, "missing field", allowed(type));
        } else if (type == List.class && value.isJsonArray() && generic instanceof ParameterizedType list) {
            for (int i = 0; i < value.getAsJsonArray().size(); i++) {
                field(value.getAsJsonArray().get(i), list.getActualTypeArguments()[0], path + "[" + i + "]");
            }
        } else if (type.isSealed() && value.isJsonObject()) {
            member(value.getAsJsonObject(), type, path);
        } else if (type.isRecord() && value.isJsonObject()) {
            record(value.getAsJsonObject(), type, path + ".");
        } else if (!value.isJsonPrimitive() || !fits(value.getAsJsonPrimitive(), type)) {
            findings.error(where(path), shortened(value), "not of this kind", allowed(type));
        }
    }

    /** A member of a sealed family, named by its field {@code type}. */
    private void member(JsonObject object, Class<?> family, String path) {
        JsonElement name = object.remove("type");
        for (Class<?> member : family.getPermittedSubclasses()) {
            if (name != null && name.isJsonPrimitive() && member.getSimpleName().equals(name.getAsString())) {
                record(object, member, path + ".");
                return;
            }
        }
        findings.error(
                where(path + ".type"), name == null ? null : shortened(name), "not one of the family",
                Arrays.stream(family.getPermittedSubclasses()).map(Class::getSimpleName).collect(Collectors.joining(", ")));
    }

    private static boolean fits(JsonPrimitive value, Class<?> type) {
        try {
            if (type == boolean.class) {
                return value.isBoolean();
            }
            if (type == int.class || type == Integer.class) {
                return value.isNumber() && value.getAsBigDecimal().intValueExact() == value.getAsInt();
            }
            if (type == long.class || type == Long.class) {
                return value.isNumber() && value.getAsBigDecimal().longValueExact() == value.getAsLong();
            }
            if (type == double.class || type == Double.class) {
                return value.isNumber() && Double.isFinite(value.getAsDouble());
            }
            if (type == Instant.class) {
                return value.isString() && Instant.parse(value.getAsString()).isAfter(Instant.EPOCH);
            }
            if (type == LocalDate.class) {
                return value.isString() && LocalDate.parse(value.getAsString()).getYear() > 0;
            }
            if (type == LocalDateTime.class) {
                return value.isString() && LocalDateTime.parse(value.getAsString()).getYear() > 0;
            }
        } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
            return false;
        }
        return value.isString() && (!type.isEnum() || constants(type).contains(value.getAsString()));
    }

    private static String allowed(Class<?> type) {
        if (type.isRecord()) {
            return "an object with "
                    + Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getName)
                            .collect(Collectors.joining(", "));
        }
        if (type.isEnum()) {
            return String.join(", ", constants(type));
        }
        if (type == List.class) {
            return "a list";
        }
        if (type == Instant.class) {
            return "a time such as \"2023-08-16T01:00:00Z\"";
        }
        if (type == LocalDate.class) {
            return "a date such as \"2023-08-15\"";
        }
        if (type == LocalDateTime.class) {
            return "a local time such as \"2023-08-15T18:30\"";
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == boolean.class) {
            return "true or false";
        }
        return type == double.class || type == Double.class ? "a finite number" : "a whole number";
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(c -> ((Enum<?>) c).name()).toList();
    }

    private static String shortened(JsonElement value) {
        String text = value.toString();
        return text.length() <= MAX_VALUE_LENGTH ? text : text.substring(0, MAX_VALUE_LENGTH) + "...";
    }

    private String where(String path) {
        return file + ", " + path;
    }
}
