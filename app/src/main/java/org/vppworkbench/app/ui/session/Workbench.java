package org.vppworkbench.app.ui.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
import org.vppworkbench.app.task.Work;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Branch;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.Resolution;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;

/** The one model behind all panes: the document, its findings, the run and its outcome. */
public final class Workbench {
    private record OpenedFleet(Fleet fleet, String sha256) {}

    private final Map<String, OpenedFleet> opened = new HashMap<>();
    private final Laboratory laboratory;
    private final TaskExecutor tasks;
    private final OpenSamples samples;
    private final RunShelf shelf = new RunShelf();
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

    /** The sample chosen last; one that is loaded later than another chosen after it is not taken. */
    private String wantedSample;

    /** Opens the default sample. */
    public Workbench(Laboratory laboratory, TaskExecutor tasks) {
        this.laboratory = laboratory;
        this.tasks = tasks;
        this.samples = new OpenSamples(laboratory);
        String sample = laboratory.samples().getFirst();
        this.wantedSample = sample;
        OpenSamples.Sample opened = samples.add(samples.read(sample));
        Fleet fleet = opened.fleet();
        Scenario scenario =
                new Scenario(
                        sample,
                        OpenSamples.firstDay(opened.data()),
                        1,
                        fleet.id(),
                        opened.requirement(),
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

    /** The sample of the document. */
    public DataSet data() {
        return samples.data(document().scenario().sample());
    }

    /** The finished runs of the session. */
    public RunShelf shelf() {
        return shelf;
    }

    /** Loads a sample and makes it that of the document; with a bad one nothing changes. */
    public void chooseSample(String id) {
        wantedSample = id;
        if (id.equals(document().scenario().sample())) {
            return;
        }
        tasks.submit(new BackgroundTask<>(
                "Load sample " + id,
                (progress, cancel) -> samples.read(id),
                sample -> {
                    if (id.equals(wantedSample)) {
                        history.edit("sample " + id, samples.switched(document(), samples.add(sample)));
                    }
                },
                e -> tell(Finding.Severity.ERROR, "Sample not opened", reason(e))));
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
        String title = "Run " + scenario.scenario().mechanism() + ", " + scenario.scenario().firstDay()
                + ", " + days(scenario.scenario().days());
        LiveRun live = LiveRun.of(shelf.nextNumber(), scenario);
        launch(live, title, "The run failed",
                (progress, cancel) -> laboratory.run(scenario, live.log(), progress, cancel), done -> {});
    }

    /** What stands against a branch of the shown run; empty where it can be made. */
    public List<Finding> objections(Branch branch) {
        ExperimentResult base = outcome.get();
        if (base == null) {
            return List.of(Finding.error("branch", null, "the run is not complete", "a complete run: press Run and wait"));
        }
        return laboratory.branched(base, branch).findings().stream().filter(Finding::isError).toList();
    }

    /** Starts a branch of the shown run; where it cannot be made, the user is told why and nothing changes. */
    public void startBranch(Branch branch) {
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
    public Optional<KeptRun> runBefore() {
        LiveRun live = run.get();
        return live == null ? Optional.empty() : shelf.of(live.base());
    }

    /** Shows a finished run again. */
    public void show(KeptRun kept) {
        if (kept.live().same(run.get())) {
            return;
        }
        stop(runTask.get());
        stop(optimumTask.get());
        outcome.set(null);
        run.set(kept.live());
        outcome.set(kept.outcome());
    }

    private TaskStatus launch(
            LiveRun live, String title, String failure, Work<ExperimentResult> work, Consumer<ExperimentResult> then) {
        stop(runTask.get());
        stop(optimumTask.get());
        outcome.set(null);
        run.set(live);
        TaskStatus task = tasks.submit(new BackgroundTask<>(
                title,
                work,
                done -> {
                    if (live.same(run.get())) {
                        shelf.keep(live, done);
                        outcome.set(done);
                        then.accept(done);
                    }
                },
                e -> tell(Finding.Severity.ERROR, failure, reason(e))));
        follow(task, runTask, running);
        return task;
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
                                    if (judgedRun != null && judgedRun.same(run.get())) {
                                        shelf.keep(judgedRun, done);
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
        Resolution resolution = ScenarioResolver.resolve(
                document.scenario(), document.fleet(), samples.data(document.scenario().sample()));
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
        Scenario edited = document().scenario();
        // the branches belong to the run; nobody edits them
        stale.set(live != null
                && !(live.scenario().scenario().withBranches(edited.branches()).equals(edited)
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
