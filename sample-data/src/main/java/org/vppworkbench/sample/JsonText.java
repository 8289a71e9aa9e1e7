package org.vppworkbench.sample;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;

/** Strict JSON: one value, no comments, no NaN, no key twice. What is wrong is told with line and column. */
public final class JsonText {
    private static final Pattern POSITION = Pattern.compile("(.*) at line (\\d+) column (\\d+) path (.*)");

    private final JsonReader reader;
    private final String file;
    private final Findings out;

    private JsonText(String text, String file, Findings out) {
        this.reader = new JsonReader(new StringReader(text));
        this.reader.setStrictness(Strictness.STRICT);
        this.file = file;
        this.out = out;
    }

    /** The parsed value, or {@code null} with a finding. */
    public static @Nullable JsonElement parse(String text, String file, Findings out) {
        JsonText json = new JsonText(text, file, out);
        try {
            JsonElement value = json.value();
            if (json.reader.peek() != JsonToken.END_DOCUMENT) {
                out.error(file, null, "text after the end of the JSON value", "exactly one JSON object");
                return null;
            }
            return out.hasErrors() ? null : value;
        } catch (EOFException e) {
            int lines = (int) text.lines().count();
            out.error(file + ", line " + Math.max(1, lines), null, "the file ends too early", "a complete JSON object");
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            malformed(String.valueOf(e.getMessage()), file, out);
        }
        return null;
    }

    /** Moves the position from the end of Gson's message to where a user looks for it. */
    private static void malformed(String message, String file, Findings out) {
        String firstLine = message.lines()
                .findFirst()
                .orElse("")
                .replace(
                        "Use JsonReader.setStrictness(Strictness.LENIENT) to accept malformed JSON",
                        "a comment, NaN, a missing quote or comma");
        Matcher position = POSITION.matcher(firstLine);
        if (position.matches()) {
            out.error(
                    file + ", line " + position.group(2) + ", column " + position.group(3),
                    null,
                    "malformed JSON: " + position.group(1),
                    "RFC 8259 JSON; here inside " + position.group(4));
        } else {
            out.error(file, null, "malformed JSON: " + firstLine, "RFC 8259 JSON");
        }
    }

    private JsonElement value() throws IOException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> array();
            case STRING -> new JsonPrimitive(reader.nextString());
            case NUMBER -> new JsonPrimitive(new BigDecimal(reader.nextString()));
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            case NAME, END_OBJECT, END_ARRAY, END_DOCUMENT ->
                throw new IllegalStateException("no value at " + reader.getPath());
        };
    }

    private JsonObject object() throws IOException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (object.has(name)) {
                out.error(file + ", " + reader.getPath(), "\"" + name + "\"", "the key stands here twice", "once");
            }
            object.add(name, value());
        }
        reader.endObject();
        return object;
    }

    private JsonArray array() throws IOException {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(value());
        }
        reader.endArray();
        return array;
    }
}
