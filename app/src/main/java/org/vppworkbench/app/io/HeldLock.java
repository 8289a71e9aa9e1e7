package org.vppworkbench.app.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A lock file that says who holds it. The system frees it when the process ends, however it ends; the file itself may stay and
 * means nothing then.
 */
public final class HeldLock implements AutoCloseable {
    /** Far behind the text: on Windows nobody else could read what is locked. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int MOST_WORDS = 1000;

    /** Those of this process: to open such a file and close it again would free its lock on POSIX systems. */
    private static final Map<Path, String> HELD = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private HeldLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * What came of trying.
     *
     * @param lock the lock, or {@code null} where it was not got
     * @param holder who holds it, in words, where somebody else does; else {@code null}
     * @param problem why the file system gives none; else {@code null}
     */
    public record Attempt(@Nullable HeldLock lock, @Nullable String holder, @Nullable String problem) {}

    /**
     * Tries to hold a file; it is made where it is missing.
     *
     * @param who what others read: who and since when
     */
    public static Attempt tryHold(Path file, String who) {
        Path place = file.toAbsolutePath().normalize();
        String before = HELD.putIfAbsent(place, who);
        if (before != null) {
            return new Attempt(null, before, null);
        }
        HeldLock held = null;
        try {
            FileChannel channel = FileChannel.open(
                    place, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = null;
            try {
                lock = channel.tryLock(LOCKED_BYTE, 1, false);
                if (lock == null || !Files.exists(place)) {
                    // taken; or let go in between, and its file removed: then this lock keeps nobody out
                    return new Attempt(null, words(channel), null);
                }
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(who.getBytes(StandardCharsets.UTF_8)), 0);
                held = new HeldLock(place, channel, lock);
                return new Attempt(held, null, null);
            } catch (OverlappingFileLockException e) {
                return new Attempt(null, words(channel), null);
            } finally {
                if (held == null) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            return new Attempt(null, null, NewFolder.reason(e));
        } finally {
            if (held == null) {
                HELD.remove(place, who);
            }
        }
    }

    /** Frees the lock and removes the file. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            Files.deleteIfExists(file);
            lock.release();
            channel.close();
        } catch (IOException e) {
            // the lock ends with the process at the latest; a file that stays behind means nothing
        } finally {
            HELD.remove(file);
        }
    }

    private static String words(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(MOST_WORDS);
        channel.read(text, 0);
        String words = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
        return words.isEmpty() ? "another window" : words;
    }
}
