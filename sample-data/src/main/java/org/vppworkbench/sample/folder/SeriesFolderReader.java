package org.vppworkbench.sample.folder;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.CsvText;
import org.vppworkbench.sample.JsonFields;
import org.vppworkbench.sample.JsonText;
import org.vppworkbench.sample.TextFile;

/** Reads a folder of series. Files are compared with the hashes in {@code data.json} before they are used. */
public final class SeriesFolderReader {
    /** A file beside {@code data.json}, never a path that leads elsewhere. */
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*\\.csv");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private static final String TABLE = "table-";

    private final Path folder;
    private final Findings out = new Findings();
    private final Map<String, String> hashes = new HashMap<>();

    SeriesFolderReader(Path folder) {
        this.folder = folder;
    }

    /** Where a series stands and where it comes from, as {@code data.json} says. */
    private record Entry(
            SeriesRole role, Duration step, String file, String column, SeriesKind kind, String source, String licence,
            String origin, String originSha256, String note) {}

    /** Reads the folder; whatever is wrong is a finding, and then nothing is loaded. */
    public static Reading<SeriesFolder> read(Path folder) {
        return new SeriesFolderReader(folder).read();
    }

    /** Reads the folder and keeps the hashes of its files; whatever is wrong is a finding. */
    public static Reading<OpenedFolder> open(Path folder) {
        SeriesFolderReader reader = new SeriesFolderReader(folder);
        SeriesFolder series = reader.read().value();
        Map<String, String> sha256 = new TreeMap<>(reader.hashes);
        try {
            sha256.put(FolderFiles.INDEX, FolderFiles.sha256(Files.readAllBytes(folder.resolve(FolderFiles.INDEX))));
        } catch (IOException e) {
            series = null; // told when it was read, or removed in between
            if (!reader.out.hasErrors()) {
                reader.out.error(folder.toString(), null, FolderFiles.INDEX + " cannot be read", "a readable file");
            }
        }
        return new Reading<>(series == null ? null : new OpenedFolder(series, sha256), reader.out.list());
    }

    Reading<SeriesFolder> read() {
        String file = folder.resolve(FolderFiles.INDEX).toString();
        Reading<String> text = TextFile.read(folder.resolve(FolderFiles.INDEX));
        String content = text.value();
        JsonElement root = content == null ? null : JsonText.parse(content, file, out);
        if (!(root instanceof JsonObject object)) {
            out.addAll(text.findings());
            if (!out.hasErrors()) {
                out.error(file, null, "not a JSON object", "{\"format\":\"" + FolderFiles.FORMAT + "\", …}");
            }
            return new Reading<>(null, out.list());
        }
        JsonFields fields = new JsonFields(object, file + ", ", out);
        if (!fields.text("format").equals(FolderFiles.FORMAT)) {
            out.error(file + ", format", object.get("format"), "not a folder of series", FolderFiles.FORMAT);
            return new Reading<>(null, out.list());
        }
        String id = fields.text("id");
        if (!ID.matcher(id).matches()) {
            out.error(file + ", id", "\"" + id + "\"", "not usable here", "letters, digits, '.', '_' and '-'");
        }
        String title = fields.text("title");
        ZoneId zone = zone(fields.text("zone"), file);
        List<JsonElement> list = fields.list("series");
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            JsonFields entry = fields.element("series", i, list.get(i));
            Entry read = entry == null ? null : entry(entry, file + ", series[" + i + "].");
            if (read != null) {
                entries.add(read);
            }
        }
        readHashes(fields);
        fields.warnUnknown();
        if (list.isEmpty() && hashes.keySet().stream().noneMatch(name -> name.startsWith(TABLE))) {
            out.error(file + ", series", null, "there are no series", "at least one series");
        }
        checkRoles(entries, file);
        List<FolderSeries> series = out.hasErrors() ? List.of() : series(entries);
        return new Reading<>(out.hasErrors() ? null : new SeriesFolder(id, title, zone, series), out.list());
    }

    /** Names of all files that {@code data.json} lists, after {@link #read()}. */
    Set<String> files() {
        return Set.copyOf(hashes.keySet());
    }

    /** Those that hold no series, such as tables of sessions, with their bytes. */
    Map<String, byte[]> tables() throws IOException {
        Map<String, byte[]> tables = new TreeMap<>();
        for (String name : hashes.keySet()) {
            if (name.startsWith(TABLE)) {
                tables.put(name, Files.readAllBytes(folder.resolve(name)));
            }
        }
        return tables;
    }

    private ZoneId zone(String text, String file) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            out.error(file + ", zone", "\"" + text + "\"", "unknown time zone", "such as America/Los_Angeles");
            return Horizon.LOS_ANGELES;
        }
    }

    private @Nullable Entry entry(JsonFields fields, String at) {
        String text = fields.text("role");
        SeriesRole role = SeriesRole.parse(text).orElse(null);
        Duration step = Duration.ofMinutes(fields.wholeNumber("stepMinutes"));
        String name = fields.text("file");
        String unit = fields.text("unit");
        Entry entry = role == null
                ? null
                : new Entry(role, step, name, fields.text("column"), fields.choice("kind", SeriesKind.class), fields.text("source"),
                        fields.text("licence"), fields.text("origin"), fields.text("originSha256"), fields.textOr("note", ""));
        fields.warnUnknown();
        if (role == null) {
            out.error(at + "role", "\"" + text + "\"", "unknown role", SeriesRole.allowed());
        } else if (!unit.equals(role.unit())) {
            out.error(at + "unit", "\"" + unit + "\"", "not the unit of the role", role.unit());
        }
        if (!FolderSeries.STEPS.contains(step)) {
            out.error(at + "stepMinutes", step.toMinutes(), "not usable here", "15, 60");
        }
        if (!FILE.matcher(name).matches()) {
            out.error(at + "file", "\"" + name + "\"", "not a file of the folder", "a plain name that ends in .csv");
        }
        return entry;
    }

    private void readHashes(JsonFields fields) {
        List<JsonElement> list = fields.list("files");
        for (int i = 0; i < list.size(); i++) {
            JsonFields entry = fields.element("files", i, list.get(i));
            if (entry != null) {
                String name = entry.text("file");
                hashes.put(name, entry.text("sha256"));
                entry.warnUnknown();
                if (!FILE.matcher(name).matches()) {
                    out.error(folder.resolve(FolderFiles.INDEX) + ", files[" + i + "].file", "\"" + name + "\"", "not a file of the folder",
                            "a plain name that ends in .csv");
                } else if (name.startsWith(TABLE)) {
                    tampered(folder.resolve(name), name);
                }
            }
        }
    }

    private void checkRoles(List<Entry> entries, String file) {
        Set<SeriesRole> seen = new HashSet<>();
        for (Entry entry : entries) {
            if (!seen.add(entry.role())) {
                out.error(file + ", series", entry.role(), "two series have this role", "each role once");
            }
        }
    }

    private List<FolderSeries> series(List<Entry> entries) {
        Map<String, List<Entry>> byFile = new LinkedHashMap<>();
        entries.forEach(entry -> byFile.computeIfAbsent(entry.file(), name -> new ArrayList<>()).add(entry));
        Map<SeriesRole, FolderSeries> read = new HashMap<>();
        byFile.forEach((name, group) -> file(name, group, read));
        List<FolderSeries> inOrder = new ArrayList<>();
        for (Entry entry : entries) {
            FolderSeries series = read.get(entry.role());
            if (series != null) {
                inOrder.add(series);
            }
        }
        return inOrder;
    }

    private void file(String name, List<Entry> group, Map<SeriesRole, FolderSeries> read) {
        Path path = folder.resolve(name);
        Duration step = group.get(0).step();
        if (group.stream().anyMatch(entry -> !entry.step().equals(step))) {
            out.error(path.toString(), null, "the series of one file have different steps", "one step per file");
            return;
        }
        Reading<String> text = TextFile.read(path);
        out.addAll(text.findings());
        String content = text.value();
        if (content == null || tampered(path, name)) {
            return;
        }
        List<String> columns = new ArrayList<>(List.of(SeriesColumns.TIME));
        group.forEach(entry -> columns.add(entry.column()));
        List<CSVRecord> rows = CsvText.parse(content, path.toString(), columns, out);
        if (rows == null) {
            return;
        }
        FolderTable table = new FolderTable(path.toString(), rows, out);
        Instant start = table.times(step);
        if (start == null) {
            return;
        }
        for (Entry entry : group) {
            FolderTable.Column column = table.column(entry.role(), entry.column(), start, step);
            if (column != null) {
                read.put(entry.role(), new FolderSeries(entry.role(), step, column.first(), column.values(), entry.kind(),
                        entry.source(), entry.licence(), entry.origin(), entry.originSha256(), entry.note()));
            }
        }
    }

    private boolean tampered(Path path, String name) {
        try {
            String found = FolderFiles.sha256(Files.readAllBytes(path));
            if (found.equals(hashes.get(name))) {
                return false;
            }
            out.error(path.toString(), "SHA-256 " + found, "the file is not the one that was imported",
                    "SHA-256 " + hashes.get(name) + "; import it again");
        } catch (IOException e) {
            out.error(path.toString(), null, "the file cannot be read: " + e.getMessage(), "a readable file");
        }
        return true;
    }
}
