package org.vppworkbench.app.ui.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.ProjectFolder;
import org.vppworkbench.app.io.FolderCopy;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.ui.session.KeptRun;
import org.vppworkbench.app.ui.session.OpenedBundle;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.scenario.Finding;

/**
 * Keeps runs in the project, one bundle each. A run of rules is kept when the user says so: it comes out the same whenever it is run,
 * and most are only looked at. A run in which a language model, a person or a program of the user took part cannot be made again;
 * with a project open it is kept by itself.
 */
public final class RunKeeper {
    private static final int MOST_RUNS = 9999;

    private final Workbench workbench;
    private final ReadOnlyObjectProperty<@Nullable OpenProject> project;
    /** Runs kept, and whether their optimum was kept with them. */
    private final Map<EventLog, Boolean> kept = new HashMap<>();

    RunKeeper(Workbench workbench, ReadOnlyObjectProperty<@Nullable OpenProject> project) {
        this.workbench = workbench;
        this.project = project;
        workbench.outcomeProperty().addListener((o, was, is) -> {
            OpenProject open = project.get();
            if (is != null && open != null && !open.isReadOnly()) {
                keepUnrepeatable(() -> {});
            }
        });
    }

    /** Whether the run shown can be kept now. */
    public boolean canKeep() {
        OpenProject open = project.get();
        return open != null && !open.isReadOnly() && workbench.outcomeProperty().get() != null;
    }

    /** Keeps the run shown. */
    public void keepShown() {
        workbench.shelf().of(workbench.runProperty().get()).ifPresent(run -> {
            Boolean withOptimum = kept.get(run.live().log());
            if (withOptimum != null && withOptimum == (run.outcome().optimum() != null)) {
                workbench.tell(Finding.Severity.INFO, "Kept already", run.live().title());
            } else {
                keep(run, () -> {});
            }
        });
    }

    /** Finished runs of the session that nobody can make again and that are in no bundle. */
    List<KeptRun> unkept() {
        return workbench.shelf().runs().stream()
                .filter(run -> run.live().opened() == null && isUnrepeatable(run.outcome()) && !kept.containsKey(run.live().log()))
                .toList();
    }

    /** Keeps all that cannot be made again. */
    void keepUnrepeatable(Runnable then) {
        List<KeptRun> left = unkept();
        if (left.isEmpty() || project.get() == null) {
            then.run();
        } else {
            keep(left.getFirst(), () -> keepUnrepeatable(then));
        }
    }

    /** Whether rules and a seed would not make it again. */
    static boolean isUnrepeatable(ExperimentResult result) {
        String label = result.record().label();
        return result.language() != null || result.external() != null || label.startsWith("HUMAN") || label.startsWith("EXTERNAL");
    }

    private void keep(KeptRun run, Runnable then) {
        OpenProject open = project.get();
        if (open == null) {
            return;
        }
        ExperimentResult result = run.outcome();
        OpenedBundle bundle = run.live().opened();
        Map<String, String> inputFiles = workbench.inputFiles(result);
        kept.put(run.live().log(), result.optimum() != null);
        workbench.tasks().submit(new BackgroundTask<>(
                "Keep run " + run.live().number(),
                (progress, cancel) -> {
                    Path folder = free(open.folder().resolve(ProjectFolder.RUNS), result);
                    if (bundle != null) {
                        // as it was written, by whoever wrote it
                        FolderCopy.make(bundle.folder(), folder);
                    } else {
                        workbench.laboratory().writeBundle(result, inputFiles, folder, progress, cancel);
                    }
                    return folder;
                },
                folder -> {
                    workbench.tell(Finding.Severity.INFO, "Run kept", folder.toString());
                    then.run();
                },
                e -> {
                    kept.remove(run.live().log());
                    workbench.tell(Finding.Severity.ERROR, "Run not kept", Workbench.reason(e));
                }));
    }

    /** The next free name, such as {@code 003-rule-2023-08-16-1d}. */
    private static Path free(Path runs, ExperimentResult result) throws IOException {
        Files.createDirectories(runs);
        List<String> names;
        try (Stream<Path> all = Files.list(runs)) {
            names = all.map(path -> String.valueOf(path.getFileName())).toList();
        }
        var days = result.scenario().inputs().horizon();
        for (int i = 1; i <= MOST_RUNS; i++) {
            String number = String.format(Locale.ROOT, "%03d-", i);
            if (names.stream().noneMatch(name -> name.startsWith(number))) {
                return runs.resolve(number + result.record().mechanism() + "-" + days.firstDay() + "-" + days.days() + "d");
            }
        }
        throw new IOException(runs + " holds " + MOST_RUNS + " runs; remove some, or save the project into another folder");
    }
}
