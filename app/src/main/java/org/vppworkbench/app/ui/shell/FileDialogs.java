package org.vppworkbench.app.ui.shell;

import java.nio.file.Path;
import java.util.Optional;

/** Asks for files. Replaced in tests, where no native dialog can be answered. */
public interface FileDialogs {
    /**
     * @param title heading of the dialog
     * @param suggestedName file name
     * @param kind what kind of file, such as {@code PNG picture}
     * @param pattern such as {@code *.png}, several separated by semicolons
     */
    Optional<Path> save(String title, String suggestedName, String kind, String pattern);

    Optional<Path> open(String title, String kind, String... patterns);

    /** Asks for a folder that is there. */
    default Optional<Path> folder(String title) {
        return open(title, "Folder", "*");
    }
}
