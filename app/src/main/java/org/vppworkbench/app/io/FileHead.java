package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The beginning of a file, or of the first file in a ZIP: enough to see what it is, whatever its size. */
public final class FileHead {
    private static final int BYTES = 32_768;

    private FileHead() {}

    /**
     * The first lines, as UTF-8; the last may be cut.
     *
     * @throws IOException if the file cannot be read
     */
    public static List<String> lines(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
                return text(in);
            }
            try (ZipInputStream zip = new ZipInputStream(in)) {
                ZipEntry entry = zip.getNextEntry();
                while (entry != null && entry.isDirectory()) {
                    entry = zip.getNextEntry();
                }
                return entry == null ? List.of() : text(zip);
            }
        }
    }

    private static List<String> text(InputStream in) throws IOException {
        String text = new String(in.readNBytes(BYTES), StandardCharsets.UTF_8);
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    }
}
