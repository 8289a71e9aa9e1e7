package org.vppworkbench.app.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;

/** Projects and files opened lately, newest first: {@code recent.json} of the state folder, format {@code vpp-recent/1}. */
public final class RecentFiles {
    /** How many are remembered. */
    public static final int MOST = 12;

    private static final String FORMAT = "vpp-recent/1";
    private static final String NAME = "recent.json";

    private final UserFiles files;
    private List<Entry> entries = List.of();

    /** What was opened. */
    public enum Kind {
        PROJECT("project"),
        RUN("run"),
        FLEET("fleet"),
        DATA("data"),
        PRICES("prices");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * One of them.
     *
     * @param path absolute
     * @param openedAt wall clock
     */
    public record Entry(Kind kind, String path, Instant openedAt) {
        public Path file() {
            return Path.of(path);
        }

        /** The last name of its path. */
        public String name() {
            Path last = file().getFileName();
            return last == null ? path : last.toString();
        }

        /** Whether it is there now. */
        public boolean isThere() {
            return Files.exists(file());
        }
    }

    private record Document(List<Entry> entries) {}

    public RecentFiles(UserFiles files) {
        this.files = files;
    }

    /** Reads the list; one that is damaged counts as empty, as it holds nothing of the user's making. */
    public List<Entry> load() {
        Path file = file();
        entries = files.read(file).map(text -> read(text, file.toString())).orElse(List.of());
        return entries;
    }

    public List<Entry> entries() {
        return entries;
    }

    /** Puts one in front and keeps the list. */
    public void add(Kind kind, Path path, Instant now) {
        Entry entry = new Entry(kind, path.toAbsolutePath().normalize().toString(), now);
        List<Entry> next = new ArrayList<>(List.of(entry));
        entries.stream().filter(old -> !old.path().equals(entry.path())).limit(MOST - 1L).forEach(next::add);
        keep(next);
    }

    /** Takes one off the list; the file stays. */
    public void forget(Entry entry) {
        keep(entries.stream().filter(old -> !old.equals(entry)).toList());
    }

    private void keep(List<Entry> next) {
        entries = List.copyOf(next);
        files.write(file(), FormattedRecord.write(FORMAT, Document.class, new Document(entries)));
    }

    private Path file() {
        return files.folders().state().resolve(NAME);
    }

    private static List<Entry> read(String text, String file) {
        List<Finding> misshapen = RecordShape.check(FORMAT, text, Document.class, file);
        Reading<Document> reading = FormattedRecord.read(FORMAT, Document.class, text, file);
        Document document = reading.value();
        return document == null || !misshapen.isEmpty() ? List.of() : document.entries();
    }
}
