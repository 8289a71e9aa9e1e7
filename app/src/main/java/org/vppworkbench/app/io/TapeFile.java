package org.vppworkbench.app.io;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.negotiation.llm.tape.Tape;
import org.vppworkbench.negotiation.llm.tape.TapeReader;

/**
 * A tape on its way to a file: every line is there as soon as it is known, so that a run that is stopped or killed leaves a
 * tape that can be read.
 */
public final class TapeFile implements Consumer<String>, AutoCloseable {
    private static final String HELP = "a file that does not exist, in a folder that does and where you may write";

    private final Path file;
    private final BufferedWriter out;
    private @Nullable String problem;

    private TapeFile(Path file, BufferedWriter out) {
        this.file = file;
        this.out = out;
    }

    /**
     * Begins a file.
     *
     * @throws RefusedException if it exists or cannot be written
     */
    public static TapeFile create(Path file) {
        try {
            return new TapeFile(
                    file, Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (FileAlreadyExistsException e) {
            throw RefusedException.because(file.toString(), "exists already; nothing was changed", HELP);
        } catch (IOException e) {
            throw RefusedException.because(file.toString(), "cannot be written: " + NewFolder.reason(e), HELP);
        }
    }

    /** Reads a tape; everything wrong is a finding with its line. */
    public static Reading<Tape> read(Path file) {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            return Reading.refused(Finding.error(
                    name, null, "a folder, not a tape", "the tape itself, such as " + file.resolve(Bundle.TAPE)));
        }
        try {
            return Files.isRegularFile(file)
                    ? TapeReader.read(name, Files.readAllLines(file))
                    : Reading.refused(Finding.error(name, null, "no such file", "a tape, such as the tape.jsonl of a bundle"));
        } catch (CharacterCodingException e) {
            return Reading.refused(Finding.error(name, null, "not UTF-8 text", "a tape"));
        } catch (IOException e) {
            return Reading.refused(Finding.error(name, null, "cannot be read: " + NewFolder.reason(e), "a file you may read"));
        }
    }

    /** A line and its end. A disk that is full ends the recording, not the run; {@link #problem} says so. */
    @Override
    public synchronized void accept(String line) {
        if (problem != null) {
            return;
        }
        try {
            out.write(line);
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            problem = "the tape " + file + " is not complete: " + NewFolder.reason(e);
        }
    }

    /** Why the file is not complete, or {@code null}. */
    public synchronized @Nullable String problem() {
        return problem;
    }

    /** Replaces the lines by the same in the order of a bundle, whole or not at all. */
    public synchronized void replace(String ordered) {
        close();
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.writeString(part, ordered);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            problem = "the tape " + file + " is in the order of arrival: " + NewFolder.reason(e);
            part.toFile().delete();
        }
    }

    /** Removes the file of a run that did not begin. */
    public synchronized void discard() {
        close();
        file.toFile().delete();
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            problem = "the tape " + file + " is not complete: " + NewFolder.reason(e);
        }
    }
}
