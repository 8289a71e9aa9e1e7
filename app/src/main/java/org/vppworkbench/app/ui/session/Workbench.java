package org.vppworkbench.app.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.AgentPrograms;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.RunParties;
import org.vppworkbench.app.io.PriceKinds;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskExecutor;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.Branch;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.HumanSeat;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.Scenario;

/** The one model behind all panes: the document, its findings, the run and its outcome. */
public final class Workbench {
    private final Laboratory laboratory;
    private final TaskExecutor tasks;
    private final OpenSamples samples;
    private final DocumentHistory history;
    private final DocumentCheck check;
    private final FleetFiles fleets;
    private final RunDesk desk;
    private final WorkbenchFiles files;
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper(this, "stale");
    private final ObjectProperty<@Nullable Notice> notice = new SimpleObjectProperty<>(this, "notice");

    private PartySource partySource = PartySource.RULES;

    /** The sample chosen last; one that is loaded later than another chosen after it is not taken. */
    private String wantedSample;

    /** Opens the default sample. */
    public Workbench(Laboratory laboratory, TaskExecutor tasks) {
        this.laboratory = laboratory;
        this.tasks = tasks;
        this.samples = new OpenSamples(laboratory);
        this.check = new DocumentCheck(tasks);
        this.fleets = new FleetFiles(laboratory, tasks, notice::set);
        this.desk = new RunDesk(laboratory, tasks, notice::set);
        String sample = laboratory.samples().getFirst();
        this.wantedSample = sample;
        OpenSamples.Sample opened = samples.add(samples.read(sample));
        this.history = new DocumentHistory(samples.opening(opened, laboratory.mechanisms().getFirst().id()));
        this.files = new WorkbenchFiles(this, samples, check, desk);
        history.documentProperty().addListener((o, was, is) -> {
            compare();
            check(() -> {});
        });
        desk.runProperty().addListener((o, was, is) -> compare());
        check(() -> {});
    }

    public Laboratory laboratory() {
        return laboratory;
    }

    public TaskExecutor tasks() {
        return tasks;
    }

    /** The sample of the document. */
    public DataSet data() {
        return samples.data(document());
    }

    /** What must stand beside numbers of the sample where its prices are invented, such as {@code SYNTHETIC prices}; else empty. */
    public String priceWarning() {
        return PriceKinds.warning(data().provenance());
    }

    /** The finished runs of the session. */
    public RunShelf shelf() {
        return desk.shelf();
    }

    /** What the user brings: data, prices, bundles. */
    public WorkbenchFiles files() {
        return files;
    }

    /** Loads a sample and makes it that of the document; with a bad one nothing changes. */
    public void chooseSample(String id) {
        wantedSample = id;
        if (id.equals(document().scenario().sample()) && document().own() == null) {
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
        return check.findings();
    }

    /** The document with every number in place, or {@code null} while a finding is an error or it is being checked. */
    public ReadOnlyObjectProperty<@Nullable ResolvedScenario> resolvedProperty() {
        return check.resolvedProperty();
    }

    /** True while the document is being checked in the background; nothing is known about it yet. */
    public ReadOnlyBooleanProperty checkingProperty() {
        return check.checkingProperty();
    }

    /** True where that was stopped; {@link #startRun} takes it up again. */
    public ReadOnlyBooleanProperty uncheckedProperty() {
        return check.uncheckedProperty();
    }

    public ReadOnlyObjectProperty<@Nullable LiveRun> runProperty() {
        return desk.runProperty();
    }

    /** The outcome of the shown run, or {@code null} until it is complete. */
    public ReadOnlyObjectProperty<@Nullable ExperimentResult> outcomeProperty() {
        return desk.outcomeProperty();
    }

    /** The latest message to the user. */
    public ObjectProperty<@Nullable Notice> noticeProperty() {
        return notice;
    }

    /** True while a run is being computed. */
    public ReadOnlyBooleanProperty runningProperty() {
        return desk.runningProperty();
    }

    /** True while optima are being solved. */
    public ReadOnlyBooleanProperty solvingProperty() {
        return desk.optima().solvingProperty();
    }

    /** Whether small runs get their optima without being asked. */
    public BooleanProperty optimaByItselfProperty() {
        return desk.optima().byItselfProperty();
    }

    /** The best of the day on screen alone, where the shown run has several days; {@code null} until it is known. */
    public ReadOnlyObjectProperty<@Nullable DayOptimum> dayOptimumProperty() {
        return desk.optima().dayProperty();
    }

    /** Why the shown run has no optimum, by home and constraint; empty while nothing stands against it. */
    public ObservableList<Finding> obstacles() {
        return desk.optima().obstacles();
    }

    /** Says which local day of the shown run is on screen, from 0: its optimum is solved first. */
    public void showDay(int dayOfRun) {
        desk.optima().show(dayOfRun);
    }

    /** True while scenario or fleet differ from those of the shown run; never for one opened from its bundle. */
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** Starts a run of the document, in place of the one that is running; checks it first where that was stopped. */
    public void startRun() {
        ResolvedScenario scenario = check.resolvedProperty().get();
        if (scenario != null) {
            start(scenario, parties -> parties);
        } else if (check.uncheckedProperty().get()) {
            check(() -> {
                if (check.resolvedProperty().get() != null) {
                    startRun();
                }
            });
        } else if (check.checkingProperty().get()) {
            tell(Finding.Severity.INFO, "Not run yet", "The scenario is still being checked; run it when that is done.");
        } else {
            tell(Finding.Severity.ERROR, "Not run", "The scenario has errors: see the findings of the Scenario pane.");
        }
    }

    /**
     * Starts a run of the document with a person in a place.
     *
     * @param person seats the person beside the programs of the run
     * @return the run, or {@code null} where it was not started, and the user was told why
     */
    public @Nullable TaskStatus startSeated(HumanSeat place, UnaryOperator<AgentPrograms> person) {
        ResolvedScenario scenario = check.resolvedProperty().get();
        List<Finding> against = scenario == null
                ? List.of(Finding.error("scenario", null, "not checked, or it has errors", "a scenario that is ready to run"))
                : PartySource.objections(PartySource.seated(scenario, place));
        if (scenario == null || !against.isEmpty()) {
            tell(Finding.Severity.ERROR, "No seat taken", against.getFirst().oneLine());
            return null;
        }
        return start(PartySource.seated(scenario, place), parties -> parties.with(person.apply(parties.programs())));
    }

    private @Nullable TaskStatus start(ResolvedScenario scenario, UnaryOperator<RunParties> change) {
        RunParties parties = partySource.of(scenario);
        return parties == null ? null : desk.start(scenario, change.apply(parties));
    }

    /** Says where models and programs of runs come from; without it runs that need them are refused. */
    public void setPartySource(PartySource source) {
        partySource = source;
    }

    /** How runs of a scenario are labelled before they are complete. */
    public String labelOf(Scenario scenario) {
        return RunLabel.of(scenario, labelOf(scenario.mechanism()));
    }

    /** Who decides in a run, and how that is labelled. */
    public String labelOf(LiveRun live) {
        ExperimentResult done = desk.outcomeProperty().get();
        if (live.opened() != null) {
            return live.label(this::labelOf);
        }
        return live.same(desk.runProperty().get()) && done != null
                ? done.record().label()
                : labelOf(live.scenario().scenario());
    }

    /** What stands against a branch of the shown run; empty where it can be made. */
    public List<Finding> objections(Branch branch) {
        return desk.objections(branch);
    }

    /** Starts a branch of the shown run; where it cannot be made, the user is told why and nothing changes. */
    public void startBranch(Branch branch) {
        desk.startBranch(branch);
    }

    /** The run that the one shown branches from, where it is not forgotten. */
    public Optional<KeptRun> runBefore() {
        return desk.runBefore();
    }

    /** Shows a finished run again. */
    public void show(KeptRun kept) {
        desk.show(kept);
    }

    /** Stops the run that is being computed. */
    public void cancelRun() {
        desk.cancel();
    }

    /** Solves the optima of the shown run. */
    public void solveOptimum() {
        desk.optima().solve();
    }

    /** Stops the optimum that is being solved. */
    public void cancelOptimum() {
        desk.optima().stop();
    }

    /**
     * Reads a file and makes its fleet that of the document; with a bad file nothing changes but the findings.
     *
     * @param refused what follows where the file is bad
     */
    public void importFleet(Path file, Runnable refused) {
        importFleet(file, () -> {}, refused);
    }

    /**
     * The same.
     *
     * @param then what follows once it is that of the document
     */
    public void importFleet(Path file, Runnable then, Runnable refused) {
        fleets.open(file, fleet -> {
                    history.edit(
                            "open fleet " + file.getFileName(),
                            document().with(ScenarioEdits.fleetReference(document().scenario(), String.valueOf(file.getFileName())), fleet));
                    then.run();
                },
                reading -> {
                    check.report(reading.findings());
                    tell(Finding.Severity.ERROR, "Fleet not opened", reading.findings().size() + " findings in "
                            + file.getFileName() + ": see the Scenario pane. The fleet is unchanged.");
                    refused.run();
                });
    }

    /** Writes the fleet of the document to a file. */
    public void saveFleet(Path file) {
        fleets.save(document().fleet(), file);
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
        Map<String, String> hashes = new TreeMap<>(samples.behind(result));
        hashes.putAll(fleets.behind(result));
        return hashes;
    }

    /** What is lost when the window closes now, in words: tasks that run, and a fleet edited by hand that is in no file. */
    public List<String> lostOnClosing() {
        List<String> losses = new ArrayList<>(runningTasks());
        Fleet fleet = document().fleet();
        boolean drawn = document().scenario().generatedFleet() != null;
        if (!drawn && !samples.isShipped(fleet) && !fleets.isOnDisk(fleet)) {
            losses.add("Fleet " + fleet.id() + ": not saved to a file");
        }
        return losses;
    }

    /** What is under way and was asked for, in words. */
    public List<String> runningTasks() {
        return tasks.tasks().stream()
                .filter(task -> task.isRunning() && !desk.optima().isUnasked(task))
                .map(task -> task.title() + ": still running")
                .toList();
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

    private void check(Runnable then) {
        check.check(document(), data(), then);
    }

    private void compare() {
        LiveRun live = desk.runProperty().get();
        Scenario edited = document().scenario();
        // so do the persons, who sat down for it alone
        var agents = edited.agents().withHumans(live == null ? List.of() : live.scenario().scenario().agents().seats());
        // the branches belong to the run; nobody edits them
        stale.set(live != null && live.opened() == null
                && !(live.scenario().scenario().withBranches(edited.branches()).equals(edited.withAgents(agents))
                        && live.scenario().fleet().equals(document().fleet())));
    }
}
