package org.vppworkbench.app.io.download;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the bytes of a kept reply.
 *
 * @param url what was asked, without key
 * @param retrieved when
 * @param sha256 of the bytes
 */
record CacheEntry(String url, Instant retrieved, String sha256) {
    private static final String FORMAT = "vpp-download/1";

    String json() {
        JsonObject object = new JsonObject();
        object.addProperty("format", FORMAT);
        object.addProperty("url", url);
        object.addProperty("retrieved", retrieved.toString());
        object.addProperty("sha256", sha256);
        return object + "\n";
    }

    /** The entry, or {@code null} where the text is none. */
    static @Nullable CacheEntry parse(String text) {
        try {
            if (!(JsonParser.parseString(text) instanceof JsonObject object)) {
                return null;
            }
            String url = text(object, "url");
            String retrieved = text(object, "retrieved");
            String sha256 = text(object, "sha256");
            if (!FORMAT.equals(text(object, "format")) || url == null || retrieved == null || sha256 == null) {
                return null;
            }
            return new CacheEntry(url, Instant.parse(retrieved), sha256);
        } catch (JsonParseException | DateTimeException e) {
            return null;
        }
    }

    private static @Nullable String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonPrimitive value && value.isString() ? value.getAsString() : null;
    }
}
