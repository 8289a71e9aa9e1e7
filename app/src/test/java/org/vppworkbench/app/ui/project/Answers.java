package org.vppworkbench.app.ui.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.time.SeriesKind;

/** A user who answers what the test says, and remembers what was asked. */
final class Answers implements ProjectQuestions {
    final List<String> asked = new ArrayList<>();
    Unsaved unsaved = Unsaved.CANCEL;
    Locked locked = Locked.CANCEL;
    @Nullable Path next;

    @Override
    public Unsaved unsaved(String action, List<String> losses, boolean canSave) {
        asked.add(action + ": " + losses);
        return unsaved;
    }

    @Override
    public Locked locked(Path project, String holder) {
        asked.add("locked by " + holder);
        return locked;
    }

    @Override
    public Optional<SeriesKind> priceLabel(Path file) {
        asked.add("label of " + file.getFileName());
        return Optional.of(SeriesKind.SYNTHETIC);
    }

    @Override
    public Optional<Path> newProjectFolder(String suggestedName) {
        return Optional.ofNullable(next);
    }

    @Override
    public Optional<Path> folder(String title) {
        return Optional.ofNullable(next);
    }
}
