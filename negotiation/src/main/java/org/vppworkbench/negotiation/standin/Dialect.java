package org.vppworkbench.negotiation.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A form of request and answer. */
sealed interface Dialect permits GeminiDialect, OpenAiDialect, OllamaDialect {
    Api api();

    /** Header that bears the key, {@code null} where there is none. */
    @Nullable String keyHeader();

    /**
     * Reads a request.
     *
     * @param path path of the address
     * @throws RuntimeException where the body has another form
     */
    Asked read(long number, String path, JsonObject body, boolean keyPresent);

    /** A whole answer. */
    String whole(Asked asked, Reply reply);

    /** The same answer in pieces, as they go over the wire. */
    List<String> pieces(Asked asked, Reply reply);

    /** Type of the answer in pieces. */
    String streamType();

    /**
     * The body of an error.
     *
     * @param fault what went wrong
     * @param words what it says
     * @param wait wait asked for, {@code null} for none
     */
    String error(Fault fault, String words, @Nullable Duration wait);

    /** The dialect a path belongs to, {@code null} for none. */
    static @Nullable Dialect of(String path) {
        if (path.matches("/v1beta/models/[^/]+:(generateContent|streamGenerateContent)")) {
            return new GeminiDialect();
        }
        if (path.endsWith("/chat/completions")) {
            return new OpenAiDialect();
        }
        return path.equals("/api/chat") ? new OllamaDialect() : null;
    }

    /** A few pieces of a text, at least one. */
    static List<String> split(String text) {
        int third = Math.max(1, text.length() / 3);
        if (text.length() < 3) {
            return List.of(text);
        }
        return List.of(text.substring(0, third), text.substring(third, 2 * third), text.substring(2 * third));
    }

    static @Nullable Double number(@Nullable JsonObject parent, String name) {
        JsonElement value = parent == null ? null : parent.get(name);
        return value == null || value.isJsonNull() ? null : value.getAsDouble();
    }

    static @Nullable Integer whole(@Nullable JsonObject parent, String name) {
        Double value = number(parent, name);
        return value == null ? null : value.intValue();
    }

    static int wholeOrZero(@Nullable JsonObject parent, String name) {
        Integer value = whole(parent, name);
        return value == null ? 0 : value;
    }

    static @Nullable JsonObject object(@Nullable JsonObject parent, String name) {
        JsonElement value = parent == null ? null : parent.get(name);
        return value == null || !value.isJsonObject() ? null : value.getAsJsonObject();
    }

    static JsonArray array(@Nullable JsonObject parent, String name) {
        JsonElement value = parent == null ? null : parent.get(name);
        return value == null || !value.isJsonArray() ? new JsonArray() : value.getAsJsonArray();
    }

    static JsonArray arrayOf(JsonElement... elements) {
        JsonArray array = new JsonArray();
        for (JsonElement element : elements) {
            array.add(element);
        }
        return array;
    }
}
