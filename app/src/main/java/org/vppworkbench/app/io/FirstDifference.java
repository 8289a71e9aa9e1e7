package org.vppworkbench.app.io;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where two versions of a file first differ, in words: line and field, for JSON the path of the field. */
final class FirstDifference {
    private static final int LONGEST = 60;

    private FirstDifference() {}

    /**
     * Looks for it.
     *
     * @param ignored names of JSON fields that may differ; of no use for other files
     * @return {@code null} where the files are the same, but for those fields
     */
    static @Nullable String between(Path before, Path now, Set<String> ignored) throws IOException {
        long at = Files.mismatch(before, now);
        if (at < 0) {
            return null;
        }
        String name = String.valueOf(before.getFileName());
        if (name.endsWith(".json")) {
            return ofDocuments(Files.readString(before), Files.readString(now), ignored, at);
        }
        return name.endsWith(".png") ? "from byte " + (at + 1) + " on" : ofLines(before, now, name);
    }

    private static @Nullable String ofDocuments(String before, String now, Set<String> ignored, long at) {
        try {
            String field = ofJson(JsonParser.parseString(before), JsonParser.parseString(now), "", ignored);
            return field == null && ignored.isEmpty() ? "the same values, written otherwise from byte " + (at + 1) + " on" : field;
        } catch (JsonParseException e) {
            return "from byte " + (at + 1) + " on; not JSON";
        }
    }

    private static @Nullable String ofLines(Path before, Path now, String name) throws IOException {
        try (BufferedReader old = Files.newBufferedReader(before);
                BufferedReader other = Files.newBufferedReader(now)) {
            String header = null;
            for (int line = 1; ; line++) {
                String one = old.readLine();
                String two = other.readLine();
                if (one == null && two == null) {
                    return "other line ends";
                }
                if (one == null || two == null) {
                    return "line " + line + ": " + (one == null ? "the file ended here before" : "the file ends here now");
                }
                if (!one.equals(two)) {
                    return "line " + line + inLine(name, header, one, two);
                }
                header = header == null ? one : header;
            }
        }
    }

    private static String inLine(String name, @Nullable String header, String one, String two) throws IOException {
        if (name.endsWith(".csv") && header != null) {
            List<String> columns = CsvText.cells(header);
            List<String> before = CsvText.cells(one);
            List<String> now = CsvText.cells(two);
            for (int i = 0; i < columns.size() && i < before.size() && i < now.size(); i++) {
                if (!before.get(i).equals(now.get(i))) {
                    return ", " + columns.get(i) + change(before.get(i), now.get(i));
                }
            }
        }
        if (name.endsWith(".jsonl")) {
            try {
                String field = ofJson(JsonParser.parseString(one), JsonParser.parseString(two), "", Set.of());
                return field == null ? "" : ", " + field;
            } catch (JsonParseException e) {
                return ": not JSON";
            }
        }
        return "";
    }

    private static @Nullable String ofJson(JsonElement before, JsonElement now, String path, Set<String> ignored) {
        if (before instanceof JsonObject one && now instanceof JsonObject two) {
            for (String name : one.keySet()) {
                String field = path.isEmpty() ? name : path + "." + name;
                if (!ignored.contains(name)) {
                    String difference = two.has(name)
                            ? ofJson(one.get(name), two.get(name), field, ignored)
                            : field + change(one.get(name), "absent");
                    if (difference != null) {
                        return difference;
                    }
                }
            }
            for (String name : two.keySet()) {
                if (!ignored.contains(name) && !one.has(name)) {
                    return (path.isEmpty() ? name : path + "." + name) + change("absent", two.get(name));
                }
            }
            return null;
        }
        if (before instanceof JsonArray one && now instanceof JsonArray two) {
            for (int i = 0; i < one.size() && i < two.size(); i++) {
                String difference = ofJson(one.get(i), two.get(i), path + "[" + i + "]", ignored);
                if (difference != null) {
                    return difference;
                }
            }
            return one.size() == two.size() ? null : path + change(one.size() + " entries", two.size() + " entries");
        }
        return before.toString().equals(now.toString()) ? null : path + change(before, now);
    }

    private static String change(Object before, Object now) {
        return ": " + brief(before) + " before, " + brief(now) + " now";
    }

    private static String brief(Object value) {
        String text = value.toString();
        return text.isEmpty() ? "empty" : text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }
}
