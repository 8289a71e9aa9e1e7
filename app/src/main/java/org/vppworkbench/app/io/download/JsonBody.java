package org.vppworkbench.app.io.download;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.vppworkbench.app.io.download.ContentCheck.Verdict;

/** Looks at replies that should be JSON. */
final class JsonBody {
    private JsonBody() {}

    /** A check that reads the reply as one JSON object and hands it on. */
    static ContentCheck check(Function<JsonObject, Verdict> content) {
        return body -> {
            if (body.length == 0) {
                return Verdict.brokenOff("the reply is empty");
            }
            if (startsLikeMarkup(body)) {
                return Verdict.refused(
                        "a web page came instead of data: perhaps the service is closed for maintenance",
                        "JSON; try again later");
            }
            JsonElement element;
            try {
                element = parse(body);
            } catch (JsonParseException e) {
                return e.getCause() instanceof EOFException
                        ? Verdict.brokenOff("the reply ends too early")
                        : Verdict.refused("the reply is not JSON", "JSON");
            }
            return element instanceof JsonObject object
                    ? content.apply(object)
                    : Verdict.refused("the reply is not a JSON object", "a JSON object");
        };
    }

    /** Parses a reply that was checked before. */
    static JsonObject object(byte[] body) {
        return parse(body).getAsJsonObject();
    }

    /** The texts of a list of messages, joined; empty where there are none. */
    static String messages(JsonElement list) {
        if (!(list instanceof JsonArray array)) {
            return list == null || list.isJsonNull() ? "" : list.toString();
        }
        StringBuilder all = new StringBuilder();
        for (JsonElement message : array) {
            all.append(all.isEmpty() ? "" : "; ")
                    .append(message.isJsonPrimitive() ? message.getAsString() : message.toString());
        }
        return all.toString();
    }

    /** Whether the first visible byte opens a tag. */
    static boolean startsLikeMarkup(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8);
        return start.replace("\uFEFF", "").strip().startsWith("<");
    }

    private static JsonElement parse(byte[] body) {
        JsonReader reader =
                new JsonReader(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
        reader.setStrictness(Strictness.STRICT);
        return JsonParser.parseReader(reader);
    }
}
