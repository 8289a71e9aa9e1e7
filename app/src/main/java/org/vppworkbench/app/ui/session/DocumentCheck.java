package org.vppworkbench.app.ui.session;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskExecutor;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Resolution;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.ScenarioResolver;

/**
 * The latest document with every number in place, or what stands against it. A large one is checked in the background;
 * until it is, there is nothing to run, and what was known about an older document is gone.
 */
final class DocumentCheck {
    /** Homes times days up to which a document is checked at once: some hundredths of a second. */
    static final int AT_ONCE_HOME_DAYS = 300;

    private final TaskExecutor tasks;
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable ResolvedScenario> resolved =
            new ReadOnlyObjectWrapper<>(this, "resolved");
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper(this, "checking");
    private final ReadOnlyBooleanWrapper unchecked = new ReadOnlyBooleanWrapper(this, "unchecked");

    /** Number of the latest question; an answer to an older one is not taken. */
    private int latest;

    private @Nullable TaskStatus task;

    DocumentCheck(TaskExecutor tasks) {
        this.tasks = tasks;
    }

    ObservableList<Finding> findings() {
        return findings;
    }

    ReadOnlyObjectProperty<@Nullable ResolvedScenario> resolvedProperty() {
        return resolved.getReadOnlyProperty();
    }

    /** True while the latest document is being checked. */
    ReadOnlyBooleanProperty checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    /** True where the check of the latest document was stopped. */
    ReadOnlyBooleanProperty uncheckedProperty() {
        return unchecked.getReadOnlyProperty();
    }

    /**
     * Checks a document in place of the one before.
     *
     * @param data the sample of the document
     * @param then what follows once there is an answer about this document
     */
    void check(Document document, DataSet data, Runnable then) {
        latest++;
        int question = latest;
        TaskStatus before = task;
        if (before != null) {
            before.cancel();
        }
        unchecked.set(false);
        long homeDays = (long) document.fleet().homes().size() * document.scenario().days();
        if (homeDays <= AT_ONCE_HOME_DAYS) {
            task = null;
            take(ScenarioResolver.resolve(document.scenario(), document.fleet(), data), then);
            return;
        }
        checking.set(true);
        findings.clear();
        resolved.set(null);
        TaskStatus status = tasks.submit(new BackgroundTask<>(
                String.format(Locale.ROOT, "Check scenario, %,d homes", document.fleet().homes().size()),
                (progress, cancel) -> ScenarioResolver.resolve(document.scenario(), document.fleet(), data, progress, cancel),
                resolution -> {
                    if (question == latest) {
                        take(resolution, then);
                    }
                },
                e -> {
                    if (question == latest) {
                        giveUp("the scenario was not checked: " + Workbench.reason(e));
                    }
                }));
        task = status;
        status.stateProperty().addListener((o, was, is) -> {
            if (is == TaskStatus.State.CANCELLED && question == latest) {
                giveUp("the check of the scenario was stopped");
            }
        });
    }

    /** Shows what was found about something else, such as a file that was not opened. */
    void report(List<Finding> found) {
        findings.setAll(found);
    }

    private void take(Resolution resolution, Runnable then) {
        checking.set(false);
        unchecked.set(false);
        findings.setAll(resolution.findings().stream()
                .sorted((a, b) -> b.severity().compareTo(a.severity()))
                .toList());
        resolved.set(resolution.resolved());
        then.run();
    }

    private void giveUp(String why) {
        checking.set(false);
        unchecked.set(true);
        resolved.set(null);
        findings.setAll(Finding.error("scenario", null, why, "press Run to check and run it, or change it"));
    }
}
