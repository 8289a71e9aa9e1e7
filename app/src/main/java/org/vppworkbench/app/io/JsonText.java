package org.vppworkbench.app.io;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;

/** JSON as text, parsed strictly. */
final class JsonText {
    private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+) path (\\S+)");

    private static final Pattern NO_NUMBER = Pattern.compile("[\\s:,\\[]*(NaN|-?Infinity)\\b");

    private JsonText() {}

    /** Parses a document; a finding and {@code null} where it is not JSON. */
    static @Nullable JsonElement parse(String text, String file, Findings findings) {
        JsonReader reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
        try {
            return JsonParser.parseReader(reader);
        } catch (JsonParseException e) {
            findings.error(file, null, "not valid JSON: " + why(text, e), null);
            return null;
        }
    }

    /** Names what other programs write for a number that is none, with its line and path; else what the reader says. */
    private static String why(String text, Exception e) {
        String said = plain(e);
        Matcher place = PLACE.matcher(said);
        if (place.find()) {
            String line = text.lines().skip(Long.parseLong(place.group(1)) - 1).findFirst().orElse("");
            int from = Math.clamp(Long.parseLong(place.group(2)) - 1, 0, line.length());
            Matcher number = NO_NUMBER.matcher(line).region(from, line.length());
            if (number.lookingAt()) {
                return number.group(1) + " is not a number of JSON; " + place.group();
            }
        }
        return said;
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
