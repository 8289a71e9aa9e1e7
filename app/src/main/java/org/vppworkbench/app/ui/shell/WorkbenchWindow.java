package org.vppworkbench.app.ui.shell;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.action.ActionControls;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.io.Preferences;
import org.vppworkbench.app.io.UserFolders;
import org.vppworkbench.app.task.Pulse;
import org.vppworkbench.app.ui.describe.DescribeDialog;
import org.vppworkbench.app.ui.describe.DescribeViewModel;
import org.vppworkbench.app.ui.fleet.FleetActions;
import org.vppworkbench.app.ui.fleet.FleetView;
import org.vppworkbench.app.ui.fleet.GenerateFleetDialog;
import org.vppworkbench.app.ui.fleet.GenerateFleetViewModel;
import org.vppworkbench.app.ui.fleet.FleetViewModel;
import org.vppworkbench.app.ui.fleet.HomeWeekViewModel;
import org.vppworkbench.app.ui.imports.ImportAction;
import org.vppworkbench.app.ui.log.LogView;
import org.vppworkbench.app.ui.log.LogViewModel;
import org.vppworkbench.app.ui.market.CompareViewModel;
import org.vppworkbench.app.ui.market.MarketView;
import org.vppworkbench.app.ui.market.MarketViewModel;
import org.vppworkbench.app.ui.negotiation.BranchViewModel;
import org.vppworkbench.app.ui.negotiation.FuturesViewModel;
import org.vppworkbench.app.ui.negotiation.NegotiationView;
import org.vppworkbench.app.ui.negotiation.NegotiationViewModel;
import org.vppworkbench.app.ui.negotiation.PresentationStage;
import org.vppworkbench.app.ui.negotiation.TheatreActions;
import org.vppworkbench.app.ui.negotiation.TransportViewModel;
import org.vppworkbench.app.ui.preferences.PreferencesViewModel;
import org.vppworkbench.app.ui.project.DropTarget;
import org.vppworkbench.app.ui.project.DroppedFiles;
import org.vppworkbench.app.ui.project.ProjectActions;
import org.vppworkbench.app.ui.project.ProjectDesk;
import org.vppworkbench.app.ui.project.ProjectDialogs;
import org.vppworkbench.app.ui.project.RecoveryDialog;
import org.vppworkbench.app.ui.project.WelcomeView;
import org.vppworkbench.app.ui.project.WelcomeViewModel;
import org.vppworkbench.app.ui.results.ComparisonViewModel;
import org.vppworkbench.app.ui.results.ExplanationsViewModel;
import org.vppworkbench.app.ui.results.ResultsView;
import org.vppworkbench.app.ui.results.FiguresViewModel;
import org.vppworkbench.app.ui.results.ResultsViewModel;
import org.vppworkbench.app.ui.scenario.ScenarioView;
import org.vppworkbench.app.ui.scenario.ScenarioViewModel;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.scenario.Finding;

/** Puts the window together. */
public final class WorkbenchWindow implements WindowCommands {
    /** The hour that shows most. */
    public static final LocalDateTime OPENS_AT = LocalDateTime.of(2023, 8, 16, 17, 0);

    private final Stage stage;
    private final Workbench workbench;
    private final FileDialogs dialogs;
    private final FiguresViewModel figures;
    private final Exports exports;
    private final RunFiles runFiles;
    private final ObjectProperty<Pane> shown = new SimpleObjectProperty<>(this, "shown", Pane.NEGOTIATION);
    private final TransportViewModel transport;
    private final NegotiationViewModel negotiation;
    private final BranchViewModel branches;
    private final FuturesViewModel futures;
    private final ResultsViewModel results;
    private final RunBadges badges;
    private final ExplanationsViewModel explanations;
    private final ComparisonViewModel comparison;
    private final FleetViewModel fleet;
    private final FleetActions homes;
    private final DescribeViewModel description;
    private final LogViewModel log;
    private final PartyDesk parties;
    private final WorkbenchActions actions;
    private final ProjectDesk projects;
    private final DroppedFiles dropped;
    private @Nullable DescribeDialog describing;
    private @Nullable PresentationStage presentation;
    private final Assistance assistance;
    private final PreferencesViewModel preferences;
    private final Runnable catching;

    /** A window of the user who runs the process, with preferences that are not kept and without the tour. */
    public WorkbenchWindow(Stage stage, Workbench workbench, Pulse pulse, FileDialogs dialogs) {
        this(stage, workbench, pulse, dialogs, UserFolders.ofTheProcess());
    }

    /**
     * The same.
     *
     * @param folders where settings and state of the user live
     */
    public WorkbenchWindow(Stage stage, Workbench workbench, Pulse pulse, FileDialogs dialogs, UserFolders folders) {
        this(stage, workbench, pulse, dialogs, folders, new PreferencesViewModel(Preferences.DEFAULT.withTourSeen(true), p -> {}));
    }

    /**
     * @param folders where settings and state of the user live
     * @param preferences those of the user
     */
    public WorkbenchWindow(
            Stage stage, Workbench workbench, Pulse pulse, FileDialogs dialogs, UserFolders folders, PreferencesViewModel preferences) {
        this.stage = stage;
        this.preferences = preferences;
        this.workbench = workbench;
        this.dialogs = dialogs;
        this.figures = new FiguresViewModel(workbench);
        this.exports = new Exports(workbench, dialogs, figures::shapley);
        this.runFiles = new RunFiles(workbench, dialogs, figures::shapley);
        this.transport = new TransportViewModel(workbench, pulse, OPENS_AT);
        transport.speedProperty().set(preferences.current().turnsPerSecond());
        workbench.optimaByItselfProperty().set(workbench.optimaByItselfProperty().get() && preferences.current().optimaByItself());
        this.negotiation = new NegotiationViewModel(transport);
        this.branches = new BranchViewModel(workbench, transport, negotiation);
        this.futures = new FuturesViewModel(workbench, transport, negotiation);
        this.results = new ResultsViewModel(workbench);
        this.badges = new RunBadges(workbench, transport, results);
        this.explanations = new ExplanationsViewModel(workbench);
        this.comparison = new ComparisonViewModel(workbench);
        this.fleet = new FleetViewModel(workbench);
        this.homes = new FleetActions(fleet, workbench, () -> stage);
        this.description = new DescribeViewModel(workbench, pulse);
        this.log = new LogViewModel(workbench, pulse);
        this.parties = new PartyDesk(stage, workbench, pulse, transport, dialogs, () -> shown.set(Pane.NEGOTIATION));
        ProjectDialogs questions = new ProjectDialogs(stage, dialogs);
        this.projects = new ProjectDesk(workbench, folders, pulse, Clock.system(ZoneId.systemDefault()), questions);
        this.dropped = new DroppedFiles(workbench, projects, questions, Pane.places(shown));
        this.actions = new WorkbenchActions(workbench, transport, shown, this);
        actions.include(TheatreActions.of(transport, negotiation, futures, this::present));
        this.assistance = new Assistance(stage, workbench, preferences, shown, actions, home -> showAdded(List.of(home)), this::showHour);
        log.attach();
        Announcer announcer = new Announcer(stage);
        workbench.noticeProperty().addListener((o, was, is) -> announcer.announce(is));
        this.catching = () -> assistance.catchErrors(pulse, announcer, this::copyReport);
    }

    /** Builds the scene and shows the window. */
    public void show() {
        Supplier<Parent> shell = () -> new ShellView(workbench, actions, shown, panes());
        Scene scene = new Scene(shell.get(), 1280, 800);
        scene.getStylesheets().add(Objects.requireNonNull(
                WorkbenchWindow.class.getResource("/org/vppworkbench/app/ui/workbench.css")).toExternalForm());
        workbench.history().documentProperty().addListener((o, was, is) -> nameStage());
        projects.dirtyProperty().addListener((o, was, is) -> nameStage());
        projects.projectProperty().addListener((o, was, is) -> nameStage());
        DropTarget.install(scene, dropped::open);
        nameStage();
        stage.setScene(scene);
        assistance.attach(scene, shell);
        StagePlace place = new StagePlace(stage, preferences);
        place.restore();
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        stage.show();
        place.watch();
        assistance.greet();
    }

    private void present() {
        PresentationStage shownNow = presentation == null
                ? new PresentationStage(transport, negotiation, stage.getScene().getStylesheets(), stage)
                : presentation;
        presentation = shownNow;
        shownNow.show();
    }

    private void showHour(int hour) {
        shown.set(Pane.NEGOTIATION);
        transport.jumpToHour(hour);
    }

    /** Tells the user of errors that nobody caught, on any thread, until the program ends. */
    public void catchErrors() {
        catching.run();
    }

    public ObjectProperty<Pane> shownProperty() {
        return shown;
    }

    public TransportViewModel transport() {
        return transport;
    }

    public NegotiationViewModel negotiation() {
        return negotiation;
    }

    public BranchViewModel branches() {
        return branches;
    }

    public FuturesViewModel futures() {
        return futures;
    }

    public ResultsViewModel results() {
        return results;
    }

    public ExplanationsViewModel explanations() {
        return explanations;
    }

    public WorkbenchActions actions() {
        return actions;
    }

    @Override
    public void openFleet() {
        dialogs.open("Open fleet", "Fleet file", "*.json", "*.csv").ifPresent(file -> fleet.open(file, () -> shown.set(Pane.SCENARIO)));
    }

    @Override
    public void saveFleet() {
        dialogs.save("Save fleet", workbench.document().fleet().id() + ".json", "Fleet file, JSON or CSV by its ending", "*.json;*.csv").ifPresent(fleet::save);
    }

    @Override
    public void generateFleet() {
        new GenerateFleetDialog(new GenerateFleetViewModel(workbench)).show(stage);
    }

    @Override
    public void describeHomes() {
        DescribeDialog dialog = describing == null ? new DescribeDialog(description, this::showAdded) : describing;
        describing = dialog;
        dialog.show(stage);
    }

    private void showAdded(List<Home> added) {
        shown.set(Pane.FLEET);
        fleet.selectedProperty().set(added.getFirst());
    }

    @Override
    public List<AppAction> further() {
        return Stream.concat(homes.all().stream(), ImportAction.all(workbench, dialogs, () -> stage).stream()).toList();
    }

    @Override
    public void saveBundle() {
        exports.saveBundle();
    }

    @Override
    public void exportFigure() {
        exports.exportFigure(stage);
    }

    @Override
    public void writeReport() {
        runFiles.writeReport();
    }

    @Override
    public void verifyRun() {
        runFiles.verify(stage);
    }

    @Override
    public void switchTheme() {
        assistance.switchTheme();
    }

    @Override
    public void copyReport() {
        ClipboardContent content = new ClipboardContent();
        content.putString(log.diagnosticReport());
        Clipboard.getSystemClipboard().setContent(content);
        workbench.tell(Finding.Severity.INFO, "Copied", "The diagnostic report is on the clipboard.");
    }

    @Override
    public void showShortcuts() {
        assistance.showShortcuts();
    }

    @Override
    public List<AppAction> moreActions() {
        return parties.actions();
    }

    @Override
    public void quit() {
        projects.quit(stage::close);
    }

    @Override
    public List<AppAction> projectActions() {
        return ProjectActions.of(workbench, projects, () -> dialogs.folder("Open run bundle").ifPresent(dropped::openRun));
    }

    /** The project of the window. */
    public ProjectDesk projects() {
        return projects;
    }

    /** What is dropped on the window. */
    public DroppedFiles dropped() {
        return dropped;
    }

    /** Offers work that a killed window left unsaved. */
    public void offerUnsaved() {
        projects.net().look();
        new RecoveryDialog(projects, () -> shown.set(Pane.SCENARIO)).show(stage);
    }

    private Map<Pane, Supplier<Node>> panes() {
        Map<Pane, Supplier<Node>> panes = new EnumMap<>(Pane.class);
        panes.put(Pane.WELCOME, () -> new WelcomeView(
                new WelcomeViewModel(workbench, projects, path -> dropped.open(List.of(path)), () -> shown.set(Pane.NEGOTIATION)),
                List.of(text("new-project"), text("open-project"), text("open-run"), text("describe-homes"), text("help"), text("tour"))));
        panes.put(Pane.SCENARIO, () -> new ScenarioView(new ScenarioViewModel(workbench), button("undo"), button("redo"), text("agents"), accent("run")));
        panes.put(Pane.FLEET, () -> new FleetView(fleet, new HomeWeekViewModel(workbench, fleet), homes.all(), exports::exportFigure, button("undo"), button("redo"), text("describe-homes"), text("generate-fleet"), button("open-fleet"), button("save-fleet")));
        panes.put(Pane.MARKET, () -> new MarketView(new MarketViewModel(workbench), new CompareViewModel(workbench), exports::exportFigure, text("import-data")));
        panes.put(Pane.NEGOTIATION, () -> parties.seated(new NegotiationView(
                transport, negotiation, branches, futures, actions.byId("run-before"), actions.of(AppAction.Group.STEP), exports::exportFigure, badges.stale(), badges.best(), badges.source(), accent("run"), button("cancel-run")), text("take-seat"), exports::exportFigure));
        panes.put(Pane.RESULTS, () -> new ResultsView(
                results, explanations, comparison, figures, exports::exportFigure, exports::saveCsv, badges.stale(), text("solve"), button("cancel-solve"), text("save-bundle")));
        panes.put(Pane.LOG, () -> new LogView(log, text("copy-report")));
        return panes;
    }

    private Button button(String id) {
        return ActionControls.iconButton(actions.byId(id));
    }

    private Button text(String id) {
        return ActionControls.button(actions.byId(id));
    }

    private Button accent(String id) {
        Button button = text(id);
        button.getStyleClass().add("accent");
        return button;
    }

    private void nameStage() {
        String warning = workbench.priceWarning();
        String project = projects.title();
        stage.setTitle("VPP Workbench" + (project.isEmpty() ? "" : " · " + project)
                + (warning.isEmpty() ? "" : " · " + workbench.data().id() + " · " + warning));
    }
}
