package org.vppworkbench.negotiation.external;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.StringReader;

/**
 * One line as one JSON object (RFC 8259), read strictly: no field twice, no number that is none or not finite, nothing nested
 * deeper or longer than a reply has to be, nothing after it.
 */
final class StrictLine {
    private static final int DEEPEST = 4;
    private static final int MOST_PARTS = 4000;

    private final JsonReader reader;
    private int parts;

    private StrictLine(String line) {
        this.reader = new JsonReader(new StringReader(line));
        reader.setStrictness(Strictness.STRICT);
        reader.setNestingLimit(DEEPEST);
    }

    static JsonObject read(String line) throws UnreadableLineException {
        StrictLine strict = new StrictLine(line);
        try {
            if (strict.reader.peek() != JsonToken.BEGIN_OBJECT) {
                throw new UnreadableLineException("not a JSON object");
            }
            JsonObject object = strict.object();
            if (strict.reader.peek() != JsonToken.END_DOCUMENT) {
                throw new UnreadableLineException("something follows the JSON object on its line");
            }
            return object;
        } catch (MalformedJsonException | NumberFormatException e) {
            throw new UnreadableLineException("not valid JSON");
        } catch (IOException | IllegalStateException e) {
            throw new UnreadableLineException("not a whole JSON object");
        }
    }

    private JsonElement value() throws IOException, UnreadableLineException {
        if (++parts > MOST_PARTS) {
            throw new UnreadableLineException("more than " + MOST_PARTS + " values");
        }
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> array();
            case STRING -> new JsonPrimitive(reader.nextString());
            case BOOLEAN -> new JsonPrimitive(reader.nextBoolean());
            case NUMBER -> number();
            case NULL -> {
                reader.nextNull();
                yield JsonNull.INSTANCE;
            }
            default -> throw new UnreadableLineException("not valid JSON");
        };
    }

    private JsonPrimitive number() throws IOException, UnreadableLineException {
        String digits = reader.nextString();
        double number = Double.parseDouble(digits);
        if (!Double.isFinite(number)) {
            throw new UnreadableLineException("a number that is not finite");
        }
        return new JsonPrimitive(number);
    }

    private JsonObject object() throws IOException, UnreadableLineException {
        JsonObject object = new JsonObject();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (object.has(name)) {
                throw new UnreadableLineException("a field twice: " + LineFields.shown(name));
            }
            object.add(name, value());
        }
        reader.endObject();
        return object;
    }

    private JsonArray array() throws IOException, UnreadableLineException {
        JsonArray array = new JsonArray();
        reader.beginArray();
        while (reader.hasNext()) {
            array.add(value());
        }
        reader.endArray();
        return array;
    }
}
