package org.vppworkbench.app.ui.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ProjectFolder;
import org.vppworkbench.app.experiment.ProjectFolder.Content;
import org.vppworkbench.app.experiment.UnsavedWork;
import org.vppworkbench.app.io.HeldLock;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.app.io.ProjectFile;
import org.vppworkbench.app.io.RecentFiles;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.UserFolders;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.Pulse;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.project.Recovery.Offer;
import org.vppworkbench.app.ui.session.Document;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.DataSet;

/** The project that is open, whether it is saved, and the unsaved work that is kept meanwhile. */
public final class ProjectDesk {
    private final Workbench workbench;
    private final ProjectQuestions questions;
    private final Clock clock;
    private final SafetyNet net;
    private final RecentList recent;
    private final RunKeeper keeper;
    private final ReadOnlyObjectWrapper<@Nullable OpenProject> project = new ReadOnlyObjectWrapper<>(this, "project");
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper(this, "dirty");

    /** The document as it was saved or opened; {@code null} where it never was. */
    private @Nullable Document saved;

    private boolean saving;
    /** A save asked for while another one is on its way. */
    private @Nullable Runnable next;

    /**
     * @param folders where settings and state of the user live
     * @param clock wall clock
     */
    public ProjectDesk(Workbench workbench, UserFolders folders, Pulse pulse, Clock clock, ProjectQuestions questions) {
        this.workbench = workbench;
        this.questions = questions;
        this.clock = clock;
        this.net = new SafetyNet(workbench, folders, clock);
        this.recent = new RecentList(workbench.tasks(), net.files(), clock);
        this.keeper = new RunKeeper(workbench, project.getReadOnlyProperty());
        this.saved = workbench.document();
        workbench.history().documentProperty().addListener((o, was, is) -> follow());
        pulse.add(now -> {
            OpenProject open = project.get();
            net.frame(now, open == null ? null : open.folder(), saved);
        });
    }

    public ReadOnlyObjectProperty<@Nullable OpenProject> projectProperty() {
        return project.getReadOnlyProperty();
    }

    /** Whether the document differs from what was saved or opened. */
    public ReadOnlyBooleanProperty dirtyProperty() {
        return dirty.getReadOnlyProperty();
    }

    /** Unsaved work. */
    public SafetyNet net() {
        return net;
    }

    public RecentList recent() {
        return recent;
    }

    public RunKeeper keeper() {
        return keeper;
    }

    /** What the title bar says of the document: project, and a mark where it is not saved; empty for an untouched sample. */
    public String title() {
        OpenProject open = project.get();
        String mark = dirty.get() ? " •" : "";
        return open == null
                ? dirty.get() ? "not saved" + mark : ""
                : open.name() + mark + (open.isReadOnly() ? " (read-only)" : "");
    }

    /** Asks for a folder and begins a project in it with the first sample. */
    public void create() {
        leave("Begin a new project", () -> questions.newProjectFolder("project").ifPresent(folder -> {
            var problem = NewFolder.problem(folder);
            if (problem.isPresent()) {
                refuse("No project made", problem.get());
                return;
            }
            workbench.files().sample(workbench.laboratory().samples().getFirst(), document -> {
                release();
                begin(document, null, null);
                saveInto(folder, () -> {});
            }, () -> {});
        }));
    }

    /** Asks for the folder of a project and opens it. */
    public void openChosen() {
        questions.folder("Open project folder").ifPresent(folder -> open(folder, () -> {}, () -> {}));
    }

    /**
     * Opens a project; where it is not in order, there are findings and nothing changes.
     *
     * @param then what follows once it is open
     * @param refused what follows where it is not
     */
    public void open(Path folder, Runnable then, Runnable refused) {
        leave("Open " + folder.getFileName(), () -> read(folder, opened -> {
            if (take(folder, opened, refused)) {
                OpenProject open = project.get();
                if (open != null) {
                    net.lookInto(open);
                }
                then.run();
            }
        }, refused));
    }

    /** Saves the project in place; where there is none, asks for a folder. */
    public void save(Runnable then) {
        OpenProject open = project.get();
        if (open == null) {
            saveAs(then);
        } else if (open.isReadOnly()) {
            refuse("Project not saved", Finding.error(
                    open.folder().toString(), null, open.readOnly(), "Save project as, into another folder"));
        } else if (!Files.isRegularFile(open.folder().resolve(ProjectFile.NAME))) {
            refuse("Project not saved", Finding.error(
                    open.folder().toString(), null, "the folder of the project is gone, or its disk is",
                    "bring it back, or Save project as, into another folder. Your edits are kept meanwhile"));
        } else {
            write(open.folder(), open.name(), then);
        }
    }

    /** Asks for a new folder and saves the project there. */
    public void saveAs(Runnable then) {
        OpenProject open = project.get();
        String name = open == null ? "project" : open.name();
        questions.newProjectFolder(name).ifPresent(folder -> {
            var problem = NewFolder.problem(folder);
            if (problem.isPresent()) {
                refuse("Project not saved", problem.get());
            } else {
                saveInto(folder, then);
            }
        });
    }

    /** Closes the project and shows the sample the program opens with. */
    public void close() {
        leave("Close the project", () -> workbench.files().sample(workbench.laboratory().samples().getFirst(), document -> {
            release();
            begin(document, null, null);
        }, () -> {}));
    }

    /** Opens a sample with its own fleet; there is no project then. */
    public void openSample(String id, Runnable then) {
        leave("Open the sample " + id, () -> workbench.files().sample(id, document -> {
            release();
            begin(document, null, null);
            then.run();
        }, () -> {}));
    }

    /** Makes unsaved work of a killed window the document again, in its project where that can be opened. */
    public void restore(Offer offer, Runnable then) {
        Reading<ProjectFolder.Opened> reading = UnsavedWork.open(offer.work(), offer.file(), workbench.laboratory()::data);
        ProjectFolder.Opened work = reading.value();
        if (work == null) {
            offer.later();
            workbench.files().refuse("Not restored; it stays in " + offer.file(), reading.findings());
            return;
        }
        String folder = offer.work().project();
        Runnable put = () -> {
            workbench.files().begin(document(work.content()), work.data());
            net.adopt(offer);
            follow();
            then.run();
        };
        if (folder == null || !Files.isRegularFile(Path.of(folder, ProjectFile.NAME))) {
            release();
            project.set(null);
            saved = null;
            put.run();
            return;
        }
        read(Path.of(folder), opened -> {
            if (take(Path.of(folder), opened, offer::later)) {
                put.run();
            }
        }, offer::later);
    }

    /** What would be lost if the window closed now, in words: tasks, unsaved edits, runs nobody can make again. */
    public List<String> losses() {
        return Losses.of(workbench, project.get(), dirty.get(), workbench.history().editsSince(saved), keeper.unkept());
    }

    /**
     * Asks once where something would be lost, and goes on where the user lets it.
     *
     * @param next what the user wants to do
     */
    public void leave(String next, Runnable then) {
        // tasks and finished runs stay behind another project; they end with the window alone
        List<String> losses = Losses.of(workbench, project.get(), dirty.get(), workbench.history().editsSince(saved), List.of());
        ask(next, losses.stream().filter(loss -> !workbench.runningTasks().contains(loss)).toList(), then);
    }

    /** Asks once where something would be lost or stopped, stops it, and closes the window. */
    public void quit(Runnable close) {
        ask("Close the window", losses(), () -> {
            workbench.tasks().tasks().forEach(TaskStatus::cancel);
            net.close();
            release();
            close.run();
        });
    }

    private void ask(String next, List<String> losses, Runnable then) {
        if (losses.isEmpty()) {
            then.run();
            return;
        }
        switch (questions.unsaved(next, losses, dirty.get() || !keeper.unkept().isEmpty())) {
            case SAVE -> save(() -> keeper.keepUnrepeatable(then));
            case DISCARD -> then.run();
            case CANCEL -> {}
        }
    }

    private void read(Path folder, Consumer<ProjectFolder.Opened> then, Runnable refused) {
        workbench.tasks().submit(new BackgroundTask<>(
                "Open project " + folder.getFileName(),
                (progress, cancel) -> ProjectFolder.read(folder.toAbsolutePath().normalize(), workbench.laboratory()::data),
                reading -> {
                    ProjectFolder.Opened opened = reading.value();
                    if (opened == null) {
                        workbench.files().refuse("Project not opened", reading.findings());
                        refused.run();
                    } else {
                        then.accept(opened);
                    }
                },
                e -> {
                    refuse("Project not opened", Finding.error(folder.toString(), null, Workbench.reason(e), null));
                    refused.run();
                }));
    }

    /** Makes a project that was read the open one; asks where another window has it. */
    private boolean take(Path place, ProjectFolder.Opened opened, Runnable refused) {
        Path folder = place.toAbsolutePath().normalize();
        OpenProject before = project.get();
        if (before != null && before.folder().equals(folder)) {
            release();
        }
        ProjectFile file = opened.file();
        String name = file == null ? String.valueOf(folder.getFileName()) : file.name();
        HeldLock.Attempt attempt = HeldLock.tryHold(folder.resolve(ProjectFolder.LOCK), Losses.who(clock));
        OpenProject next = new OpenProject(folder, name, "", attempt.lock());
        if (attempt.holder() != null) {
            switch (questions.locked(folder, attempt.holder())) {
                case READ_ONLY -> next = new OpenProject(folder, name, "it is open in " + attempt.holder(), null);
                case COPY -> next = null;
                case CANCEL -> {
                    refused.run();
                    return false;
                }
            }
        } else if (attempt.problem() != null) {
            next = new OpenProject(folder, name, "it cannot be written: " + attempt.problem(), null);
        }
        release();
        begin(document(opened.content()), opened.data(), next);
        if (next == null) {
            saved = null;
            follow();
        } else {
            recent.add(RecentFiles.Kind.PROJECT, folder);
        }
        tellOpened(next, opened);
        return true;
    }

    private void tellOpened(@Nullable OpenProject open, ProjectFolder.Opened opened) {
        List<Finding> findings = opened.findings();
        String notes = findings.isEmpty() ? "" : " " + findings.getFirst().oneLine();
        String how = open == null
                ? "A copy that is in no folder yet: save it into one of its own."
                : open.isReadOnly() ? "Read-only: " + open.readOnly() + "." : open.folder().toString();
        workbench.tell(findings.isEmpty() ? Finding.Severity.INFO : Finding.Severity.WARNING, "Project opened", how + notes);
    }

    private void write(Path folder, String name, Runnable then) {
        if (saving) {
            next = () -> write(folder, name, then);
            return;
        }
        saving = true;
        Document document = workbench.document();
        Content content = new Content(document.scenario(), document.fleet(), document.own());
        workbench.tasks().submit(new BackgroundTask<>(
                "Save project " + name,
                (progress, cancel) -> ProjectFolder.write(folder, name, content, clock.instant()),
                file -> {
                    saving = false;
                    saved = document;
                    net.settle();
                    follow();
                    recent.add(RecentFiles.Kind.PROJECT, folder);
                    workbench.tell(Finding.Severity.INFO, "Project saved", folder.toString());
                    then.run();
                    Runnable queued = next;
                    next = null;
                    if (queued != null) {
                        queued.run();
                    }
                },
                e -> {
                    saving = false;
                    next = null;
                    List<Finding> findings = e instanceof RefusedException refused
                            ? refused.findings()
                            : List.of(Finding.error(folder.toString(), null, Workbench.reason(e), null));
                    workbench.files().refuse("Project not saved", findings);
                }));
    }

    /** Saves into a new folder, which is the project from then on. */
    private void saveInto(Path place, Runnable then) {
        Path folder = place.toAbsolutePath().normalize();
        String name = String.valueOf(folder.getFileName());
        write(folder, name, () -> {
            release();
            HeldLock.Attempt attempt = HeldLock.tryHold(folder.resolve(ProjectFolder.LOCK), Losses.who(clock));
            project.set(new OpenProject(folder, name, "", attempt.lock()));
            keeper.keepUnrepeatable(then);
        });
    }

    private void begin(Document document, @Nullable DataSet data, @Nullable OpenProject next) {
        saved = document;
        project.set(next);
        net.begin();
        if (data == null) {
            workbench.files().begin(document);
        } else {
            workbench.files().begin(document, data);
        }
        follow();
    }

    private static Document document(Content content) {
        return new Document(content.scenario(), content.fleet(), content.own());
    }

    private void refuse(String what, Finding finding) {
        workbench.files().refuse(what, List.of(finding));
    }

    private void release() {
        OpenProject open = project.get();
        HeldLock lock = open == null ? null : open.lock();
        if (lock != null) {
            lock.close();
        }
        project.set(null);
    }

    private void follow() {
        dirty.set(!workbench.document().equals(saved));
        net.changed(dirty.get());
    }
}
