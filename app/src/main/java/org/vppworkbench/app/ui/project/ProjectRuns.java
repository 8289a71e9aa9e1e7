package org.vppworkbench.app.ui.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vppworkbench.app.experiment.ProjectFolder;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskExecutor;

/** The bundles in the {@code runs} folder of the open project, by name; looked for in the background. */
final class ProjectRuns {
    private final TaskExecutor tasks;
    private final ObservableList<Path> runs = FXCollections.observableArrayList();

    ProjectRuns(TaskExecutor tasks) {
        this.tasks = tasks;
    }

    ObservableList<Path> runs() {
        return runs;
    }

    /** Looks again. */
    void look(Path project) {
        tasks.quietly(new BackgroundTask<>("Runs of the project", (progress, cancel) -> list(project), runs::setAll, e -> runs.clear()));
    }

    void clear() {
        runs.clear();
    }

    private static List<Path> list(Path project) throws IOException {
        Path folder = project.resolve(ProjectFolder.RUNS);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> Files.isRegularFile(path.resolve(Bundle.MANIFEST))).sorted().toList();
        }
    }
}
