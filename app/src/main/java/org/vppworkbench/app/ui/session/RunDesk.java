package org.vppworkbench.app.ui.session;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.RunParties;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskExecutor;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.task.Work;
import org.vppworkbench.model.scenario.Branch;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.ResolvedScenario;

/** The run that is shown, its branches and its optima; one run is computed at a time. */
final class RunDesk {
    private final Laboratory laboratory;
    private final TaskExecutor tasks;
    private final Consumer<Notice> tell;
    private final RunShelf shelf = new RunShelf();
    private final ReadOnlyObjectWrapper<@Nullable LiveRun> run = new ReadOnlyObjectWrapper<>(this, "run");
    private final ReadOnlyObjectWrapper<@Nullable ExperimentResult> outcome =
            new ReadOnlyObjectWrapper<>(this, "outcome");
    private final ReadOnlyObjectWrapper<@Nullable TaskStatus> runTask = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final OptimumDesk optima;

    RunDesk(Laboratory laboratory, TaskExecutor tasks, Consumer<Notice> tell) {
        this.laboratory = laboratory;
        this.tasks = tasks;
        this.tell = tell;
        this.optima = new OptimumDesk(laboratory, tasks, tell, this::take);
    }

    /** The optima beside the shown run. */
    OptimumDesk optima() {
        return optima;
    }

    RunShelf shelf() {
        return shelf;
    }

    ReadOnlyObjectProperty<@Nullable LiveRun> runProperty() {
        return run.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ExperimentResult> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** Starts a run in place of the one that is running. */
    TaskStatus start(ResolvedScenario scenario, RunParties parties) {
        String title = "Run " + scenario.scenario().mechanism() + ", " + scenario.scenario().firstDay()
                + ", " + Workbench.days(scenario.scenario().days());
        LiveRun live = LiveRun.of(shelf.nextNumber(), scenario);
        return launch(live, title, "The run failed",
                (progress, cancel) -> laboratory.run(scenario, parties, live.log(), progress, cancel), done -> {});
    }

    /** What stands against a branch of the shown run; empty where it can be made. */
    List<Finding> objections(Branch branch) {
        ExperimentResult base = outcome.get();
        if (base == null) {
            return List.of(Finding.error("branch", null, "the run is not complete", "a complete run: press Run and wait"));
        }
        return laboratory.branched(base, branch).findings().stream().filter(Finding::isError).toList();
    }

    /** Starts a branch of the shown run; where it cannot be made, the user is told why and nothing changes. */
    void startBranch(Branch branch) {
        ExperimentResult base = outcome.get();
        LiveRun baseRun = run.get();
        ResolvedScenario scenario = base == null ? null : laboratory.branched(base, branch).value();
        if (base == null || baseRun == null || scenario == null) {
            tell(Finding.Severity.ERROR, "Not branched",
                    objections(branch).stream().map(Finding::oneLine).collect(Collectors.joining("\n")));
            return;
        }
        LiveRun live = LiveRun.branch(shelf.nextNumber(), scenario, baseRun);
        TaskStatus task = launch(live, "Branch: " + branch.change().words(), "The branch failed",
                (progress, cancel) -> laboratory.runBranch(base, branch, live.log(), progress, cancel),
                done -> tell(Finding.Severity.INFO, "Branch complete", live.title() + String.format(
                        Locale.ROOT, ". Welfare %.2f $, before %.2f $.", done.welfareUsd(), base.welfareUsd())));
        Runnable goBack = () -> {
            TaskStatus.State state = task.stateProperty().get();
            boolean stopped = state == TaskStatus.State.CANCELLED || state == TaskStatus.State.FAILED;
            if (stopped && live.same(run.get())) {
                show(new KeptRun(baseRun, base));
            }
        };
        goBack.run();
        task.stateProperty().addListener((o, was, is) -> goBack.run());
    }

    /** The run that the one shown branches from, where it is not forgotten. */
    Optional<KeptRun> runBefore() {
        LiveRun live = run.get();
        return live == null ? Optional.empty() : shelf.of(live.base());
    }

    /** Shows a finished run again. */
    void show(KeptRun kept) {
        if (kept.live().same(run.get())) {
            return;
        }
        stop(runTask.get());
        outcome.set(null);
        optima.begin(kept.live(), kept.outcome());
        run.set(kept.live());
        outcome.set(kept.outcome());
    }

    /** Shows a run read back from its bundle. */
    LiveRun showOpened(OpenedBundle bundle, ExperimentResult result) {
        LiveRun live = LiveRun.opened(shelf.nextNumber(), result.scenario(), result.events(), bundle);
        shelf.keep(live, result);
        show(new KeptRun(live, result));
        return live;
    }

    /** A better judged outcome of the shown run. */
    private void take(ExperimentResult judged) {
        LiveRun shown = run.get();
        if (shown != null) {
            shelf.keep(shown, judged);
            outcome.set(judged);
        }
    }

    private TaskStatus launch(
            LiveRun live, String title, String failure, Work<ExperimentResult> work, Consumer<ExperimentResult> then) {
        stop(runTask.get());
        outcome.set(null);
        optima.begin(live, null);
        run.set(live);
        TaskStatus task = tasks.submit(new BackgroundTask<>(
                title,
                work,
                done -> {
                    if (live.same(run.get())) {
                        shelf.keep(live, done);
                        outcome.set(done);
                        optima.complete(done);
                        then.accept(done);
                    }
                },
                e -> tell(Finding.Severity.ERROR, failure, Workbench.reason(e))));
        follow(task, runTask, running);
        return task;
    }

    /** Stops the run that is being computed. */
    void cancel() {
        stop(runTask.get());
    }

    private void tell(Finding.Severity severity, String title, String text) {
        tell.accept(new Notice(severity, title, text));
    }

    /** Keeps {@code flag} true while {@code task} is the latest of its kind and runs. */
    private static void follow(
            TaskStatus task, ReadOnlyObjectWrapper<@Nullable TaskStatus> latest, ReadOnlyBooleanWrapper flag) {
        latest.set(task);
        flag.set(task.isRunning());
        task.stateProperty()
                .addListener(
                        (o, was, is) -> {
                            if (latest.get() == task) {
                                flag.set(task.isRunning());
                            }
                        });
    }

    private static void stop(@Nullable TaskStatus task) {
        if (task != null) {
            task.cancel();
        }
    }
}
