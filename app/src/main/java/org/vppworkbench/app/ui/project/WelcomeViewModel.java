package org.vppworkbench.app.ui.project;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.vppworkbench.app.io.RecentFiles;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.scenario.Finding;

/** What the welcome page offers: samples, what was opened lately, and the runs of the open project. */
public final class WelcomeViewModel {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ROOT);

    private final Workbench workbench;
    private final ProjectDesk desk;
    private final Consumer<Path> open;
    private final Runnable shown;
    private final ProjectRuns runs;
    private final ReadOnlyStringWrapper project = new ReadOnlyStringWrapper(this, "project", "");

    /**
     * @param open opens a file or folder by its content
     * @param shown what follows once a sample is open and running
     */
    public WelcomeViewModel(Workbench workbench, ProjectDesk desk, Consumer<Path> open, Runnable shown) {
        this.workbench = workbench;
        this.desk = desk;
        this.open = open;
        this.shown = shown;
        this.runs = new ProjectRuns(workbench.tasks());
        desk.projectProperty().addListener((o, was, is) -> follow());
        workbench.noticeProperty().addListener((o, was, is) -> {
            if (is != null && is.title().equals("Run kept")) {
                follow();
            }
        });
        follow();
    }

    /** The samples that this program has. */
    public List<SampleCard> samples() {
        return SampleCard.ALL.stream().filter(card -> workbench.laboratory().samples().contains(card.id())).toList();
    }

    public ObservableList<RecentList.Row> recent() {
        return desk.recent().rows();
    }

    /** Kept runs of the open project. */
    public ObservableList<Path> runs() {
        return runs.runs();
    }

    /** Heading of the runs: the name of the project; empty where none is open. */
    public ReadOnlyStringProperty projectProperty() {
        return project.getReadOnlyProperty();
    }

    /** Opens a sample and runs its first day. */
    public void openSample(SampleCard card) {
        desk.openSample(card.id(), () -> {
            shown.run();
            workbench.startRun();
        });
    }

    /** Opens one of the recent; one that has vanished is told as such, and may be taken off the list. */
    public void open(RecentList.Row row) {
        if (row.entry().isThere()) {
            open.accept(row.entry().file());
        } else {
            desk.recent().look();
            workbench.tell(Finding.Severity.WARNING, "Not found", row.entry().path() + " is not there any more. Maybe its disk is not connected.");
        }
    }

    public void openRun(Path bundle) {
        open.accept(bundle);
    }

    public void forget(RecentList.Row row) {
        desk.recent().forget(row.entry());
    }

    /** {@code project · 23 Nov 2026, 12:10}; a vanished one is said to be so. */
    public static String when(RecentList.Row row) {
        RecentFiles.Entry entry = row.entry();
        return (row.there() ? entry.kind().words() : entry.kind().words() + ", not found") + " · "
                + WHEN.format(entry.openedAt().atZone(ZoneId.systemDefault()));
    }

    /** The path, the folder of the user written as {@code ~}. */
    static String where(RecentList.Row row) {
        Path path = Path.of(row.entry().path());
        Path home = Path.of(System.getProperty("user.home", ""));
        return home.isAbsolute() && path.startsWith(home) ? Path.of("~").resolve(home.relativize(path)).toString() : path.toString();
    }

    /** The same with its path. */
    public static String line(RecentList.Row row) {
        return when(row) + " · " + where(row);
    }

    private void follow() {
        OpenProject open = desk.projectProperty().get();
        project.set(open == null ? "" : open.name());
        if (open == null) {
            runs.clear();
        } else {
            runs.look(open.folder());
        }
    }
}
