package org.vppworkbench.negotiation.llm.wire;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** Reads JSON of others: absent, null and of another type are the same, nothing. */
public final class Json {
    private static final Gson GSON = new Gson();

    private Json() {}

    /** The one object of a text, or {@code null} where the text is not strictly one. */
    public static @Nullable JsonObject object(String text) {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = GSON.getAdapter(JsonElement.class).read(reader);
            return reader.peek() == JsonToken.END_DOCUMENT ? asObject(first(element)) : null;
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            return null;
        } catch (StackOverflowError e) {
            // thousands of brackets are no reply
            return null;
        }
    }

    /** Some gateways wrap an error into an array of one. */
    private static @Nullable JsonElement first(@Nullable JsonElement element) {
        return element instanceof JsonArray array && array.size() == 1 ? array.get(0) : element;
    }

    public static @Nullable JsonObject object(@Nullable JsonObject in, String name) {
        return asObject(member(in, name));
    }

    /** The first element of a member that is an array, if it is an object. */
    public static @Nullable JsonObject firstOf(@Nullable JsonObject in, String name) {
        return member(in, name) instanceof JsonArray array && !array.isEmpty() ? asObject(array.get(0)) : null;
    }

    public static @Nullable String text(@Nullable JsonObject in, String name) {
        return member(in, name) instanceof JsonPrimitive value && value.isString() ? value.getAsString() : null;
    }

    /** A whole number from 0, as counts are. */
    public static @Nullable Long count(@Nullable JsonObject in, String name) {
        if (!(member(in, name) instanceof JsonPrimitive number) || !number.isNumber()) {
            return null;
        }
        double value = number.getAsDouble();
        return value >= 0 && value <= 1e12 ? (long) value : null;
    }

    public static long countOrZero(@Nullable JsonObject in, String name) {
        Long count = count(in, name);
        return count == null ? 0 : count;
    }

    static @Nullable JsonElement member(@Nullable JsonObject in, String name) {
        return in == null ? null : in.get(name);
    }

    private static @Nullable JsonObject asObject(@Nullable JsonElement element) {
        return element != null && element.isJsonObject() ? element.getAsJsonObject() : null;
    }
}
