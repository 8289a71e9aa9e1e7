package org.vppworkbench.app.io;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;

/** JSON as text, parsed strictly. */
final class JsonText {
    private JsonText() {}

    /** Parses a document; a finding and {@code null} where it is not JSON. */
    static @Nullable JsonElement parse(String text, String file, Findings findings) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            return JsonParser.parseReader(reader);
        } catch (JsonParseException e) {
            findings.error(file, null, "not valid JSON: " + plain(e), null);
            return null;
        }
    }

    /** The message of a reader's exception without its advice to programmers. */
    static String plain(Exception e) {
        String message = String.valueOf(e.getMessage());
        int advice = message.indexOf("\nSee ");
        String first = advice < 0 ? message : message.substring(0, advice);
        return first
                .replaceFirst("^[\\w.]+Exception: ", "")
                .replace("Use JsonReader.setStrictness(Strictness.LENIENT) to accept malformed JSON",
                        "malformed");
    }
}
