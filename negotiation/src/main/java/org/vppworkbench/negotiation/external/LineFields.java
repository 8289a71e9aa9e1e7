package org.vppworkbench.negotiation.external;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of one object of a reply. What is not asked for is unknown, and refused by {@link #nothingElse()}. */
final class LineFields {
    private static final int SHOWN = 60;

    private final JsonObject object;
    private final Set<String> known = new LinkedHashSet<>();

    LineFields(JsonObject object) {
        this.object = object;
    }

    static LineFields of(String line) throws UnreadableLineException {
        return new LineFields(StrictLine.read(line));
    }

    /** Text of others, short and without control characters, in quotation marks. */
    static String shown(String text) {
        return "\"" + oneLine(text, SHOWN) + "\"";
    }

    /** The text without control characters and directions of writing, at most so long. */
    static String oneLine(String text, int most) {
        StringBuilder clean = new StringBuilder();
        int[] points = text.codePoints().toArray();
        for (int point : points) {
            int type = Character.getType(point);
            boolean plain = type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE
                    && type != Character.LINE_SEPARATOR && type != Character.PARAGRAPH_SEPARATOR
                    && type != Character.PRIVATE_USE && type != Character.UNASSIGNED;
            if (clean.length() >= most) {
                return clean.append("...").toString();
            }
            clean.appendCodePoint(plain ? point : ' ');
        }
        return clean.toString();
    }

    String text(String name) throws UnreadableLineException {
        String value = optionalText(name);
        if (value == null) {
            throw missing(name, "a text");
        }
        return value;
    }

    @Nullable String optionalText(String name) throws UnreadableLineException {
        JsonPrimitive value = primitive(name, "a text");
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw wrong(name, value, "a text");
        }
        return value.getAsString();
    }

    double number(String name) throws UnreadableLineException {
        Double value = optionalNumber(name);
        if (value == null) {
            throw missing(name, "a number");
        }
        return value;
    }

    @Nullable Double optionalNumber(String name) throws UnreadableLineException {
        JsonPrimitive value = primitive(name, "a number");
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            throw wrong(name, value, "a number");
        }
        return value.getAsDouble();
    }

    int whole(String name) throws UnreadableLineException {
        Integer value = optionalWhole(name);
        if (value == null) {
            throw missing(name, "a whole number");
        }
        return value;
    }

    @Nullable Integer optionalWhole(String name) throws UnreadableLineException {
        Double value = optionalNumber(name);
        if (value == null) {
            return null;
        }
        if (value != Math.rint(value) || Math.abs(value) > 1e9) {
            throw new UnreadableLineException(name + " = " + value + ", must be a whole number");
        }
        return value.intValue();
    }

    boolean flag(String name) throws UnreadableLineException {
        JsonPrimitive value = primitive(name, "true or false");
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            throw wrong(name, value, "true or false");
        }
        return value.getAsBoolean();
    }

    /** A constant by its name; {@code otherwise} where the field is absent. */
    <E extends Enum<E>> E constant(String name, Class<E> type, E otherwise) throws UnreadableLineException {
        String value = optionalText(name);
        if (value == null) {
            return otherwise;
        }
        List<String> allowed = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
            allowed.add(constant.name());
        }
        throw new UnreadableLineException(name + " is " + shown(value) + ", must be one of " + allowed);
    }

    List<LineFields> objects(String name) throws UnreadableLineException {
        known.add(name);
        JsonElement value = object.get(name);
        if (value == null || !value.isJsonArray()) {
            throw missing(name, "a list of objects");
        }
        List<LineFields> all = new ArrayList<>();
        for (JsonElement element : value.getAsJsonArray()) {
            if (!element.isJsonObject()) {
                throw missing(name, "a list of objects");
            }
            all.add(new LineFields(element.getAsJsonObject()));
        }
        return all;
    }

    /** Refuses what nobody asked for: a misspelt field must not pass as an absent one. */
    void nothingElse() throws UnreadableLineException {
        for (String name : object.keySet()) {
            if (!known.contains(name)) {
                throw new UnreadableLineException("unknown field " + shown(name) + "; known here: " + known);
            }
        }
    }

    private @Nullable JsonPrimitive primitive(String name, String wanted) throws UnreadableLineException {
        known.add(name);
        JsonElement value = object.get(name);
        if (value == null || value.isJsonNull()) {
            return null;
        }
        if (!value.isJsonPrimitive()) {
            throw missing(name, wanted);
        }
        return value.getAsJsonPrimitive();
    }

    private static UnreadableLineException missing(String name, String wanted) {
        return new UnreadableLineException("the field " + name + " must be " + wanted);
    }

    private static UnreadableLineException wrong(String name, JsonPrimitive value, String wanted) {
        return new UnreadableLineException(name + " is " + shown(value.toString()) + ", must be " + wanted);
    }
}
