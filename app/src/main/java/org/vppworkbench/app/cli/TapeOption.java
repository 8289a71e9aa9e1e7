package org.vppworkbench.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code record:FILE} or {@code replay:FILE}. */
final class TapeOption implements ITypeConverter<TapeOption.Choice> {
    private static final String RECORD = "record:";
    private static final String REPLAY = "replay:";

    /**
     * A tape.
     *
     * @param replay whether it is read; otherwise it is written
     * @param file where it is
     */
    record Choice(boolean replay, Path file) {}

    @Override
    public Choice convert(String text) {
        boolean replay = text.startsWith(REPLAY);
        String file = replay ? text.substring(REPLAY.length()) : text.startsWith(RECORD) ? text.substring(RECORD.length()) : "";
        try {
            if (!file.isBlank()) {
                return new Choice(replay, Path.of(file));
            }
        } catch (InvalidPathException e) {
            // told below
        }
        throw new TypeConversionException("'" + text + "' is no tape; allowed: record:FILE, replay:FILE");
    }
}
