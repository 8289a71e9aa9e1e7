package org.vppworkbench.sample.imports.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;

/**
 * The files of one import. Each is read once, as a stream, and ZIPs are unpacked in memory entry by entry: nothing is ever
 * written to the disk. What cannot be read is a finding in the log.
 */
public final class SourceFiles {
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};

    private final List<ImportSource> sources;
    private final ImportLog log;
    private final BudgetStream.Budget budget;
    private final List<String> hashes = new ArrayList<>();

    /** Reads one text. */
    @FunctionalInterface
    public interface PartReader {
        /**
         * Reads a text; its form was looked at, and an empty one or a web page never comes here.
         *
         * @throws IOException where it cannot be read; an {@link InputRefusedException} says why
         */
        void read(FilePart part) throws IOException;
    }

    public SourceFiles(List<ImportSource> sources, ImportLog log) {
        this(sources, log, ReadLimits.STANDARD);
    }

    /** With limits of one's own. */
    public SourceFiles(List<ImportSource> sources, ImportLog log, ReadLimits limits) {
        this.sources = List.copyOf(sources);
        this.log = log;
        this.budget = new BudgetStream.Budget(limits);
    }

    /** Hands every text to the reader. Afterwards the log says whether the files may be used. */
    public void forEach(PartReader reader) {
        if (sources.isEmpty()) {
            log.add(Finding.error("files", null, "no file is given", "at least one file"));
        }
        for (ImportSource source : sources) {
            try {
                read(source, reader);
            } catch (InputRefusedException e) {
                log.add(e.finding());
                return;
            } catch (IOException e) {
                log.add(Finding.error(source.name(), null, reason(e), "a complete, readable file"));
                return;
            }
        }
    }

    /** Names of the files, for the provenance. */
    public String origin() {
        return String.join(", ", sources.stream().map(SourceFiles::fileName).toList());
    }

    /** SHA-256 of the only file, or of the hashes of all files, one per line. */
    public String sha256() {
        return hashes.size() == 1 ? hashes.get(0) : sha256(String.join("\n", hashes));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Last part of the name: where a file lay on somebody's disk is nobody's business. */
    private static String fileName(ImportSource source) {
        String name = source.name().replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private void read(ImportSource source, PartReader reader) throws IOException {
        try (InputStream raw = source.open();
                CountedStream counted = new CountedStream(raw)) {
            PushbackInputStream in = new PushbackInputStream(counted, 4);
            byte[] magic = in.readNBytes(4);
            in.unread(magic);
            if (Arrays.equals(magic, ZIP)) {
                unzip(source.name(), in, counted, reader);
            } else if (Arrays.equals(magic, EMPTY_ZIP)) {
                throw new InputRefusedException(Finding.error(source.name(), null, "the ZIP is empty", "a ZIP with a CSV file"));
            } else {
                part(source.name(), new BudgetStream(in, source.name(), budget, counted, false), reader);
            }
            hashes.add(counted.sha256());
        }
    }

    private void unzip(String file, InputStream in, CountedStream counted, PartReader reader) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        int entries = 0;
        ZipEntry entry = next(zip);
        while (entry != null) {
            entries++;
            if (entries > budget.limits().entries()) {
                throw new InputRefusedException(Finding.error(
                        file, null, "the ZIP has too many entries", "up to " + budget.limits().entries()));
            }
            String name = file + "!" + entry.getName();
            refusePath(name, entry.getName());
            if (!entry.isDirectory()) {
                part(name, new BudgetStream(zip, name, budget, counted, true), reader);
                zip.closeEntry();
            }
            entry = next(zip);
        }
        in.transferTo(OutputStream.nullOutputStream());
        int told = counted.zipEntries();
        if (told != (entries & 0xffff)) {
            throw new InputRefusedException(Finding.error(
                    file, entries + " entries", "the ZIP is cut off or damaged: its directory is missing or tells another number",
                    "a complete ZIP"));
        }
    }

    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw new ZipException("the name of an entry is not UTF-8");
        }
    }

    private static void refusePath(String where, String entry) throws InputRefusedException {
        String path = entry.replace('\\', '/');
        boolean drive = path.length() > 1 && path.charAt(1) == ':';
        if (path.startsWith("/") || drive || Arrays.asList(path.split("/", -1)).contains("..")) {
            throw new InputRefusedException(Finding.error(
                    where, null, "the name of the entry leads out of the ZIP", "a plain file name"));
        }
    }

    private void part(String name, BudgetStream stream, PartReader reader) throws IOException {
        FilePart part = FilePart.of(name, stream, budget);
        switch (part.form()) {
            case EMPTY -> log.error(name, null, "the file is empty", "a file with rows");
            case HTML -> log.error(name, null, "this is a web page, not data: the server may have answered with a message",
                    "the downloaded data file itself");
            case XML, JSON, TEXT -> reader.read(part);
        }
        // whatever was not read is read here, within the limits: closing the entry of a ZIP would unpack it without any
        stream.transferTo(OutputStream.nullOutputStream());
    }

    private static String reason(IOException e) {
        if (e instanceof EOFException) {
            return "the file ends too early; it is cut off";
        }
        if (e instanceof ZipException) {
            return "the ZIP is damaged or uses a method that is not supported: " + e.getMessage();
        }
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        String text = e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(e.getMessage());
        return "the file cannot be read: " + text.toLowerCase(Locale.ROOT);
    }
}
