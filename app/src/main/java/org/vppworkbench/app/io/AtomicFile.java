package org.vppworkbench.app.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is replaced whole or not at all: who is killed while writing finds the one that was there. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Writes {@code NAME.part} beside the file, forces it to the disk, and gives it its name. Two threads must not write one
     * file at a time.
     *
     * @throws IOException if it cannot be written; the file that was there stays
     */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The same for bytes.
     *
     * @throws IOException if it cannot be written; the file that was there stays
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path place = file.toAbsolutePath();
        Path part = place.resolveSibling(place.getFileName() + ".part");
        try {
            try (FileChannel out = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
            try {
                Files.move(part, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
