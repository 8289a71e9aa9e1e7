package org.vppworkbench.app.ui.negotiation;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.app.ui.control.PaneHeader;
import org.vppworkbench.model.event.HourSummary;

/** The negotiation pane: transport, timeline, dialogue, and why; or two futures side by side. */
public final class NegotiationView extends BorderPane {
    private final NegotiationViewModel model;
    private final TabPane tabs = new TabPane();
    private final VBox talk = new VBox();
    private final StackPane spoken = new StackPane();
    private final Label story = new Label();
    private final TimelineStrip strip;

    public NegotiationView(
            TransportViewModel transport,
            NegotiationViewModel model,
            BranchViewModel branches,
            FuturesViewModel futures,
            AppAction back,
            List<AppAction> steps,
            Consumer<ChartPane> onSave,
            Node... labels) {
        this.model = model;
        setId("pane-negotiation");
        getStyleClass().add("pane");
        PaneHeader header = new PaneHeader("Negotiation", "", labels);
        header.subtitleProperty().bind(Bindings.concat(model.headlineProperty(), "  ·  ", model.placeProperty()));
        tellStory();
        strip = new TimelineStrip(new ShownRunTimeline(transport), "timeline");
        VBox timeline = new VBox(strip);
        // each future has its own
        timeline.visibleProperty().bind(futures.shownProperty().not());
        timeline.managedProperty().bind(timeline.visibleProperty());
        setTop(new VBox(header, new TransportBar(transport, steps), timeline, under(strip, new BranchMenu(branches)), legend(),
                new RunBanner(branches.workbench(), futures, back)));
        SplitPane split = new SplitPane(left(transport), right(transport, onSave));
        split.setDividerPositions(0.56);
        split.getStyleClass().add("main-split");
        setCenter(split);
        futures.shownProperty().addListener((o, was, is) -> setCenter(is ? new FuturesPane(futures) : split));
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
        strip.visibleProperty().bind(free);
        story.visibleProperty().bind(free);
        spoken.getChildren().add(words);
        tabs.getTabs().stream().filter(tab -> !tab.equals(seat)).forEach(tab -> tab.disableProperty().bind(sitting));
        sitting.addListener((o, was, is) -> {
            if (is) {
                tabs.getSelectionModel().select(seat);
            }
        });
    }

    /** The day in a line. */
    private void tellStory() {
        story.setId("day-story");
        story.getStyleClass().add("day-story");
        story.setMinWidth(0);
        story.textProperty().bind(model.dayStoryProperty());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(model.dayStoryProperty());
        story.setTooltip(whole);
    }

    private Node left(TransportViewModel transport) {
        DialogueList dialogue = new DialogueList(transport, model, "dialogue");
        VBox.setVgrow(dialogue, Priority.ALWAYS);
        talk.getChildren().setAll(new FilterRow(model), dialogue);
        talk.getStyleClass().add("column");
        spoken.getChildren().setAll(talk);
        spoken.setMinWidth(Em.of(20));
        return spoken;
    }

    private Node right(TransportViewModel transport, Consumer<ChartPane> onSave) {
        OffersPane offers = new OffersPane(transport, model, onSave);
        WhyPane why = new WhyPane(transport, model, onSave);
        ListView<HomeCharge> charges = new ListView<>(model.charges());
        charges.setId("charges");
        charges.setAccessibleText("Batteries and cars of the homes");
        charges.setCellFactory(list -> new ChargeCell());
        charges.setPlaceholder(new EmptyState("mdal-battery_std", "No home of this fleet has a battery or a car that can discharge."));
        charges.setFixedCellSize(Em.of(1.9));
        Label note = new Label("Energy stored at the end of the last quarter hour: battery, and the car where it can discharge (pale while it is away). "
                + "The red mark is the owner’s floor, the part after it is kept for reserve. Homes that take part are bold and first.");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().add("muted");
        VBox stored = new VBox(charges, note);
        VBox.setVgrow(charges, Priority.ALWAYS);
        stored.getStyleClass().add("column");
        Tab reasons = tab("tab-why", "Why", "Reasons of the selected turn", scrolling(why));
        Tab ladder = tab("tab-offers", "Offers", "Asks and bids per round, and the coalition", scrolling(offers));
        why.watchedProperty().bind(reasons.selectedProperty());
        offers.watchedProperty().bind(ladder.selectedProperty());
        tabs.getTabs().setAll(
                reasons,
                ladder,
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

    private static Tab tab(String id, String text, String tooltip, Node content) {
        Tab tab = new Tab(text, content);
        tab.setId(id);
        tab.setClosable(false);
        tab.setTooltip(new Tooltip(tooltip));
        return tab;
    }

    private static Node legend() {
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
        return legend;
    }

    /** Below the timeline: the day in a line, and what can be done with it. */
    private Node under(TimelineStrip strip, Node branch) {
        ToggleButton zoom = new ToggleButton("One day");
        zoom.setId("timeline-zoom");
        zoom.getStyleClass().add("small");
        zoom.setMinWidth(Region.USE_PREF_SIZE);
        zoom.setTooltip(new Tooltip("Shows the day only in the timeline, or the whole run"));
        zoom.setAccessibleText("Show one day in the timeline");
        strip.oneDayProperty().bind(zoom.selectedProperty());
        story.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(story, Priority.ALWAYS);
        HBox row = new HBox(story, zoom, branch);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("legend-row");
        return row;
    }
}
