package org.vppworkbench.negotiation.llm.tape;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.negotiation.language.ModelIdentity;
import org.vppworkbench.negotiation.llm.wire.Json;

/**
 * Reads {@code vpp-tape/1}. A line that was edited, is broken or comes twice is named and nothing is read; only the last line
 * may be torn, as a crash leaves it, and is then left out with a warning.
 */
public final class TapeReader {
    private final String file;
    private final Findings findings = new Findings();
    private final List<TapeEntry> entries = new ArrayList<>();
    private final Map<String, Integer> rows = new HashMap<>();

    private TapeReader(String file) {
        this.file = file;
    }

    /**
     * Reads a tape.
     *
     * @param file its name, for findings
     * @param lines its lines without line breaks
     */
    public static Reading<Tape> read(String file, List<String> lines) {
        return new TapeReader(file).tape(lines);
    }

    private Reading<Tape> tape(List<String> lines) {
        TapeHeader header = lines.isEmpty() ? null : header(lines.getFirst());
        if (lines.isEmpty()) {
            findings.error(file, null, "empty", "a tape of the format " + TapeHeader.FORMAT);
        }
        if (header == null) {
            return new Reading<>(null, findings.list());
        }
        for (int i = 1; i < lines.size(); i++) {
            line(i + 1, lines.get(i), i == lines.size() - 1);
        }
        return findings.hasErrors()
                ? new Reading<>(null, findings.list())
                : new Reading<>(new Tape(header, lines.getFirst(), entries), findings.list());
    }

    private @Nullable TapeHeader header(String line) {
        JsonObject json = Json.object(line);
        String format = Json.text(json, "format");
        if (json == null || !TapeHeader.FORMAT.equals(format)) {
            findings.error(
                    place(1), format, json == null ? "not a line of JSON" : "not a tape, or of another version",
                    TapeHeader.FORMAT);
            return null;
        }
        if (!Boolean.TRUE.equals(SealedLine.intact(line))) {
            findings.error(place(1), null, "changed since it was recorded: its check does not fit", null);
            return null;
        }
        TapeFields fields = new TapeFields(json);
        TapeHeader header =
                new TapeHeader(
                        fields.text("application"),
                        new ModelIdentity(
                                fields.text("provider"), fields.text("model"), fields.text("host"),
                                fields.flag("providersOwn"), false),
                        fields.text("settings"), fields.text("fingerprint"), fields.texts("conditions"), fields.text("started"));
        if (fields.fault() != null) {
            findings.error(place(1), null, fields.fault(), null);
            return null;
        }
        return header;
    }

    private void line(int row, String line, boolean last) {
        JsonObject json = Json.object(line);
        if (json == null && last) {
            findings.warning(place(row), null, "the last line is torn, as after a crash, and left out", null);
            return;
        }
        Boolean intact = json == null ? null : SealedLine.intact(line);
        if (json == null || intact == null) {
            findings.error(place(row), null, "not a line of a tape", "a JSON object that ends in its check");
            return;
        }
        if (!intact) {
            findings.error(place(row), null, "changed since it was recorded: its check does not fit", null);
            return;
        }
        TapeFields fields = new TapeFields(json);
        TapeEntry entry = fields.entry(line);
        if (entry == null || fields.fault() != null) {
            findings.error(place(row), null, String.valueOf(fields.fault()), null);
            return;
        }
        Integer earlier = rows.putIfAbsent(entry.key(), row);
        if (earlier != null) {
            findings.error(place(row), entry.key(), "the same request as in line " + earlier, "each request once");
            return;
        }
        entries.add(entry);
    }

    private String place(int row) {
        return file + ", line " + row;
    }
}
