package org.vppworkbench.app.ui.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vppworkbench.model.time.SeriesKind;

/** What the user is asked about projects. Replaced in tests of view models. */
public interface ProjectQuestions {
    /** What becomes of unsaved work. */
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /** What to do with a project that another window has open. */
    enum Locked {
        READ_ONLY,
        COPY,
        CANCEL
    }

    /**
     * Asked once before something is lost.
     *
     * @param next what the user wants to do, such as {@code Close the window}
     * @param losses what would be lost or stopped
     * @param canSave whether saving keeps any of it
     */
    Unsaved unsaved(String next, List<String> losses, boolean canSave);

    /**
     * @param project its folder
     * @param holder who has it open, and since when
     */
    Locked locked(Path project, String holder);

    /** How the user labels prices of a file; empty where they are not to be opened. */
    Optional<SeriesKind> priceLabel(Path file);

    /** A folder that does not exist yet, or is empty. */
    Optional<Path> newProjectFolder(String suggestedName);

    /** A folder that is there: of a project, a run or data. */
    Optional<Path> folder(String title);
}
