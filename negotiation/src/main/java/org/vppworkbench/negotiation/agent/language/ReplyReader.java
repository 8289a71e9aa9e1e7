package org.vppworkbench.negotiation.agent.language;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the text of a model as one JSON object and nothing else: no fence around it, no words before or after, no field
 * twice, no NaN, nothing deep or long. It never guesses.
 */
public final class ReplyReader {
    private static final int MOST_CHARACTERS = 65_536;
    private static final int MOST_DEPTH = 4;
    private static final int MOST_FIELDS = 32;
    private static final int MOST_ITEMS = 2_000;
    private static final int MOST_DIGITS = 30;

    private ReplyReader() {}

    /**
     * The object in a reply. A field that is {@code null} counts as left out.
     *
     * @throws ReplyFault where it is not exactly one JSON object within the limits
     */
    public static ReplyObject read(String text) throws ReplyFault {
        if (text.length() > MOST_CHARACTERS) {
            throw new ReplyFault("the reply has " + text.length() + " characters, allowed: up to " + MOST_CHARACTERS);
        }
        try (JsonReader in = new JsonReader(new StringReader(text))) {
            in.setStrictness(Strictness.STRICT);
            if (in.peek() != JsonToken.BEGIN_OBJECT) {
                throw new ReplyFault("the reply is not a JSON object");
            }
            ReplyObject reply = object(in, 1);
            if (in.peek() != JsonToken.END_DOCUMENT) {
                throw new ReplyFault("something follows the JSON object");
            }
            return reply;
        } catch (EOFException e) {
            throw new ReplyFault("the reply breaks off within the JSON object");
        } catch (MalformedJsonException | NumberFormatException e) {
            throw new ReplyFault("the reply is not well-formed JSON");
        } catch (IOException e) {
            throw new ReplyFault("the reply cannot be read as JSON");
        }
    }

    private static ReplyObject object(JsonReader in, int depth) throws IOException, ReplyFault {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            if (names.contains(name)) {
                throw new ReplyFault("the field " + ReplyObject.shown(name) + " stands there twice");
            }
            names.add(name);
            if (names.size() > MOST_FIELDS) {
                throw new ReplyFault("an object has more than " + MOST_FIELDS + " fields");
            }
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
            } else {
                fields.put(name, value(in, name, depth));
            }
        }
        in.endObject();
        return new ReplyObject(fields);
    }

    private static Object value(JsonReader in, String name, int depth) throws IOException, ReplyFault {
        return switch (in.peek()) {
            case STRING -> in.nextString();
            case BOOLEAN -> in.nextBoolean();
            case NUMBER -> number(in.nextString(), name);
            case BEGIN_OBJECT -> {
                deeper(depth);
                yield object(in, depth + 1);
            }
            case BEGIN_ARRAY -> {
                deeper(depth);
                yield list(in, name, depth + 1);
            }
            default -> throw new ReplyFault("the field " + ReplyObject.shown(name) + " has no value that can be read");
        };
    }

    private static List<Object> list(JsonReader in, String name, int depth) throws IOException, ReplyFault {
        List<Object> items = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            if (items.size() == MOST_ITEMS) {
                throw new ReplyFault("the list " + ReplyObject.shown(name) + " has more than " + MOST_ITEMS + " items");
            }
            if (in.peek() == JsonToken.NULL) {
                throw new ReplyFault("the list " + ReplyObject.shown(name) + " holds a null");
            }
            items.add(value(in, name, depth));
        }
        in.endArray();
        return items;
    }

    private static Double number(String digits, String name) throws ReplyFault {
        double value = digits.length() > MOST_DIGITS ? Double.NaN : Double.parseDouble(digits);
        if (!Double.isFinite(value)) {
            throw new ReplyFault(ReplyObject.shown(name) + " = " + ReplyObject.shown(digits) + ", must be a finite number");
        }
        return value;
    }

    private static void deeper(int depth) throws ReplyFault {
        if (depth == MOST_DEPTH) {
            throw new ReplyFault("the JSON is nested more than " + MOST_DEPTH + " deep");
        }
    }
}
