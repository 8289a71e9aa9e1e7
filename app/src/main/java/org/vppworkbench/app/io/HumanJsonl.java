package org.vppworkbench.app.io;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;

/**
 * {@code human.jsonl}, format {@code vpp-human/1}: how persons came to their moves, one decision a line, after a line that
 * names the format. It is written only where the person agreed, and nothing of a run depends on it.
 */
public final class HumanJsonl {
    public static final String FORMAT = "vpp-human/1";

    private static final RecordGson.FieldAdapter<HumanChoice> CHOICE = RecordGson.fields(HumanChoice.class);

    /** The first line. */
    private record Head(String format) {}

    private HumanJsonl() {}

    public static String write(List<HumanChoice> choices) {
        StringBuilder text = new StringBuilder(head()).append('\n');
        for (HumanChoice choice : choices) {
            StringWriter line = new StringWriter();
            try (JsonWriter json = RecordGson.GSON.newJsonWriter(line)) {
                CHOICE.write(json, choice);
            } catch (IOException e) {
                throw new IllegalStateException("writing to memory", e);
            }
            text.append(line).append('\n');
        }
        return text.toString();
    }

    /**
     * Reads a whole file.
     *
     * @param file name for findings
     */
    public static Reading<List<HumanChoice>> read(String text, String file) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().equals(head())) {
            return Reading.refused(Finding.error(file + ", line 1", null, "unknown format", FORMAT));
        }
        List<HumanChoice> choices = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            try (JsonReader json = RecordGson.GSON.newJsonReader(new StringReader(line))) {
                choices.add(CHOICE.read(json));
            } catch (IOException | JsonParseException | IllegalStateException | IllegalArgumentException e) {
                return Reading.refused(
                        Finding.error(file + ", line " + (choices.size() + 2), null, JsonText.plain(e), null));
            }
        }
        return Reading.of(choices);
    }

    /** The text as it is, where it can be read. */
    static Reading<String> checked(String text, String file) {
        Reading<List<HumanChoice>> read = read(text, file);
        return new Reading<>(read.value() == null ? null : text, read.findings());
    }

    private static String head() {
        return RecordGson.GSON.toJson(new Head(FORMAT));
    }
}
