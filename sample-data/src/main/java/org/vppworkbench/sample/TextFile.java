package org.vppworkbench.sample;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;

/** Reads a user's text file; what goes wrong is a finding. */
public final class TextFile {
    private static final long MAX_BYTES = 50_000_000;

    private TextFile() {}

    /** The text without byte order mark, or findings. */
    public static Reading<String> read(Path path) {
        try {
            if (Files.isDirectory(path)) {
                return refused(path, "this is a folder", "a file");
            }
            if (Files.size(path) > MAX_BYTES) {
                return refused(path, "the file is too large", "up to " + MAX_BYTES + " bytes");
            }
            String text = Files.readString(path, StandardCharsets.UTF_8);
            return Reading.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (NoSuchFileException e) {
            return refused(path, "no such file", "an existing file");
        } catch (CharacterCodingException e) {
            return refused(path, "the file is not UTF-8 text", "UTF-8");
        } catch (IOException e) {
            return refused(path, "the file cannot be read: " + e.getMessage(), "a readable file");
        }
    }

    private static Reading<String> refused(Path path, String message, String allowed) {
        return Reading.refused(Finding.error(path.toString(), null, message, allowed));
    }
}
