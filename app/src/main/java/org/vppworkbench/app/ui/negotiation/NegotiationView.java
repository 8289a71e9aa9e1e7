package org.vppworkbench.app.ui.negotiation;

import java.util.List;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.figure.LadderFigure;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.app.ui.control.PaneHeader;
import org.vppworkbench.model.event.HourSummary;

/** The negotiation pane: transport, timeline, dialogue, and why. */
public final class NegotiationView extends BorderPane {
    private final TransportViewModel transport;
    private final NegotiationViewModel model;
    private final ListView<Turn> dialogue = new ListView<>();
    private final ChartPane ladder;
    private final TabPane tabs = new TabPane();
    private final VBox talk = new VBox();
    private final StackPane spoken = new StackPane();
    private final TimelineStrip timeline;

    /** Heights of turns are only known once they are laid out; then the dialogue is scrolled again. */
    private final PauseTransition settle = new PauseTransition(Duration.millis(60));

    public NegotiationView(
            TransportViewModel transport,
            NegotiationViewModel model,
            BranchViewModel branches,
            AppAction back,
            List<AppAction> steps,
            Consumer<ChartPane> onSave,
            Node... labels) {
        this.transport = transport;
        this.model = model;
        setId("pane-negotiation");
        getStyleClass().add("pane");
        this.ladder = new ChartPane("offer-ladder", "Offers, round by round", "No offers yet for this opportunity.", onSave);
        this.timeline = new TimelineStrip(transport);
        PaneHeader header = new PaneHeader("Negotiation", "", labels);
        header.subtitleProperty().bind(Bindings.concat(model.headlineProperty(), "  ·  ", model.placeProperty()));
        setTop(new VBox(header, new TransportBar(transport, steps), timeline, legend(new BranchMenu(branches)),
                new RunBanner(branches.workbench(), back)));
        SplitPane split = new SplitPane(left(), right(transport, onSave));
        split.setDividerPositions(0.56);
        split.getStyleClass().add("main-split");
        setCenter(split);
        model.ladderProperty().addListener((o, was, is) -> showLadder());
        model.selectedProperty().addListener((o, was, is) -> select(is));
        showLadder();
    }

    /**
     * Hides what one side of the negotiation does not know while somebody sits there: words, reasons, offers and batteries of
     * others, and what came of their hours.
     *
     * @param seat the tab that stays
     */
    public void veil(Tab seat, ObservableBooleanValue sitting) {
        EmptyState words = new EmptyState("mdmz-visibility_off",
                "While you sit here you are told what your side knows, in the Seat tab. What the others say, and why, is shown when the run is over or you have left the seat.");
        words.setId("veil");
        BooleanBinding free = Bindings.not(sitting);
        words.visibleProperty().bind(sitting);
        words.managedProperty().bind(sitting);
        talk.visibleProperty().bind(free);
        timeline.visibleProperty().bind(free);
        spoken.getChildren().add(words);
        tabs.getTabs().stream().filter(tab -> tab != seat).forEach(tab -> tab.disableProperty().bind(sitting));
        sitting.addListener((o, was, is) -> {
            if (is) {
                tabs.getSelectionModel().select(seat);
            }
        });
    }

    private Node left() {
        dialogue.setId("dialogue");
        dialogue.setItems(model.turns());
        dialogue.setCellFactory(TurnCell::new);
        dialogue.getStyleClass().add("dialogue");
        dialogue.setAccessibleText("Dialogue of the hour shown");
        EmptyState nothing = new EmptyState("mdal-forum", "");
        Runnable explain = () -> nothing.setText(model.whyNothingIsSaid());
        explain.run();
        dialogue.setPlaceholder(nothing);
        dialogue.getItems().addListener((ListChangeListener<Turn>) change -> explain.run());
        transport.stateProperty().addListener((o, was, is) -> explain.run());
        transport.runProperty().addListener((o, was, is) -> explain.run());
        dialogue.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null && is.sent() != null) {
                model.selectedProperty().set(is);
            }
        });
        dialogue.getItems().addListener((ListChangeListener<Turn>) change -> select(model.selectedProperty().get()));
        VBox.setVgrow(dialogue, Priority.ALWAYS);
        talk.getChildren().setAll(new FilterRow(model), dialogue);
        talk.getStyleClass().add("column");
        spoken.getChildren().setAll(talk);
        spoken.setMinWidth(Em.of(20));
        return spoken;
    }

    private Node right(TransportViewModel transport, Consumer<ChartPane> onSave) {
        CoalitionBar coalition = new CoalitionBar();
        model.coalitionProperty().addListener((o, was, is) -> coalition.show(is));
        coalition.show(model.coalitionProperty().get());
        VBox offers = new VBox(ladder, coalition);
        VBox.setVgrow(ladder, Priority.ALWAYS);
        offers.getStyleClass().add("column");
        ListView<HomeCharge> charges = new ListView<>(model.charges());
        charges.setId("charges");
        charges.setAccessibleText("Batteries of the homes");
        charges.setCellFactory(list -> new ChargeCell());
        charges.setPlaceholder(new EmptyState("mdal-battery_std", "No home of this fleet has a battery."));
        charges.setFixedCellSize(Em.of(1.9));
        Label note = new Label("Energy stored at the end of the last quarter hour; the red mark is the owner's floor. Homes that take part are bold.");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("muted");
        VBox stored = new VBox(charges, note);
        VBox.setVgrow(charges, Priority.ALWAYS);
        stored.getStyleClass().add("column");
        tabs.getTabs().setAll(
                tab("tab-why", "Why", "Reasons of the selected message", scrolling(new WhyPane(transport, model, onSave))),
                tab("tab-offers", "Offers", "Asks and bids per round, and the coalition", offers),
                tab("tab-charges", "Batteries", "State of charge of the homes [kWh]", stored));
        tabs.setId("negotiation-tabs");
        SplitPane.setResizableWithParent(tabs, true);
        tabs.setMinWidth(Em.of(18));
        return tabs;
    }

    /** Adds a line above the dialogue. */
    public void tell(Node line) {
        ((VBox) getTop()).getChildren().add(line);
    }

    /** Adds a tab beside the dialogue. */
    public Tab dock(String id, String text, String tooltip, Node content) {
        Tab tab = tab(id, text, tooltip, content);
        tabs.getTabs().add(tab);
        return tab;
    }

    private static ScrollPane scrolling(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form-scroll");
        return scroll;
    }

    private void showLadder() {
        LadderFigure.Data data = model.ladderProperty().get();
        Turn turn = model.selectedProperty().get();
        boolean none = data == null || data.isEmpty();
        ladder.show(none ? null : LadderFigure.of(data, turn == null ? "" : turn.home(), transport.note()));
    }

    private void select(@org.jspecify.annotations.Nullable Turn turn) {
        int index = turn == null ? -1 : dialogue.getItems().indexOf(turn);
        if (index >= 0 && dialogue.getSelectionModel().getSelectedIndex() != index) {
            dialogue.getSelectionModel().select(index);
        }
        if (!dialogue.getItems().isEmpty() && index < 0) {
            dialogue.getSelectionModel().clearSelection();
        }
        boolean latest = turn == null || index >= dialogue.getItems().size() - 2;
        int top = latest ? dialogue.getItems().size() - 1 : Math.max(0, index - 1);
        dialogue.scrollTo(top);
        settle.setOnFinished(event -> dialogue.scrollTo(top));
        settle.playFromStart();
        showLadder();
    }

    private static Tab tab(String id, String text, String tooltip, Node content) {
        Tab tab = new Tab(text, content);
        tab.setId(id);
        tab.setClosable(false);
        tab.setTooltip(new Tooltip(tooltip));
        return tab;
    }

    private static Node legend(Node branch) {
        FlowPane legend = new FlowPane();
        legend.getStyleClass().add("legend");
        legend.setPrefWrapLength(Em.of(50));
        legend.setAlignment(Pos.CENTER_LEFT);
        for (HourSummary.Kind kind : HourSummary.Kind.values()) {
            Rectangle swatch = new Rectangle(Em.of(0.7), Em.of(0.3 + 0.12 * kind.ordinal()), TimelineStrip.colour(kind));
            HBox item = new HBox(swatch, new Label(TimelineStrip.words(kind)));
            item.setAlignment(Pos.CENTER_LEFT);
            item.getStyleClass().add("legend-item");
            item.setMinWidth(Region.USE_PREF_SIZE);
            legend.getChildren().add(item);
        }
        HBox.setHgrow(legend, Priority.ALWAYS);
        HBox row = new HBox(legend, branch);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("legend-row");
        return row;
    }
}
