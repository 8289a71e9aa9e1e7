package org.vppworkbench.app.io.download;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.Sha256;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;

/**
 * Replies kept on disk. An entry is two files, {@code HASH.bin} and {@code HASH.json}; the hash is that of the question
 * without its key. The second one is written last and holds the SHA-256 of the first, so that an entry is whole or not
 * there. Both appear by renaming. An entry that does not match is told and ignored.
 */
final class DownloadCache {
    private static final long MAX_DESCRIPTION_BYTES = 100_000;

    private final @Nullable Path folder;
    private final long maxBytes;

    /**
     * @param folder where entries are, made when needed; {@code null} to keep nothing
     * @param maxBytes an entry that is larger is not read
     */
    DownloadCache(@Nullable Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /** The kept reply; no value where there is none, with a finding where there is one that was changed. */
    Reading<Download> read(DownloadRequest request) {
        Path where = folder;
        if (where == null) {
            return nothing();
        }
        Path data = data(where, request);
        try {
            Path about = about(where, request);
            CacheEntry entry = Files.size(about) > MAX_DESCRIPTION_BYTES
                    ? null
                    : CacheEntry.parse(Files.readString(about, StandardCharsets.UTF_8));
            if (entry == null || !entry.url().equals(request.url().toString())) {
                return damaged(data, "its description is not readable or belongs to something else");
            }
            if (Files.size(data) > maxBytes) {
                return damaged(data, "it is larger than " + maxBytes + " bytes");
            }
            Download kept = new Download(
                    request.fileName(), request.url(), entry.retrieved(), true, Files.readAllBytes(data));
            if (!kept.sha256().equals(entry.sha256())) {
                return damaged(data, "SHA-256 " + kept.sha256() + " instead of " + entry.sha256());
            }
            return Reading.of(kept);
        } catch (NoSuchFileException e) {
            return nothing();
        } catch (IOException e) {
            return damaged(data, "it cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /** Keeps a reply; a finding where the folder does not allow it, as the download itself has succeeded. */
    List<Finding> keep(DownloadRequest request, Download download) {
        Path where = folder;
        if (where == null || request.mayChange()) {
            return List.of();
        }
        try {
            Files.createDirectories(where);
            CacheEntry entry =
                    new CacheEntry(request.url().toString(), download.retrieved(), Sha256.of(download.bytes()));
            write(where, data(where, request), download.bytes());
            write(where, about(where, request), entry.json().getBytes(StandardCharsets.UTF_8));
            return List.of();
        } catch (IOException e) {
            return List.of(Finding.warning(
                    where.toString(), null, "the reply could not be kept for the next time: "
                            + e.getClass().getSimpleName(),
                    "a folder where you may write, with room left"));
        }
    }

    private static Path data(Path where, DownloadRequest request) {
        return where.resolve(request.cacheKey() + ".bin");
    }

    private static Path about(Path where, DownloadRequest request) {
        return where.resolve(request.cacheKey() + ".json");
    }

    private static void write(Path folder, Path target, byte[] bytes) throws IOException {
        Path part = Files.createTempFile(folder, target.getFileName().toString(), ".part");
        try {
            Files.write(part, bytes);
            try {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Reading<Download> nothing() {
        return new Reading<>(null, List.of());
    }

    private static Reading<Download> damaged(Path data, String reason) {
        return new Reading<>(null, List.of(Finding.warning(
                data.toString(), null, "this kept reply was damaged and is downloaded again: " + reason, null)));
    }
}
