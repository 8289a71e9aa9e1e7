package org.vppworkbench.negotiation.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.language.ReplySchema;

/** What a model says about a description: fields with values and the words they rest on. */
final class ModelReply {
    private static final int MAX_LINES = 100;
    private static final int MAX_LENGTH = 60_000;
    private static final Set<String> KEYS = Set.of("field", "value", "words");

    static final ReplySchema SCHEMA = new ReplySchema("home_fields", schema());

    private ModelReply() {}

    /** One field. */
    record Line(HomeField field, String value, String words) {}

    /** The lines of a reply, or {@code null} where it is not what was asked for. */
    static @Nullable List<Line> read(String reply) {
        if (reply.length() > MAX_LENGTH) {
            return null;
        }
        JsonReader reader = new JsonReader(new StringReader(reply));
        reader.setStrictness(Strictness.STRICT);
        try {
            JsonElement root = JsonParser.parseReader(reader);
            return root instanceof JsonObject object && object.get("fields") instanceof JsonArray array && object.size() == 1
                    ? lines(array)
                    : null;
        } catch (JsonParseException | IllegalStateException e) {
            return null;
        }
    }

    private static @Nullable List<Line> lines(JsonArray array) {
        List<Line> lines = new ArrayList<>();
        for (JsonElement element : array) {
            if (!(element instanceof JsonObject object) || !object.keySet().equals(KEYS) || lines.size() >= MAX_LINES) {
                return null;
            }
            String key = text(object.get("field"));
            HomeField field = key == null ? null : HomeField.of(key).orElse(null);
            String value = text(object.get("value"));
            String words = text(object.get("words"));
            if (field == null || value == null || words == null) {
                return null;
            }
            lines.add(new Line(field, value, words));
        }
        return lines;
    }

    private static @Nullable String text(@Nullable JsonElement element) {
        return element instanceof JsonPrimitive primitive && (primitive.isString() || primitive.isNumber())
                ? primitive.getAsString()
                : null;
    }

    private static String schema() {
        String names = Arrays.stream(HomeField.values())
                .map(field -> "\"" + field.key() + "\"")
                .collect(Collectors.joining(","));
        return "{\"type\":\"object\",\"properties\":{\"fields\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{"
                + "\"field\":{\"type\":\"string\",\"enum\":[" + names + "]},"
                + "\"value\":{\"type\":\"string\"},\"words\":{\"type\":\"string\"}},"
                + "\"required\":[\"field\",\"value\",\"words\"]}}},\"required\":[\"fields\"]}";
    }
}
