package org.vppworkbench.app.ui.project;

import java.nio.file.Path;
import java.util.List;
import org.vppworkbench.app.io.Recognised;
import org.vppworkbench.app.io.RecentFiles;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;

/** Opens what is dropped or chosen: recognised by its content, never by its name. */
public final class DroppedFiles {
    private final Workbench workbench;
    private final ProjectDesk desk;
    private final ProjectQuestions questions;
    private final Places places;

    /** Where the window goes after something was opened. */
    public interface Places {
        /** To what is wrong with it. */
        void findings();

        void fleet();

        void market();

        void run();

        void scenario();
    }

    public DroppedFiles(Workbench workbench, ProjectDesk desk, ProjectQuestions questions, Places places) {
        this.workbench = workbench;
        this.desk = desk;
        this.questions = questions;
        this.places = places;
    }

    /** Opens one file or folder; several at once are refused, as the order of what they change would be by chance. */
    public void open(List<Path> dropped) {
        if (dropped.size() != 1) {
            workbench.tell(Finding.Severity.ERROR, "Nothing opened", dropped.size() + " files at once. Drop one of: " + Recognised.WHAT_CAN_BE_DROPPED);
            return;
        }
        Path path = dropped.getFirst();
        workbench.tasks().submit(new BackgroundTask<>(
                "Look into " + path.getFileName(),
                (progress, cancel) -> Recognised.of(path),
                reading -> take(path, reading),
                e -> refuse(List.of(Finding.error(path.toString(), null, Workbench.reason(e), null)))));
    }

    /** Opens the bundle of a run. */
    public void openRun(Path folder) {
        workbench.files().openRun(folder, live -> {
            remember(RecentFiles.Kind.RUN, folder);
            places.run();
        }, places::findings);
    }

    private void take(Path path, Reading<Recognised> reading) {
        Recognised recognised = reading.value();
        if (recognised == null) {
            refuse(reading.findings());
            return;
        }
        Path place = recognised.path();
        switch (recognised.kind()) {
            case PROJECT -> desk.open(place, places::scenario, places::findings);
            case RUN -> openRun(place);
            case FLEET -> workbench.importFleet(place, opened(RecentFiles.Kind.FLEET, place, places::fleet), places::findings);
            case DATA -> workbench.files().openData(place, opened(RecentFiles.Kind.DATA, place, places::market), places::findings);
            case PRICES -> questions.priceLabel(path).ifPresent(label -> workbench.files().openPrices(
                    place, label, opened(RecentFiles.Kind.PRICES, place, places::market), places::findings));
        }
    }

    private Runnable opened(RecentFiles.Kind kind, Path path, Runnable then) {
        return () -> {
            remember(kind, path);
            then.run();
        };
    }

    private void remember(RecentFiles.Kind kind, Path path) {
        desk.recent().add(kind, path);
    }

    private void refuse(List<Finding> findings) {
        workbench.files().refuse("Nothing opened", findings);
        places.findings();
    }
}
