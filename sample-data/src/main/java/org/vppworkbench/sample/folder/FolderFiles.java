package org.vppworkbench.sample.folder;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;

/** The files of a folder as bytes: series of equal times share a CSV file, and {@code data.json} says what is where. */
final class FolderFiles {
    static final String INDEX = "data.json";
    static final String FORMAT = "vpp-data/1";

    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private FolderFiles() {}

    /** Series that can stand in one file. */
    private record Times(Duration step, Instant first, int length) {}

    /**
     * Name to bytes, in the order of writing; the same folder gives the same bytes.
     *
     * @param tables further CSV files that lie beside the series, name to bytes
     */
    static Map<String, byte[]> of(SeriesFolder folder, Map<String, byte[]> tables) {
        Map<Times, List<FolderSeries>> groups = new LinkedHashMap<>();
        for (FolderSeries series : folder.series()) {
            Times times = new Times(series.step(), series.first(), series.values().length());
            groups.computeIfAbsent(times, key -> new ArrayList<>()).add(series);
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<SeriesRole, String> places = new LinkedHashMap<>();
        groups.forEach((times, group) -> {
            String name = "series-" + times.step().toMinutes() + "min-" + (files.size() + 1) + ".csv";
            files.put(name, csv(times, group).getBytes(StandardCharsets.UTF_8));
            group.forEach(series -> places.put(series.role(), name));
        });
        files.putAll(tables);
        byte[] index = index(folder, files, places).getBytes(StandardCharsets.UTF_8);
        files.put(INDEX, index);
        return files;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String csv(Times times, List<FolderSeries> group) {
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
        StringBuilder text = new StringBuilder();
        List<Object> cells = new ArrayList<>(List.of(SeriesColumns.TIME));
        group.forEach(series -> cells.add(series.role().column()));
        try {
            format.printRecord(text, cells.toArray());
            for (int i = 0; i < times.length(); i++) {
                cells.clear();
                cells.add(times.first().plus(times.step().multipliedBy(i)));
                for (FolderSeries series : group) {
                    cells.add(Double.toString(series.values().at(i)));
                }
                format.printRecord(text, cells.toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string builder does not fail", e);
        }
        return text.toString();
    }

    private static String index(SeriesFolder folder, Map<String, byte[]> files, Map<SeriesRole, String> places) {
        JsonArray series = new JsonArray();
        for (FolderSeries one : folder.series()) {
            JsonObject entry = new JsonObject();
            entry.addProperty("role", one.role().text());
            entry.addProperty("unit", one.unit());
            entry.addProperty("stepMinutes", one.step().toMinutes());
            entry.addProperty("file", places.get(one.role()));
            entry.addProperty("column", one.role().column());
            entry.addProperty("kind", one.kind().name());
            entry.addProperty("source", one.source());
            entry.addProperty("licence", one.licence());
            entry.addProperty("origin", one.origin());
            entry.addProperty("originSha256", one.originSha256());
            entry.addProperty("note", one.note());
            series.add(entry);
        }
        JsonArray hashes = new JsonArray();
        files.forEach((name, bytes) -> {
            JsonObject entry = new JsonObject();
            entry.addProperty("file", name);
            entry.addProperty("sha256", sha256(bytes));
            hashes.add(entry);
        });
        JsonObject root = new JsonObject();
        root.addProperty("format", FORMAT);
        root.addProperty("id", folder.id());
        root.addProperty("title", folder.title());
        root.addProperty("zone", folder.zone().getId());
        root.add("series", series);
        root.add("files", hashes);
        return JSON.toJson(root) + "\n";
    }
}
