package org.vppworkbench.app.ui.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.AutosaveFile;
import org.vppworkbench.app.io.UserFiles;
import org.vppworkbench.app.io.UserFolders;
import org.vppworkbench.app.ui.project.Recovery.Offer;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.scenario.Finding;

/** Unsaved work: what this window keeps, and what killed windows left behind. */
public final class SafetyNet {
    private final Workbench workbench;
    private final UserFiles files;
    private final Autosaver autosaver;
    private final Queue<Finding> told = new ConcurrentLinkedQueue<>();
    private final ObservableList<Offer> offers = FXCollections.observableArrayList();
    private boolean goneTold;

    /** Unsaved work of a killed window, until this one keeps it. */
    private @Nullable Offer adopted;

    SafetyNet(Workbench workbench, UserFolders folders, Clock clock) {
        this.workbench = workbench;
        this.files = new UserFiles(folders, told::add);
        this.autosaver = new Autosaver(workbench.tasks(), files, clock);
    }

    UserFiles files() {
        return files;
    }

    /** Unsaved work of killed windows that the user has not decided about; see {@link #look}. */
    public ObservableList<Offer> offers() {
        return offers;
    }

    /** Looks for work that killed windows left unsaved. */
    public void look() {
        offers.setAll(Recovery.offers(files));
    }

    /** Unsaved work is not wanted. */
    public void discard(Offer offer) {
        offers.remove(offer);
        offer.remove(files);
    }

    /** Looks for what a window without a home folder left inside a project. */
    void lookInto(OpenProject project) {
        Path file = project.folder().resolve(Autosaver.IN_PROJECT);
        AutosaveFile work = project.isReadOnly() || !Files.exists(file) ? null : AutosaveFile.read(file).value();
        if (work != null) {
            offers.add(new Offer(file, work, null));
        }
    }

    /** The work of an offer is the document now. */
    void adopt(Offer offer) {
        adopted = offer;
        offers.remove(offer);
    }

    /** Another project, or none. */
    void begin() {
        goneTold = false;
    }

    /** The document was changed, or is as it was saved. */
    void changed(boolean dirty) {
        if (dirty) {
            autosaver.touch();
        } else {
            autosaver.clear();
        }
    }

    /**
     * One frame.
     *
     * @param saved the document as it was saved, or {@code null}
     */
    void frame(long now, @Nullable Path project, @Nullable Document saved) {
        autosaver.frame(now, workbench.document(), project, () -> workbench.history().editsSince(saved), this::kept);
        for (Finding finding = told.poll(); finding != null; finding = told.poll()) {
            workbench.tell(finding.severity(), "Not kept", finding.oneLine());
        }
    }

    /** The unsaved work of a killed window is kept by this one, saved, or not wanted. */
    void settle() {
        Offer offer = adopted;
        if (offer != null) {
            offer.remove(files);
            adopted = null;
        }
    }

    /** The window closes, and the user has decided. */
    void close() {
        autosaver.clear();
        settle();
        offers.forEach(Offer::later);
    }

    private void kept(Autosaver.Kept kept) {
        if (kept.file() != null) {
            settle();
        }
        if (kept.projectGone() && !goneTold) {
            goneTold = true;
            String where = kept.file() == null ? "" : " Your edits are kept in " + kept.file() + ".";
            workbench.tell(Finding.Severity.WARNING, "Project folder gone",
                    "The folder of the project is gone, or its disk is." + where + " Save project as, into another folder.");
        }
    }
}
