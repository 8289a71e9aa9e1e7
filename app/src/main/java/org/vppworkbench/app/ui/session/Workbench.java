package org.vppworkbench.app.ui.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskExecutor;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.Resolution;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;

/** The one model behind all panes: the document, its findings, the run and its outcome. */
public final class Workbench {
    private static final LocalDate FIRST_SHOWN = LocalDate.of(2023, 8, 16);

    private record OpenedFleet(Fleet fleet, String sha256) {}

    private final Map<String, OpenedFleet> opened = new HashMap<>();
    private final Laboratory laboratory;
    private final TaskExecutor tasks;
    private final DataSet data;
    private final DocumentHistory history;
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable ResolvedScenario> resolved =
            new ReadOnlyObjectWrapper<>(this, "resolved");
    private final ReadOnlyObjectWrapper<@Nullable LiveRun> run = new ReadOnlyObjectWrapper<>(this, "run");
    private final ReadOnlyObjectWrapper<@Nullable ExperimentResult> outcome =
            new ReadOnlyObjectWrapper<>(this, "outcome");
    private final ReadOnlyObjectWrapper<@Nullable TaskStatus> runTask = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable TaskStatus> optimumTask = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
    private final ReadOnlyBooleanWrapper solving = new ReadOnlyBooleanWrapper(this, "solving");
    private final ObjectProperty<@Nullable Notice> notice = new SimpleObjectProperty<>(this, "notice");

    /** Opens the default sample. */
    public Workbench(Laboratory laboratory, TaskExecutor tasks) {
        this.laboratory = laboratory;
        this.tasks = tasks;
        String sample = laboratory.samples().getFirst();
        this.data = laboratory.data(sample).orThrow();
        Fleet fleet = laboratory.defaultFleet(sample).orThrow();
        LocalDate first =
                FIRST_SHOWN.isBefore(data.horizon().firstDay()) ? data.horizon().firstDay() : FIRST_SHOWN;
        Scenario scenario =
                new Scenario(
                        sample,
                        first,
                        1,
                        fleet.id(),
                        Requirement.LOS_ANGELES_20,
                        0.25,
                        laboratory.mechanisms().getFirst().id(),
                        AgentSettings.DEFAULT,
                        SatisfactionSettings.DEFAULT,
                        1,
                        1);
        this.history = new DocumentHistory(new Document(scenario, fleet));
        history.documentProperty().addListener((o, was, is) -> resolve(is));
        run.addListener((o, was, is) -> compare());
        resolve(history.document());
    }

    public Laboratory laboratory() {
        return laboratory;
    }

    public TaskExecutor tasks() {
        return tasks;
    }

    public DataSet data() {
        return data;
    }

    public DocumentHistory history() {
        return history;
    }

    public Document document() {
        return history.document();
    }

    /** What is wrong or worth knowing about the document. */
    public ObservableList<Finding> findings() {
        return findings;
    }

    /** The document with every number in place, or {@code null} while a finding is an error. */
    public ReadOnlyObjectProperty<@Nullable ResolvedScenario> resolvedProperty() {
        return resolved.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable LiveRun> runProperty() {
        return run.getReadOnlyProperty();
    }

    /** The outcome of the shown run, or {@code null} until it is complete. */
    public ReadOnlyObjectProperty<@Nullable ExperimentResult> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** The latest message to the user. */
    public ObjectProperty<@Nullable Notice> noticeProperty() {
        return notice;
    }

    /** True while a run is being computed. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** True while optima are being solved. */
    public ReadOnlyBooleanProperty solvingProperty() {
        return solving.getReadOnlyProperty();
    }

    /** True while scenario or fleet differ from those of the shown run. */
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** Starts a run of the document, in place of the one that is running. */
    public void startRun() {
        ResolvedScenario scenario = resolved.get();
        if (scenario == null) {
            tell(Finding.Severity.ERROR, "Not run", "The scenario has errors: see the findings of the Scenario pane.");
            return;
        }
        stop(runTask.get());
        stop(optimumTask.get());
        LiveRun live = LiveRun.of(scenario);
        outcome.set(null);
        run.set(live);
        String title = "Run " + scenario.scenario().mechanism() + ", " + scenario.scenario().firstDay()
                + ", " + days(scenario.scenario().days());
        TaskStatus task =
                tasks.submit(
                        new BackgroundTask<>(
                                title,
                                (progress, cancel) -> laboratory.run(scenario, live.log(), progress, cancel),
                                done -> {
                                    if (live.equals(run.get())) {
                                        outcome.set(done);
                                    }
                                },
                                e -> tell(Finding.Severity.ERROR, "The run failed", reason(e))));
        follow(task, runTask, running);
    }

    /** Stops the run that is being computed. */
    public void cancelRun() {
        stop(runTask.get());
    }

    /** Solves the optima of the shown run. */
    public void solveOptimum() {
        ExperimentResult judged = outcome.get();
        if (judged == null) {
            return;
        }
        stop(optimumTask.get());
        LiveRun judgedRun = run.get();
        TaskStatus task =
                tasks.submit(
                        new BackgroundTask<>(
                                "Certified optimum, " + days(judged.scenario().inputs().horizon().days()),
                                (progress, cancel) -> laboratory.withOptimum(judged, progress, cancel),
                                done -> {
                                    if (Objects.equals(judgedRun, run.get())) {
                                        outcome.set(done);
                                    }
                                },
                                e -> tell(Finding.Severity.ERROR, "The optimum was not solved", reason(e))));
        follow(task, optimumTask, solving);
    }

    /** Stops the optimum that is being solved. */
    public void cancelOptimum() {
        stop(optimumTask.get());
    }

    /** Replaces the fleet by a file; with a bad file nothing changes but the findings. */
    public void importFleet(Path file) {
        Reading<Fleet> reading = laboratory.readFleet(file);
        Fleet fleet = reading.value();
        if (fleet == null) {
            findings.setAll(reading.findings());
            tell(Finding.Severity.ERROR, "Fleet not opened",
                    reading.findings().size() + " findings in " + file.getFileName() + ": see the Scenario pane. The fleet is unchanged.");
            return;
        }
        Scenario old = document().scenario();
        String name = String.valueOf(file.getFileName());
        remember(name, file, fleet);
        Scenario scenario = ScenarioEdits.fleetReference(old, name);
        history.edit("open fleet " + file.getFileName(), new Document(scenario, fleet));
    }

    /** Honest label of a mechanism, such as {@code RULE}. */
    public String labelOf(String mechanism) {
        return laboratory.mechanisms().stream()
                .filter(m -> m.id().equals(mechanism))
                .map(MechanismChoice::label)
                .findFirst()
                .orElse(mechanism);
    }

    /** SHA-256 by name of the files behind a result, as far as they were opened here and are unchanged since. */
    public Map<String, String> inputFiles(ExperimentResult result) {
        String name = result.scenario().scenario().fleetReference();
        OpenedFleet known = opened.get(name);
        return known != null && known.fleet().equals(result.scenario().fleet())
                ? Map.of(name, known.sha256())
                : Map.of();
    }

    private void remember(String name, Path file, Fleet fleet) {
        try {
            opened.put(name, new OpenedFleet(fleet, laboratory.sha256(file)));
        } catch (IOException e) {
            opened.remove(name);
            tell(Finding.Severity.WARNING, "No hash of the fleet file", reason(e));
        }
    }

    /** Tells the user something. */
    public void tell(Finding.Severity severity, String title, String text) {
        notice.set(new Notice(severity, title, text));
    }

    /** The reason of a failure in words. */
    public static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** {@code 1 day}, {@code 7 days}. */
    public static String days(int count) {
        return count == 1 ? "1 day" : count + " days";
    }

    private void resolve(Document document) {
        Resolution resolution = ScenarioResolver.resolve(document.scenario(), document.fleet(), data);
        List<Finding> worstFirst =
                resolution.findings().stream()
                        .sorted((a, b) -> b.severity().compareTo(a.severity()))
                        .toList();
        findings.setAll(worstFirst);
        resolved.set(resolution.resolved());
        compare();
    }

    private void compare() {
        LiveRun live = run.get();
        stale.set(live != null
                && !(live.scenario().scenario().equals(document().scenario())
                        && live.scenario().fleet().equals(document().fleet())));
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
