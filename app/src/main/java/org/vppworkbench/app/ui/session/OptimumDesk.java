package org.vppworkbench.app.ui.session;

import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskExecutor;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.task.Work;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.scenario.Finding;

/**
 * The optima beside the shown run, in the background: of a run of several days first the day on screen, then the whole run.
 * A day waits while the run is solved. Small runs are solved without being asked. What belongs to another run than the one
 * shown is never handed on.
 */
final class OptimumDesk {
    /** Homes times days up to which optima are solved without being asked: some tens of seconds. */
    static final int BY_ITSELF_HOME_DAYS = 300;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final Laboratory laboratory;
    private final TaskExecutor tasks;
    private final Consumer<Notice> tell;
    private final Consumer<ExperimentResult> judged;
    private final BooleanProperty byItself = new SimpleBooleanProperty(this, "byItself", true);
    private final ReadOnlyObjectWrapper<@Nullable DayOptimum> day = new ReadOnlyObjectWrapper<>(this, "day");
    private final ReadOnlyBooleanWrapper solving = new ReadOnlyBooleanWrapper(this, "solving");
    private final ObservableList<Finding> obstacles = FXCollections.observableArrayList();
    private final Set<TaskStatus> unasked = new HashSet<>();

    private @Nullable LiveRun live;
    private @Nullable ExperimentResult outcome;
    private @Nullable OptimumSet whole;
    private @Nullable TaskStatus dayTask;
    private @Nullable TaskStatus wholeTask;
    /** Local day of the run, or -1 while nobody has said. */
    private int dayOnScreen = -1;
    /** The day that is solved or being solved, or -1. */
    private int dayBegun = -1;
    private boolean wholeBegun;
    /** Whether the user wants optima of a run that is too large to be solved without being asked. */
    private boolean asked;
    /** Whether the user stopped an optimum of this run; then nothing is solved until somebody asks. */
    private boolean stopped;

    /**
     * @param judged takes the outcome of the shown run, judged by its optima
     */
    OptimumDesk(Laboratory laboratory, TaskExecutor tasks, Consumer<Notice> tell, Consumer<ExperimentResult> judged) {
        this.laboratory = laboratory;
        this.tasks = tasks;
        this.tell = tell;
        this.judged = judged;
    }

    BooleanProperty byItselfProperty() {
        return byItself;
    }

    ReadOnlyObjectProperty<@Nullable DayOptimum> dayProperty() {
        return day.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty solvingProperty() {
        return solving.getReadOnlyProperty();
    }

    /** Why the shown run has no optimum; empty while nothing stands against it. */
    ObservableList<Finding> obstacles() {
        return obstacles;
    }

    /** Whether nobody asked for a task: closing the window need not wait for it. */
    boolean isUnasked(TaskStatus task) {
        return unasked.contains(task);
    }

    /**
     * Another run is shown: what was solved or is being solved is not about it.
     *
     * @param known what came of it, or {@code null} while it is being computed
     */
    void begin(LiveRun shown, @Nullable ExperimentResult known) {
        cancelTasks();
        live = shown;
        outcome = known;
        whole = known == null ? null : known.optimum();
        wholeBegun = whole != null;
        dayOnScreen = -1;
        dayBegun = -1;
        asked = false;
        stopped = false;
        day.set(null);
        obstacles.clear();
        goOn();
    }

    /** The shown run is complete. */
    void complete(ExperimentResult result) {
        outcome = result;
        OptimumSet known = whole;
        if (result.optimum() != null) {
            whole = result.optimum();
            wholeBegun = true;
        } else if (known != null) {
            judge(result, known);
        }
        goOn();
    }

    /** Another day is on screen, or more of the run is known. */
    void show(int dayOfRun) {
        dayOnScreen = dayOfRun;
        goOn();
    }

    /** Solves the optima of the shown run because the user asks for it. */
    void solve() {
        if (outcome == null || solving.get()) {
            return;
        }
        asked = true;
        stopped = false;
        wholeBegun = isSettled(whole);
        DayOptimum alone = day.get();
        dayBegun = alone != null && isSettled(alone.optima()) ? dayBegun : -1;
        obstacles.clear();
        goOn();
    }

    /** Stops what is being solved; nothing of this run is begun again until somebody asks. */
    void stop() {
        stopped = true;
        cancelTasks();
    }

    private void cancelTasks() {
        cancel(dayTask);
        cancel(wholeTask);
        dayTask = null;
        wholeTask = null;
        follow();
    }

    /** Begins what is to be solved next: the day on screen as soon as its midnight is known, then the whole run. */
    private void goOn() {
        LiveRun shown = live;
        if (shown == null || stopped || !(asked || (byItself.get() && homeDays(shown) <= BY_ITSELF_HOME_DAYS))) {
            return;
        }
        boolean oneDay = shown.scenario().inputs().horizon().days() == 1;
        if (!oneDay && dayBegun != dayOnScreen) {
            DayOptimum.inputs(shown, dayOnScreen).ifPresent(inputs -> solveDay(shown, dayOnScreen, inputs));
        }
        boolean early = oneDay && !MechanismCatalogue.isCentral(shown.scenario().scenario().mechanism());
        if (!wholeBegun && !isRunning(dayTask) && (early || outcome != null)) {
            solveWhole(shown);
        }
    }

    /** A known day is there at once; another one waits while the whole run is solved, as both would only slow each other down. */
    private void solveDay(LiveRun shown, int dayOfRun, RunInputs inputs) {
        Optional<OptimumSet> known = laboratory.knownDayOptimum(inputs);
        if (known.isEmpty() && isRunning(wholeTask)) {
            dayBegun = -1;
            day.set(null);
            return;
        }
        cancel(dayTask);
        dayTask = null;
        dayBegun = dayOfRun;
        if (known.isPresent()) {
            day.set(new DayOptimum(shown, dayOfRun, inputs, known.get(), List.of()));
            follow();
            return;
        }
        day.set(null);
        TaskStatus task = submit(
                "Optimum of " + DAY.format(inputs.horizon().firstDay()) + " alone",
                (progress, cancel) -> laboratory.dayOptimum(inputs, progress, cancel),
                optima -> daySolved(new DayOptimum(shown, dayOfRun, inputs, optima, List.of())),
                findings -> daySolved(new DayOptimum(shown, dayOfRun, inputs, null, findings)));
        dayTask = task.isRunning() ? task : dayTask;
        follow();
    }

    private void daySolved(DayOptimum solved) {
        if (solved.live().same(live) && solved.day() == dayBegun) {
            dayTask = null;
            day.set(solved);
            follow();
            goOn();
        }
    }

    private void solveWhole(LiveRun shown) {
        wholeBegun = true;
        RunInputs inputs = shown.scenario().inputs();
        Optional<OptimumSet> known = laboratory.knownOptimum(inputs);
        if (known.isPresent()) {
            wholeSolved(shown, known.get());
            return;
        }
        TaskStatus task = submit(
                "Certified optimum, " + Workbench.days(inputs.horizon().days()),
                (progress, cancel) -> laboratory.optimum(inputs, progress, cancel),
                optima -> wholeSolved(shown, optima),
                findings -> wholeRefused(shown, findings));
        wholeTask = task.isRunning() ? task : wholeTask;
        follow();
    }

    private void wholeSolved(LiveRun shown, OptimumSet optima) {
        ExperimentResult result = outcome;
        if (!shown.same(live)) {
            return;
        }
        wholeTask = null;
        OptimumSet before = whole;
        OptimumSet best = before == null ? optima : optima.joinedTo(before);
        whole = best;
        if (result != null && !isSettled(result.optimum())) {
            judge(result, best);
        }
        follow();
        goOn();
    }

    private void wholeRefused(LiveRun shown, List<Finding> findings) {
        if (shown.same(live)) {
            wholeTask = null;
            obstacles.setAll(findings);
            String more = findings.size() > 1 ? " And " + (findings.size() - 1) + " more: see the Results pane." : "";
            tell.accept(new Notice(Finding.Severity.ERROR, "No optimum", findings.getFirst().sentence() + more));
            follow();
            goOn();
        }
    }

    /** The metrics of a long run take some tenths of a second. */
    private void judge(ExperimentResult result, OptimumSet optima) {
        LiveRun shown = live;
        tasks.submit(new BackgroundTask<>(
                "Compare the run with its optimum",
                (progress, cancel) -> laboratory.judged(result, optima),
                done -> {
                    ExperimentResult now = outcome;
                    if (shown != null && shown.same(live) && now != null && !isSettled(now.optimum())) {
                        outcome = done;
                        judged.accept(done);
                    }
                },
                e -> tell.accept(new Notice(Finding.Severity.ERROR, "The run was not compared", Workbench.reason(e)))));
    }

    private TaskStatus submit(
            String title, Work<OptimumSet> solve, Consumer<OptimumSet> then, Consumer<List<Finding>> refused) {
        AtomicReference<@Nullable TaskStatus> mine = new AtomicReference<>();
        TaskStatus task = tasks.submit(new BackgroundTask<>(
                title,
                solve,
                optima -> {
                    TaskStatus own = mine.get();
                    if (own == null || !own.cancelled()) {
                        then.accept(optima);
                    }
                },
                e -> refused.accept(findings(e))));
        mine.set(task);
        if (!asked) {
            unasked.add(task);
        }
        task.stateProperty().addListener((o, was, is) -> {
            if (is == TaskStatus.State.CANCELLED && (task == dayTask || task == wholeTask)) {
                stop();
            }
            follow();
        });
        return task;
    }

    private static List<Finding> findings(Throwable e) {
        return e instanceof RefusedException refused && !refused.findings().isEmpty()
                ? refused.findings()
                : List.of(Finding.error("optimum", null, Workbench.reason(e), null));
    }

    private void follow() {
        solving.set(isRunning(dayTask) || isRunning(wholeTask));
    }

    /** Whether nothing more can be learnt by solving again. */
    private static boolean isSettled(@Nullable OptimumSet optima) {
        return optima != null && optima.isSettled();
    }

    private static boolean isRunning(@Nullable TaskStatus task) {
        return task != null && task.isRunning();
    }

    private static void cancel(@Nullable TaskStatus task) {
        if (task != null) {
            task.cancel();
        }
    }

    private static long homeDays(LiveRun run) {
        RunInputs inputs = run.scenario().inputs();
        return (long) inputs.prosumers().size() * inputs.horizon().days();
    }
}
