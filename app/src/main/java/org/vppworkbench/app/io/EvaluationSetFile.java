package org.vppworkbench.app.io;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.negotiation.text.EvaluationCase;
import org.vppworkbench.negotiation.text.FieldValues;
import org.vppworkbench.negotiation.text.HomeField;

/** Labelled descriptions of homes: one JSON object a line, as {@code docs/describing-homes.md} says. */
public final class EvaluationSetFile {
    private static final String FOLDER = "/org/vppworkbench/app/text/";

    /** Sets that come with the program. */
    public static final List<String> SHIPPED = List.of("dev", "heldout", "heldout2");

    private EvaluationSetFile() {}

    /** A set that comes with the program: one of {@link #SHIPPED}; a finding where it is not there. */
    public static Reading<List<EvaluationCase>> shipped(String split) {
        String name = "evaluation-" + split + ".jsonl";
        try (InputStream stream = EvaluationSetFile.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                return Reading.refused(org.vppworkbench.model.scenario.Finding.error(
                        name, null, "this set does not come with this build", String.join(", ", SHIPPED) + ", or your own file with --set"));
            }
            return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** A set of one's own. */
    public static Reading<List<EvaluationCase>> read(Path file) {
        try {
            return read(Files.readString(file), file.toString());
        } catch (IOException e) {
            return Reading.refused(org.vppworkbench.model.scenario.Finding.error(
                    file.toString(), null, "cannot be read: " + NewFolder.reason(e), "JSON lines, UTF-8"));
        }
    }

    static Reading<List<EvaluationCase>> read(String text, String file) {
        Findings out = new Findings();
        List<EvaluationCase> cases = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            String at = file + ", line " + number;
            JsonElement element = JsonText.parse(line, at, out);
            if (element instanceof JsonObject object) {
                EvaluationCase read = read(object, at, out);
                if (read != null) {
                    cases.add(read);
                }
            } else if (element != null) {
                out.error(at, null, "not a description", "{\"id\":…,\"text\":…,\"labels\":{…}}");
            }
        }
        if (cases.isEmpty() && !out.hasErrors()) {
            out.error(file, 0, "no descriptions", "at least one line");
        }
        return new Reading<>(out.hasErrors() ? null : cases, out.list());
    }

    private static @Nullable EvaluationCase read(JsonObject object, String at, Findings out) {
        if (!(object.get("labels") instanceof JsonObject labels)) {
            out.error(at + ", labels", null, "missing", "an object {…}");
            return null;
        }
        Map<HomeField, @Nullable String> values = new LinkedHashMap<>();
        boolean hostile = false;
        for (Map.Entry<String, JsonElement> label : labels.entrySet()) {
            HomeField field = HomeField.of(label.getKey()).orElse(null);
            if (label.getKey().equals("hostile")) {
                hostile = label.getValue() instanceof JsonPrimitive primitive && primitive.getAsBoolean();
            } else if (field == null) {
                out.error(at + ", labels", label.getKey(), "unknown field", "a field of docs/describing-homes.md");
            } else if (label.getValue() instanceof JsonNull) {
                values.put(field, null);
            } else {
                String value = label.getValue() instanceof JsonPrimitive primitive
                        ? FieldValues.checked(field, primitive.getAsString())
                        : null;
                if (value == null) {
                    out.error(at + ", labels, " + field.key(), label.getValue(), "not a possible value", null);
                } else {
                    values.put(field, value);
                }
            }
        }
        return new EvaluationCase(
                text(object, "id", at, out), text(object, "split", at, out), text(object, "style", at, out),
                text(object, "language", at, out), text(object, "text", at, out), values, hostile);
    }

    private static String text(JsonObject object, String key, String at, Findings out) {
        if (object.get(key) instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        out.error(at + ", " + key, null, "missing", "text");
        return "";
    }
}
