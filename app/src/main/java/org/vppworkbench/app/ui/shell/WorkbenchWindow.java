package org.vppworkbench.app.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.action.ActionControls;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.io.PriceKinds;
import org.vppworkbench.app.io.UserFolders;
import org.vppworkbench.app.task.Pulse;
import org.vppworkbench.app.ui.control.Badge;
import org.vppworkbench.app.ui.control.SeverityIcon;
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
import org.vppworkbench.app.ui.negotiation.NegotiationView;
import org.vppworkbench.app.ui.negotiation.NegotiationViewModel;
import org.vppworkbench.app.ui.negotiation.TransportViewModel;
import org.vppworkbench.app.ui.project.DropTarget;
import org.vppworkbench.app.ui.project.DroppedFiles;
import org.vppworkbench.app.ui.project.ProjectActions;
import org.vppworkbench.app.ui.project.ProjectDesk;
import org.vppworkbench.app.ui.project.ProjectDialogs;
import org.vppworkbench.app.ui.project.RecoveryDialog;
import org.vppworkbench.app.ui.project.WelcomeView;
import org.vppworkbench.app.ui.project.WelcomeViewModel;
import org.vppworkbench.app.ui.results.CertificateBadge;
import org.vppworkbench.app.ui.results.ComparisonViewModel;
import org.vppworkbench.app.ui.results.DayStory;
import org.vppworkbench.app.ui.results.ExplanationsViewModel;
import org.vppworkbench.app.ui.results.ResultsView;
import org.vppworkbench.app.ui.results.ResultsViewModel;
import org.vppworkbench.app.ui.scenario.ScenarioView;
import org.vppworkbench.app.ui.scenario.ScenarioViewModel;
import org.vppworkbench.app.ui.session.Notice;
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
    private final Exports exports;
    private final ObjectProperty<Pane> shown = new SimpleObjectProperty<>(this, "shown", Pane.NEGOTIATION);
    private final TransportViewModel transport;
    private final NegotiationViewModel negotiation;
    private final BranchViewModel branches;
    private final ResultsViewModel results;
    private final ExplanationsViewModel explanations;
    private final ComparisonViewModel comparison;
    private final FleetViewModel fleet;
    private final FleetActions homes;
    private final DescribeViewModel description;
    private final LogViewModel log;
    private final WorkbenchActions actions;
    private final ProjectDesk projects;
    private final DroppedFiles dropped;
    private @Nullable DescribeDialog describing;
    private boolean dark;

    /** A window of the user who runs the process. */
    public WorkbenchWindow(Stage stage, Workbench workbench, Pulse pulse, FileDialogs dialogs) {
        this(stage, workbench, pulse, dialogs, UserFolders.ofTheProcess());
    }

    /** @param folders where settings and state of the user live */
    public WorkbenchWindow(Stage stage, Workbench workbench, Pulse pulse, FileDialogs dialogs, UserFolders folders) {
        this.stage = stage;
        this.workbench = workbench;
        this.dialogs = dialogs;
        this.exports = new Exports(workbench, dialogs);
        this.transport = new TransportViewModel(workbench, pulse, OPENS_AT);
        this.negotiation = new NegotiationViewModel(transport);
        this.branches = new BranchViewModel(workbench, transport, negotiation);
        this.results = new ResultsViewModel(workbench);
        this.explanations = new ExplanationsViewModel(workbench);
        this.comparison = new ComparisonViewModel(workbench);
        this.fleet = new FleetViewModel(workbench);
        this.homes = new FleetActions(fleet, workbench, () -> stage);
        this.description = new DescribeViewModel(workbench, pulse);
        this.log = new LogViewModel(workbench, pulse);
        ProjectDialogs questions = new ProjectDialogs(stage, dialogs);
        this.projects = new ProjectDesk(workbench, folders, pulse, Clock.system(ZoneId.systemDefault()), questions);
        this.dropped = new DroppedFiles(workbench, projects, questions, Pane.places(shown));
        this.actions = new WorkbenchActions(workbench, transport, shown, this);
        log.attach();
        workbench.noticeProperty().addListener((o, was, is) -> announce(is));
    }

    /** Builds the scene and shows the window. */
    public void show() {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Scene scene = new Scene(new ShellView(workbench, actions, shown, panes()), 1280, 800);
        scene.getStylesheets().add(Objects.requireNonNull(
                WorkbenchWindow.class.getResource("/org/vppworkbench/app/ui/workbench.css")).toExternalForm());
        workbench.history().documentProperty().addListener((o, was, is) -> nameStage());
        projects.dirtyProperty().addListener((o, was, is) -> nameStage());
        projects.projectProperty().addListener((o, was, is) -> nameStage());
        DropTarget.install(scene, dropped::open);
        nameStage();
        stage.setScene(scene);
        stage.setMinWidth(900);
        stage.setMinHeight(620);
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        stage.show();
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
    public void switchTheme() {
        dark = !dark;
        Application.setUserAgentStylesheet(
                dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
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
        Alert alert = new Alert(Alert.AlertType.INFORMATION);
        alert.initOwner(stage);
        alert.setTitle("Keyboard shortcuts");
        alert.setHeaderText("Keyboard shortcuts");
        alert.setContentText(actions.all().stream()
                .filter(a -> a.shortcut() != null)
                .map(a -> Objects.requireNonNull(a.shortcut()).getDisplayText() + "   " + a.text())
                .collect(Collectors.joining("\n")));
        alert.show();
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
                List.of(text("new-project"), text("open-project"), text("open-run"), text("describe-homes"), text("shortcuts"))));
        panes.put(Pane.SCENARIO, () -> new ScenarioView(new ScenarioViewModel(workbench), button("undo"), button("redo"), accent("run")));
        panes.put(Pane.FLEET, () -> new FleetView(fleet, new HomeWeekViewModel(workbench, fleet), homes.all(), exports::savePng, button("undo"), button("redo"), text("describe-homes"), text("generate-fleet"), button("open-fleet"), button("save-fleet")));
        panes.put(Pane.MARKET, () -> new MarketView(new MarketViewModel(workbench), new CompareViewModel(workbench), exports::savePng, text("import-data")));
        panes.put(Pane.NEGOTIATION, () -> new NegotiationView(
                transport, negotiation, branches, actions.byId("run-before"), actions.of(AppAction.Group.STEP), exports::savePng, stale(), best(), source(), accent("run"), button("cancel-run")));
        panes.put(Pane.RESULTS, () -> new ResultsView(
                results, explanations, comparison, exports::savePng, exports::saveCsv, stale(), text("solve"), button("cancel-solve"), text("save-bundle")));
        panes.put(Pane.LOG, () -> new LogView(log, text("copy-report")));
        return panes;
    }

    /** Who decided in the run shown, from the run itself. */
    private Badge source() {
        Badge badge = new Badge("", "info", "");
        badge.setId("run-label");
        transport.runProperty().addListener((o, was, is) -> label(badge));
        label(badge);
        return badge;
    }

    /** What is proved about the best of the day on screen; of a run of one day, about the run. */
    private CertificateBadge best() {
        CertificateBadge badge = new CertificateBadge("day-best");
        results.dayProperty().addListener((o, was, is) -> show(badge));
        results.certificateProperty().addListener((o, was, is) -> show(badge));
        show(badge);
        return badge;
    }

    private void show(CertificateBadge badge) {
        DayStory story = results.dayProperty().get();
        badge.showBound(story != null ? story.certificate() : results.certificateProperty().get(), "day: W ");
    }

    private void label(Badge badge) {
        var live = transport.runProperty().get();
        String mechanism = live == null ? "" : live.scenario().scenario().mechanism();
        String warning = live == null ? "" : PriceKinds.warning(live.scenario().provenance());
        badge.show(
                live == null ? "no run" : live.label(workbench::labelOf) + (warning.isEmpty() ? "" : " · " + warning),
                warning.isEmpty() ? "info" : "bad",
                live == null
                        ? "Nothing was run yet"
                        : "Mechanism " + mechanism + (live.opened() == null ? "; no language model takes part" : "; label of the bundle's manifest"));
    }

    /** Says that what is shown is not what stands in the scenario and fleet panes. */
    private Badge stale() {
        Badge badge = new Badge("changed since this run", "derived",
                "Scenario or fleet were edited after this run: run again (F5) to see what comes of them");
        badge.getStyleClass().add("stale");
        badge.visibleProperty().bind(workbench.staleProperty());
        badge.managedProperty().bind(workbench.staleProperty());
        return badge;
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

    private void announce(@Nullable Notice notice) {
        if (notice == null || !stage.isShowing()) {
            return;
        }
        Notifications note = Notifications.create()
                .owner(stage)
                .position(Pos.BOTTOM_RIGHT)
                .title(notice.title())
                .text(notice.text())
                .threshold(3, Notifications.create().owner(stage).title("Several messages").text("See the Log pane."))
                .hideAfter(Duration.seconds(6));
        // the pictures of ControlsFX are higher than a message of one line
        note.graphic(SeverityIcon.of(notice.severity())).show();
    }
}
