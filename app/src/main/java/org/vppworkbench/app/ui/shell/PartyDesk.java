package org.vppworkbench.app.ui.shell;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.action.AppAction.Group;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.io.HumanChoice;
import org.vppworkbench.app.io.HumanCsv;
import org.vppworkbench.app.io.HumanJsonl;
import org.vppworkbench.app.io.download.Environment;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.Pulse;
import org.vppworkbench.app.ui.agents.AgentsDialog;
import org.vppworkbench.app.ui.agents.AgentsViewModel;
import org.vppworkbench.app.ui.agents.LiveParties;
import org.vppworkbench.app.ui.agents.LiveUse;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.negotiation.NegotiationView;
import org.vppworkbench.app.ui.negotiation.TransportViewModel;
import org.vppworkbench.app.ui.seat.SeatContext;
import org.vppworkbench.app.ui.seat.SeatDialog;
import org.vppworkbench.app.ui.seat.SeatPane;
import org.vppworkbench.app.ui.seat.SeatViewModel;
import org.vppworkbench.app.ui.seat.SeatViewModel.Phase;
import org.vppworkbench.app.ui.session.LiveRun;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.LanguageSettings;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.llm.settings.Limits;

/** Who takes part in runs besides rules: persons in their seats, language models, programs of the user. */
final class PartyDesk {
    private final Stage stage;
    private final Workbench workbench;
    private final TransportViewModel transport;
    private final FileDialogs dialogs;
    private final Runnable showNegotiation;
    private final SeatViewModel seat;
    private final LiveParties live;
    private final Label use = new Label();
    /** Kept, because bindings hold their listeners weakly. */
    private final List<BooleanBinding> seatTaken = new ArrayList<>();
    private int counted;
    private long fallbacks;
    private @Nullable LiveRun countedRun;
    private @Nullable Tab tab;

    PartyDesk(
            Stage stage, Workbench workbench, Pulse pulse, TransportViewModel transport, FileDialogs dialogs, Runnable showNegotiation) {
        this.stage = stage;
        this.workbench = workbench;
        this.transport = transport;
        this.dialogs = dialogs;
        this.showNegotiation = showNegotiation;
        this.seat = new SeatViewModel(workbench, pulse, System::nanoTime);
        // the dialogue goes along to where the person is asked; stepping back afterwards is free
        seat.setOnTurn(turn -> transport.moveTo(transport.knownProperty().get()));
        this.live = new LiveParties(
                Environment.ofTheProcess(), Path.of(""), Limits.USUAL, this::agreed,
                findings -> workbench.tell(Finding.Severity.ERROR, "Not run", findings.getFirst().oneLine()));
        workbench.setPartySource(live);
        use.setId("model-use");
        use.getStyleClass().add("muted");
        use.setTooltip(new Tooltip("What the language model of this run has cost so far, by the price list, and what is left of its budget; the manifest has the final account"));
        use.visibleProperty().bind(use.textProperty().isNotEmpty());
        use.managedProperty().bind(use.visibleProperty());
        pulse.add(now -> showUse());
    }

    List<AppAction> actions() {
        var notReady = workbench.resolvedProperty().isNull();
        var notAsked = seat.phaseProperty().isNotEqualTo(Phase.DECIDING);
        var noChoices = Bindings.createBooleanBinding(() -> choices() == null, workbench.outcomeProperty());
        return List.of(
                new AppAction("agents", Group.EDIT, "Agents …", "Who decides: rules, a language model and its budget, programs of yours; and what owners say during the run", "mdal-groups", KeyCombination.valueOf("Shortcut+Alt+A"), new ReadOnlyBooleanWrapper(false), this::chooseAgents),
                new AppAction("take-seat", Group.RUN, "Take a seat …", "Runs the scenario with you in the place of a home or of the aggregator, labelled HUMAN", "mdal-event_seat", KeyCombination.valueOf("Shortcut+Shift+T"), notReady, this::takeSeat),
                new AppAction("leave-seat", Group.RUN, "Leave the seat", "The rule decides for the rest of the run, from your turn on; that is recorded", "mdal-exit_to_app", KeyCombination.valueOf("Shortcut+Shift+L"), notAsked, seat.moves()::leave),
                new AppAction("export-choices", Group.FILE, "Export choices of the person …", "Writes the decisions of the person in the run shown as CSV, where the person agreed to a record: times [s], what-ifs, offers, and what the rule would have done", "mdal-how_to_reg", null, noChoices, this::exportChoices));
    }

    SeatViewModel seat() {
        return seat;
    }

    /** The negotiation pane with the seat beside its dialogue. */
    Node seated(NegotiationView view, Button take, Consumer<ChartPane> onSave) {
        SeatPane pane = new SeatPane(seat, new SeatContext() {
            @Override
            public @Nullable Horizon horizon() {
                return transport.horizon();
            }

            @Override
            public String note() {
                return transport.note();
            }
        }, take, onSave);
        view.tell(use);
        Tab docked = view.dock("tab-seat", "Seat", "Your own place in the negotiation", pane);
        // to be seen from the other tabs
        docked.textProperty().bind(Bindings.when(seat.phaseProperty().isEqualTo(Phase.DECIDING)).then("Seat: your turn").otherwise("Seat"));
        tab = docked;
        BooleanBinding sitting = seat.phaseProperty().isEqualTo(Phase.WAITING).or(seat.phaseProperty().isEqualTo(Phase.DECIDING));
        seatTaken.add(sitting);
        view.veil(docked, sitting);
        return view;
    }

    /** A draft for each time: nothing of a closed dialog is kept. */
    private void chooseAgents() {
        AgentsViewModel agents = new AgentsViewModel(workbench, live);
        new AgentsDialog(agents, () -> workbench.tell(Finding.Severity.INFO, "Agents", "Runs of this scenario are labelled " + agents.label() + ".")).show(stage);
    }

    /** Asks before anything is sent or started. */
    private boolean agreed(String what, String title, List<String> lines) {
        ButtonType yes = new ButtonType(what, ButtonBar.ButtonData.OK_DONE);
        Label words = new Label(String.join("\n\n", lines));
        words.setId("agreement-words");
        words.setWrapText(true);
        words.setPrefWidth(Em.of(42));
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, "", yes, ButtonType.CANCEL);
        alert.initOwner(stage);
        alert.setTitle(title);
        alert.setHeaderText(title);
        alert.getDialogPane().setContent(words);
        alert.getDialogPane().lookupButton(yes).setId("agreement-yes");
        alert.getDialogPane().lookupButton(ButtonType.CANCEL).setId("agreement-no");
        return alert.showAndWait().filter(yes::equals).isPresent();
    }

    private void showUse() {
        LiveRun run = workbench.runProperty().get();
        LiveUse model = live.use();
        LanguageSettings language = run == null ? null : run.scenario().scenario().language();
        if (run == null || model == null || language == null) {
            use.setText("");
            return;
        }
        if (!run.same(countedRun)) {
            countedRun = run;
            counted = 0;
            fallbacks = 0;
        }
        int size = run.log().size();
        if (size > counted) {
            fallbacks += run.log().range(counted, size).stream()
                    .filter(logged -> logged.event() instanceof RunEvent.AgentDecided decided
                            && decided.source() == MessageSource.LLM && decided.outcome() == RunEvent.DecisionOutcome.FALLBACK)
                    .count();
            counted = size;
        }
        use.setText(model.words(language.budget(), fallbacks));
    }

    private void takeSeat() {
        ResolvedScenario scenario = workbench.resolvedProperty().get();
        if (scenario == null) {
            return;
        }
        Horizon horizon = scenario.inputs().horizon();
        new SeatDialog(seat).show(stage, "", horizon, Math.max(0, transport.shownHour()), () -> {
            showNegotiation.run();
            Tab shown = tab;
            if (shown != null) {
                shown.getTabPane().getSelectionModel().select(shown);
            }
        });
    }

    private @Nullable String choices() {
        ExperimentResult result = workbench.outcomeProperty().get();
        return result == null || result.external() == null ? null : result.external().choices();
    }

    private void exportChoices() {
        String text = choices();
        if (text == null) {
            return;
        }
        dialogs.save("Export choices", "choices.csv", "CSV table", "*.csv").ifPresent(file ->
                workbench.tasks().submit(new BackgroundTask<>("Export choices " + file.getFileName(), (progress, cancel) -> {
                    List<HumanChoice> choices = HumanJsonl.read(text, "human.jsonl").orThrow();
                    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                        HumanCsv.write(choices, out);
                    }
                    return choices.size();
                },
                count -> workbench.tell(Finding.Severity.INFO, "Exported", count + " decisions, in " + file.getFileName()),
                e -> workbench.tell(Finding.Severity.ERROR, "Not exported", Workbench.reason(e)))));
    }
}
