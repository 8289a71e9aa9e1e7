package org.vppworkbench.app.ui.project;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vppworkbench.app.io.RecentFiles;
import org.vppworkbench.app.io.UserFiles;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskExecutor;

/** Projects and files opened lately; read and kept in the background. */
public final class RecentList {
    private final TaskExecutor tasks;
    private final RecentFiles files;
    private final Clock clock;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Row> seen = FXCollections.unmodifiableObservableList(rows);

    /**
     * One of them.
     *
     * @param there whether it was there when somebody looked last
     */
    public record Row(RecentFiles.Entry entry, boolean there) {}

    RecentList(TaskExecutor tasks, UserFiles files, Clock clock) {
        this.tasks = tasks;
        this.files = new RecentFiles(files);
        this.clock = clock;
        RecentFiles recent = this.files;
        change(() -> recent.load());
    }

    /** Newest first. */
    public ObservableList<Row> rows() {
        return seen;
    }

    void add(RecentFiles.Kind kind, Path path) {
        change(() -> files.add(kind, path, clock.instant()));
    }

    /** Takes one off the list; the file stays. */
    public void forget(RecentFiles.Entry entry) {
        change(() -> files.forget(entry));
    }

    /** Looks again which of them are there. */
    public void look() {
        change(() -> {});
    }

    private void change(Runnable edit) {
        tasks.quietly(new BackgroundTask<List<Row>>("Recent files", (progress, cancel) -> {
            edit.run();
            return files.entries().stream().map(entry -> new Row(entry, entry.isThere())).toList();
        }, rows::setAll, e -> {}));
    }
}
