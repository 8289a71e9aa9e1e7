package org.vppworkbench.app.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.vppworkbench.model.scenario.Finding;

/**
 * Small text files in the {@link UserFolders}. A home folder that is missing, read-only or full is a normal case: the program
 * runs, and says once what it cannot keep.
 */
public final class UserFiles {
    private final UserFolders folders;
    private final Consumer<Finding> tell;
    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * @param tell takes the one warning, on the thread that read or wrote
     */
    public UserFiles(UserFolders folders, Consumer<Finding> tell) {
        this.folders = folders;
        this.tell = tell;
    }

    public UserFolders folders() {
        return folders;
    }

    /**
     * The text of a file.
     *
     * @return empty where it does not exist, or cannot be read, which is told
     */
    public Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            tellOnce(file, "cannot be read: " + NewFolder.reason(e));
            return Optional.empty();
        }
    }

    /**
     * Replaces a file, whole or not at all; its folder is made where it is missing. Only one thread at a time writes.
     *
     * @return whether it was kept; what stood against it is told, once
     */
    public synchronized boolean write(Path file, String text) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            AtomicFile.write(file, text);
            return true;
        } catch (IOException e) {
            tellOnce(file, "cannot be written: " + NewFolder.reason(e));
            return false;
        }
    }

    /** Removes a file, if it is there. */
    public synchronized void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            tellOnce(file, "cannot be removed: " + NewFolder.reason(e));
        }
    }

    private void tellOnce(Path file, String why) {
        if (!told.getAndSet(true)) {
            tell.accept(Finding.warning(
                    file.toString(), null, why + ". Preferences, recent files and unsaved work are not kept after the program ends",
                    "a home folder where you may write, or another one by -D" + UserFolders.HOME_PROPERTY + "=FOLDER"));
        }
    }
}
