package org.vppworkbench.app.ui.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ProjectFolder;
import org.vppworkbench.app.experiment.UnsavedWork;
import org.vppworkbench.app.io.AtomicFile;
import org.vppworkbench.app.io.HeldLock;
import org.vppworkbench.app.io.UserFiles;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskExecutor;
import org.vppworkbench.app.ui.session.Document;

/**
 * Keeps unsaved edits in the state folder: a second after the last edit, at the latest ten seconds after the first one that is not
 * kept yet. Where the state folder cannot be written, the folder of the project takes them. The file goes when nothing is unsaved.
 */
final class Autosaver {
    /** Name inside a project, where the state folder cannot be written. */
    static final String IN_PROJECT = "unsaved.json";

    private static final long AFTER_LAST_NS = 1_000_000_000L;
    private static final long AFTER_FIRST_NS = 10 * AFTER_LAST_NS;
    private static final int MOST_SESSIONS = 1000;

    private final TaskExecutor tasks;
    private final UserFiles files;
    private final Clock clock;

    private boolean wanted;
    private boolean touched;
    private long first = -1;
    private long last;

    /** Of the housekeeping thread. */
    private volatile @Nullable Path session;

    private volatile @Nullable HeldLock lock;
    private volatile @Nullable Path fallback;

    Autosaver(TaskExecutor tasks, UserFiles files, Clock clock) {
        this.tasks = tasks;
        this.files = files;
        this.clock = clock;
    }

    /** Folder of unsaved work. */
    static Path folder(UserFiles files) {
        return files.folders().state().resolve("unsaved");
    }

    static Path lockOf(Path session) {
        return session.resolveSibling(session.getFileName() + ".lock");
    }

    /** What was kept, and what the user should hear about it. */
    record Kept(@Nullable Path file, boolean projectGone) {}

    /** What follows a file that was written. */
    interface Follower {
        void kept(Kept kept);
    }

    /** There are edits that are not saved. */
    void touch() {
        wanted = true;
        touched = true;
    }

    /** Nothing is unsaved: what was kept goes. */
    void clear() {
        wanted = false;
        touched = false;
        first = -1;
        tasks.quietly(new BackgroundTask<>("Forget unsaved work", (progress, cancel) -> {
            forget();
            return "";
        }, done -> {}, e -> {}));
    }

    /** Looks at the time; called once per frame. */
    void frame(long now, Document document, @Nullable Path project, Supplier<List<String>> edits, Follower then) {
        if (touched) {
            touched = false;
            last = now;
            first = first < 0 ? now : first;
        }
        if (wanted && first >= 0 && (now - last >= AFTER_LAST_NS || now - first >= AFTER_FIRST_NS)) {
            first = -1;
            keep(document, project, edits.get(), then);
        }
    }

    private void keep(Document document, @Nullable Path project, List<String> edits, Follower then) {
        ProjectFolder.Content content = new ProjectFolder.Content(document.scenario(), document.fleet(), document.own());
        tasks.quietly(new BackgroundTask<>("Keep unsaved work", (progress, cancel) -> {
            String text = UnsavedWork.of(content, project, edits, clock.instant()).write();
            boolean gone = project != null && !Files.isDirectory(project);
            return new Kept(write(text, gone ? null : project), gone);
        }, then::kept, e -> then.kept(new Kept(null, false))));
    }

    private @Nullable Path write(String text, @Nullable Path project) {
        Path own = ownFile();
        if (own != null && files.write(own, text)) {
            return own;
        }
        if (own == null) {
            // says, once, that nothing is kept there
            files.write(folder(files).resolve("session-0.json"), text);
        }
        if (project == null) {
            return null;
        }
        Path instead = project.resolve(IN_PROJECT);
        try {
            AtomicFile.write(instead, text);
            fallback = instead;
            return instead;
        } catch (IOException e) {
            return null; // neither place can be written, and the user was told
        }
    }

    /** A file of this session alone: its lock says that it lives. */
    private @Nullable Path ownFile() {
        if (session != null) {
            return session;
        }
        try {
            Files.createDirectories(folder(files));
        } catch (IOException e) {
            return null;
        }
        for (int i = 1; i <= MOST_SESSIONS; i++) {
            Path file = folder(files).resolve("session-" + i + ".json");
            if (!Files.exists(file)) {
                HeldLock held = HeldLock.tryHold(lockOf(file), "a window of VPP Workbench").lock();
                if (held != null) {
                    session = file;
                    lock = held;
                    return file;
                }
            }
        }
        return null;
    }

    private void forget() {
        Path own = session;
        if (own != null) {
            files.remove(own);
        }
        Path instead = fallback;
        if (instead != null) {
            files.remove(instead);
            fallback = null;
        }
        HeldLock held = lock;
        if (held != null) {
            held.close();
        }
        session = null;
        lock = null;
    }
}
