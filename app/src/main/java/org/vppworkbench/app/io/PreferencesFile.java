package org.vppworkbench.app.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.vppworkbench.model.scenario.Finding;

/**
 * {@code preferences.json} in the settings folder of the user. It is never overwritten blindly: one that cannot be read is put
 * aside first, one of a newer version is left alone.
 */
public final class PreferencesFile {
    private static final String NAME = "preferences.json";
    private static final int MOST_ASIDE = 99;

    private final UserFiles files;
    private final Path file;
    private PreferencesJson.Kind kind = PreferencesJson.Kind.READ;
    private String unreadable = "";

    public PreferencesFile(UserFiles files) {
        this.files = files;
        this.file = files.folders().settings().resolve(NAME);
    }

    /** Reads them; without a file, or where it cannot be taken, the defaults. What is wrong is told, once. */
    public Preferences read(Consumer<List<Finding>> tell) {
        Optional<String> text = files.read(file);
        if (text.isEmpty()) {
            return Preferences.DEFAULT;
        }
        PreferencesJson.Outcome outcome = PreferencesJson.read(text.get(), NAME);
        kind = outcome.kind();
        unreadable = kind == PreferencesJson.Kind.CORRUPT ? text.get() : "";
        if (!outcome.findings().isEmpty()) {
            tell.accept(outcome.findings());
        }
        return outcome.preferences();
    }

    /** Keeps them, unless the file is one of a newer version or cannot be written, which was or is told. */
    public void write(Preferences preferences) {
        if (kind == PreferencesJson.Kind.NEWER) {
            return;
        }
        if (kind == PreferencesJson.Kind.CORRUPT && !putAside()) {
            return;
        }
        kind = PreferencesJson.Kind.READ;
        files.write(file, PreferencesJson.write(preferences));
    }

    /** Keeps a copy of what could not be read, beside it; one that is there is not replaced. */
    private boolean putAside() {
        for (int n = 1; n <= MOST_ASIDE; n++) {
            Path copy = file.resolveSibling("preferences-unreadable-" + n + ".json");
            Optional<String> there = files.read(copy);
            if (there.isEmpty()) {
                return files.write(copy, unreadable);
            }
            if (there.get().equals(unreadable)) {
                return true;
            }
        }
        return false;
    }
}
