package org.vppworkbench.sample.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * Writes a folder of series. It is filled as {@code DIR.part} beside its place and renamed, so that under its name it is
 * complete or not there. The methods return findings; without an error among them the folder is written.
 */
public final class SeriesFolderWriter {
    private static final String HELP = "a folder that is absent or empty, where you may write";

    private final Path folder;
    private final Path part;
    private final Path old;
    private final CancelToken cancel;

    private SeriesFolderWriter(Path folder, CancelToken cancel) {
        this.cancel = cancel;
        this.folder = folder;
        this.part = folder.resolveSibling(folder.getFileName() + ".part");
        this.old = folder.resolveSibling(folder.getFileName() + ".old");
    }

    /** Writes a new folder of series alone; it must be absent or empty. */
    public static List<Finding> write(Path target, SeriesFolder series) {
        return write(target, series, Map.of(), CancelToken.NEVER);
    }

    /**
     * Writes a new folder; it must be absent or empty.
     *
     * @param tables further CSV texts beside the series, by file name {@code table-NAME.csv}
     * @param cancel asked before every file, and before the folder gets its name
     * @throws CancellationException where the user cancelled; nothing was changed
     */
    public static List<Finding> write(Path target, SeriesFolder series, Map<String, String> tables, CancelToken cancel) {
        Path folder = target.toAbsolutePath().normalize();
        if (folder.getFileName() == null) {
            return List.of(Finding.error(target.toString(), null, "the folder has no name", HELP));
        }
        if (Files.exists(folder) && !isEmptyFolder(folder)) {
            return List.of(Finding.error(
                    target.toString(), null, "the folder is not empty, or is a file; nothing was changed",
                    HELP + ", or --merge to add series to a folder of series"));
        }
        return new SeriesFolderWriter(folder, cancel).put(series, bytes(tables), Set.of());
    }

    private static Map<String, byte[]> bytes(Map<String, String> tables) {
        Map<String, byte[]> bytes = new TreeMap<>();
        tables.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    /**
     * Adds series and tables to a folder that was written before; one that is not there is made. Its name and title stay.
     *
     * @param cancel asked before every file, and before the folder is replaced
     * @throws CancellationException where the user cancelled; nothing was changed
     */
    public static List<Finding> merge(Path target, SeriesFolder added, Map<String, String> tables, CancelToken cancel) {
        Path folder = target.toAbsolutePath().normalize();
        if (folder.getFileName() == null || !Files.exists(folder) || isEmptyFolder(folder)) {
            return write(target, added, tables, cancel);
        }
        SeriesFolderReader reader = new SeriesFolderReader(folder);
        Reading<SeriesFolder> reading = reader.read();
        SeriesFolder present = reading.value();
        if (present == null) {
            return reading.findings();
        }
        List<FolderSeries> all = new ArrayList<>(present.series());
        for (FolderSeries series : added.series()) {
            if (present.find(series.role()).isPresent()) {
                return List.of(Finding.error(target.toString(), series.role(), "the folder has a series of this role already",
                        "roles that are not there: all but " + present.series().stream().map(one -> one.role().text())
                                .collect(Collectors.joining(", "))));
            }
            all.add(series);
        }
        if (!present.zone().equals(added.zone())) {
            return List.of(Finding.error(target.toString(), added.zone(), "the folder is of another time zone", present.zone().getId()));
        }
        Map<String, byte[]> together;
        try {
            together = new TreeMap<>(reader.tables());
        } catch (IOException e) {
            return List.of(Finding.error(target.toString(), null, "a table cannot be read: " + e.getMessage(), "a readable file"));
        }
        for (String name : tables.keySet()) {
            if (together.containsKey(name)) {
                return List.of(Finding.error(target.toString(), name, "the folder has this table already", "another table"));
            }
        }
        together.putAll(bytes(tables));
        SeriesFolder merged = new SeriesFolder(present.id(), present.title(), present.zone(), all);
        Set<String> known = new HashSet<>(reader.files());
        known.add(FolderFiles.INDEX);
        return new SeriesFolderWriter(folder, cancel).put(merged, together, known);
    }

    private static boolean isEmptyFolder(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Writes beside the folder and renames.
     *
     * @param known files that may be replaced; any other stops the writing, as it would be lost
     */
    private List<Finding> put(SeriesFolder series, Map<String, byte[]> tables, Set<String> known) {
        boolean claimed = false;
        try {
            Set<String> strangers = strangers(known);
            if (!strangers.isEmpty()) {
                return List.of(Finding.error(folder.toString(), String.join(", ", strangers),
                        "the folder holds files that are not series; nothing was changed", "only the files that were written here"));
            }
            Path parent = part.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(part);
            claimed = true;
            for (Map.Entry<String, byte[]> file : FolderFiles.of(series, tables).entrySet()) {
                cancel.check(file.getKey() + " was written");
                Files.write(part.resolve(file.getKey()), file.getValue());
            }
            cancel.check(folder + " was written");
            swap(!known.isEmpty());
            return List.of();
        } catch (FileAlreadyExistsException e) {
            return List.of(Finding.error(e.getFile(), null, "is there from an import that is still going on or was interrupted",
                    "remove it once no import is going on, or choose another name"));
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return List.of(Finding.error(folder.toString(), null, "could not be written: " + reason, HELP));
        } finally {
            if (claimed) {
                removeQuietly(part);
            }
        }
    }

    private Set<String> strangers(Set<String> known) throws IOException {
        if (!Files.exists(folder)) {
            return Set.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            Set<String> names = new HashSet<>(entries.map(path -> String.valueOf(path.getFileName())).toList());
            names.removeAll(known);
            return names;
        }
    }

    private void swap(boolean replace) throws IOException {
        if (!replace) {
            Files.deleteIfExists(folder); // an empty folder may be there
            Files.move(part, folder);
            return;
        }
        Files.move(folder, old);
        try {
            Files.move(part, folder);
        } catch (IOException e) {
            Files.move(old, folder);
            throw e;
        }
        removeQuietly(old);
    }

    private static void removeQuietly(Path made) {
        try (Stream<Path> entries = Files.list(made)) {
            for (Path path : entries.toList()) {
                Files.delete(path);
            }
            Files.delete(made);
        } catch (IOException e) {
            // it was renamed, which is the aim; or it stays, and the next import says so
        }
    }
}
