package org.vppworkbench.app.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.DataFolder;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskExecutor;
import org.vppworkbench.model.scenario.Finding;

/** Opens folders of the user's own series as data of the document. */
final class OwnData {
    private final TaskExecutor tasks;
    private final OpenSamples samples;
    private final DocumentHistory history;
    private final Consumer<List<Finding>> report;
    private final Consumer<Notice> tell;

    /** The folder chosen last; one that is read later than another chosen after it is not taken. */
    private @Nullable Path wanted;

    /**
     * @param report takes the findings about a folder that was not opened
     * @param tell takes what the user is told
     */
    OwnData(TaskExecutor tasks, OpenSamples samples, DocumentHistory history, Consumer<List<Finding>> report, Consumer<Notice> tell) {
        this.tasks = tasks;
        this.samples = samples;
        this.history = history;
        this.report = report;
        this.tell = tell;
    }

    /** Reads a folder and makes it the data of the document, as one edit; with a bad one nothing changes but the findings. */
    void open(Path folder) {
        wanted = folder;
        tasks.submit(new BackgroundTask<>(
                "Open data " + folder.getFileName(),
                (progress, cancel) -> RefusedException.unlessUsable(DataFolder.open(folder)),
                opened -> {
                    if (folder.equals(wanted)) {
                        take(opened);
                    }
                },
                e -> {
                    if (e instanceof RefusedException refused) {
                        report.accept(refused.findings());
                    }
                    tell.accept(new Notice(Finding.Severity.ERROR, "Data not opened", Workbench.reason(e)));
                }));
    }

    private void take(DataFolder opened) {
        OpenSamples.Sample sample = samples.add(opened, history.document());
        history.edit("data " + opened.reference(), samples.switched(history.document(), sample));
        tell.accept(new Notice(Finding.Severity.INFO, "Data opened",
                opened.reference() + ", " + Workbench.days(opened.data().horizon().days()) + "; it is chosen in the Scenario pane."));
    }
}
