package org.vppworkbench.app.io;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * A folder that appears under its name complete or not at all: it is filled as {@code NAME.part}
 * beside it and renamed at the end.
 */
public final class NewFolder {
    private static final String HELP =
            "a folder that is absent or empty, where you may write, with room left";

    private NewFolder() {}

    /** Fills the unfinished folder. */
    @FunctionalInterface
    public interface Filler {
        void fill(Path part) throws IOException;
    }

    /** What speaks against making the folder, without touching the disk. */
    public static Optional<Finding> problem(Path target) {
        if (target.toString().isBlank()) {
            return Optional.of(Finding.error("--out", "\"" + target + "\"", "no folder is named", HELP));
        }
        Path folder = target.toAbsolutePath().normalize();
        if (folder.getFileName() == null) {
            return Optional.of(error(target, "has no name"));
        }
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            return Optional.of(error(target, "is a file"));
        }
        if (Files.isDirectory(folder) && !isEmpty(folder)) {
            return Optional.of(error(target, "the folder is not empty; nothing was changed"));
        }
        if (Files.exists(part(folder))) {
            return Optional.of(unfinished(part(folder)));
        }
        Path existing = folder.getParent();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
            return Optional.of(error(target, "cannot be made: " + existing + " is not writable"));
        }
        return Optional.empty();
    }

    /**
     * Refuses a folder that cannot be made, before long work whose result nobody could keep. It is tried out, because a file
     * system can refuse what the rights allow: a folder is made where this one would be, and removed again.
     *
     * @throws RefusedException where it cannot be made
     */
    public static void refuseUnwritable(Path target) {
        refuseProblem(target);
        Path part = part(target.toAbsolutePath().normalize());
        Path parent = part.getParent();
        if (parent == null || Files.isDirectory(parent)) {
            claim(target, part);
            removeQuietly(part);
            return;
        }
        Path existing = parent;
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            Files.delete(Files.createTempDirectory(existing, "vpp"));
        } catch (IOException e) {
            throw notWritten(target, reason(e), e);
        }
    }

    private static void refuseProblem(Path target) {
        problem(target).ifPresent(finding -> {
            throw new RefusedException(List.of(finding));
        });
    }

    /**
     * Makes the folder, whatever happens meanwhile.
     *
     * @throws RefusedException where it cannot be made, with nothing left under the final name
     */
    public static void make(Path target, Filler filler) {
        make(target, CancelToken.NEVER, filler);
    }

    /**
     * Makes the folder.
     *
     * @param cancel asked before the folder gets its name
     * @throws RefusedException where it cannot be made, with nothing left under the final name
     * @throws CancellationException where the user cancelled; nothing is left behind
     */
    public static void make(Path target, CancelToken cancel, Filler filler) {
        refuseProblem(target);
        Path folder = target.toAbsolutePath().normalize();
        Path part = part(folder);
        // Only what this call has made is ever removed: the folder of another run stays.
        claim(target, part);
        boolean done = false;
        try {
            filler.fill(part);
            cancel.check(target + " was written");
            Files.deleteIfExists(folder); // an empty folder may be there
            rename(part, folder);
            done = true;
        } catch (IOException e) {
            done = true;
            boolean removed = removeQuietly(part);
            String rest = removed ? "" : "; the unfinished folder " + part + " could not be removed";
            throw notWritten(target, reason(e) + rest, e);
        } finally {
            if (!done) {
                removeQuietly(part);
            }
        }
    }

    /** Makes the unfinished folder; of two runs that ask for one name, one gets it and the other is refused. */
    private static void claim(Path target, Path part) {
        try {
            Path parent = part.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(part);
        } catch (FileAlreadyExistsException e) {
            throw new RefusedException(List.of(unfinished(Path.of(e.getFile()))), e);
        } catch (IOException e) {
            throw notWritten(target, reason(e), e);
        }
    }

    private static RefusedException notWritten(Path target, String reason, IOException cause) {
        return new RefusedException(List.of(error(target, "could not be written: " + reason)), cause);
    }

    private static Finding unfinished(Path part) {
        return Finding.error(
                part.toString(), null,
                "is there from a run that is still going on or was interrupted",
                "remove it once no run is going on, or choose another name");
    }

    private static void rename(Path part, Path folder) throws IOException {
        try {
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, folder);
        }
    }

    public static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return "it already exists";
        }
        if (e instanceof DirectoryNotEmptyException) {
            return "the folder was filled by somebody else in the meantime";
        }
        if (e instanceof java.nio.file.AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (e instanceof CharacterCodingException) {
            return "not UTF-8 text";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static Path part(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ".part");
    }

    private static Finding error(Path target, String message) {
        return Finding.error(target.toString(), null, message, HELP);
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean removeQuietly(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path path : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
