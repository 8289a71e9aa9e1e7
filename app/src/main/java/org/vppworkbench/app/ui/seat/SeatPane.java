package org.vppworkbench.app.ui.seat;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.WhatIfFigure;
import org.vppworkbench.app.ui.control.Badge;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.app.ui.seat.SeatViewModel.Phase;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.time.Horizon;

/** The seat of a person: what it is about, the what-if tool, and the moves. */
public final class SeatPane extends BorderPane {
    private final SeatViewModel model;
    private final SeatContext context;
    private final Label title = label("seat-title", "section-title");
    private final Label about = label("seat-about", "seat-about");
    private final Label table = label("seat-table", "seat-about");
    private final Label own = label("seat-own", "muted");
    private final Label consequence = label("seat-consequence", "seat-about");
    private final Label verdict = label("seat-verdict", "seat-verdict");
    private final Label refusal = label("seat-refusal", "seat-refusal");
    private final Label time = label("seat-time", "muted");
    private final Badge who = new Badge("HUMAN", "info", "You decide here; what you say is labelled HUMAN in the run and its bundle");
    private final ChartPane chart;
    private final SeatHomesTable homes;
    private final TermsFields terms;
    private final Button offer;
    private final Button accept;
    private final Button decline;
    private final Button stand;
    private final Button send;
    private final MenuButton rule = new MenuButton("Let the rule decide");
    private final Button leave;
    private final Node take;
    private final VBox play = new VBox();

    /**
     * @param take button that takes a seat
     * @param onSave takes a figure to be saved
     */
    public SeatPane(SeatViewModel model, SeatContext context, Button take, Consumer<ChartPane> onSave) {
        this.model = model;
        this.context = context;
        this.take = take;
        setId("seat-pane");
        getStyleClass().add("seat-pane");
        chart = new ChartPane("seat-what-if", "Your battery with and without the deal", "", onSave);
        chart.setMinHeight(Em.of(14));
        chart.setEmptyText("Set a quantity: the battery's path appears here.");
        homes = new SeatHomesTable(model);
        terms = new TermsFields(model);
        SeatMoves moves = model.moves();
        offer = button("seat-offer", "Offer", "Offers quantity and price as they are set (Enter in a field)", moves::offer);
        offer.setDefaultButton(false);
        offer.getStyleClass().add("accent");
        accept = button("seat-accept", "Accept", "Accepts the bid that stands", moves::accept);
        decline = button("seat-decline", "Decline", "Says no", moves::decline);
        stand = button("seat-stand", "Let it stand", "Your last offer stands as it is", moves::stand);
        send = button("seat-send", "Send answers", "Sends what is planned for the homes; a home left out keeps its offer", moves::send);
        send.getStyleClass().add("accent");
        leave = button("seat-leave", "Leave the seat", "The rule decides for the rest of the run; that is recorded", moves::leave);
        rule.setId("seat-rule");
        rule.setTooltip(new Tooltip("The rule of this side makes the move in your place, labelled RULE"));
        rule.setAccessibleText("Let the rule decide");
        rule.getItems().setAll(
                item("seat-rule-once", "This once", moves::ruleOnce),
                item("seat-rule-hour", "Until the end of the hour", moves::ruleForTheHour));
        terms.onEnter(moves::offer);
        build();
        model.phaseProperty().addListener((o, was, is) -> show());
        model.turnProperty().addListener((o, was, is) -> show());
        model.whatIfProperty().addListener((o, was, is) -> showWhatIf(is));
        model.verdictProperty().addListener((o, was, is) -> showVerdict());
        model.ownProperty().addListener((o, was, is) -> own.setText(String.join("\n", is.lines())));
        refusal.textProperty().bind(model.refusalProperty());
        refusal.visibleProperty().bind(refusal.textProperty().isNotEmpty());
        refusal.managedProperty().bind(refusal.visibleProperty());
        time.textProperty().bind(model.timeLeftProperty());
        show();
    }

    private void build() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(who, title, gap, time);
        head.getStyleClass().add("legend-row");
        head.setAlignment(Pos.CENTER_LEFT);
        FlowPane moves = new FlowPane(offer, accept, decline, stand, send, rule, leave);
        moves.setId("seat-moves");
        moves.getStyleClass().add("seat-moves");
        ListView<String> history = new ListView<>(model.history());
        history.setId("seat-history");
        history.setAccessibleText("What you said and what came of it, newest first");
        history.setTooltip(new Tooltip("What you said and what came of it, newest first"));
        history.setPlaceholder(new Label("nothing yet"));
        history.setPrefHeight(Em.of(9));
        history.setMinHeight(Em.of(6));
        VBox content = new VBox(about, table, homes, own, terms, consequence, verdict, chart, heading("Your history"), history);
        content.getStyleClass().add("seat-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("form-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        play.getChildren().setAll(head, scroll, refusal, moves);
        play.getStyleClass().add("column");
    }

    private void show() {
        Phase phase = model.phaseProperty().get();
        if (phase == Phase.NONE) {
            EmptyState nothing = new EmptyState("mdal-event_seat",
                    "Play a home or the aggregator yourself, with what its own side knows, the same what-if tool and the same gate as any agent.");
            nothing.getChildren().add(take);
            setCenter(nothing);
            return;
        }
        setCenter(play);
        SeatTurn turn = model.turnProperty().get();
        boolean deciding = phase == Phase.DECIDING && turn != null;
        title.setText(model.place() + ": " + switch (phase) {
            case NONE, WAITING -> "waiting for the others";
            case DECIDING -> "your turn";
            case LEFT -> "you left; the rule decides";
            case OVER -> "the run is over";
        });
        about.setText(turn == null ? "The run is on its way to the first deal you are asked about." : turn.title() + "\n" + priceWords(turn) + "\n" + (deciding ? turn.due() : ""));
        table.setText(turn == null ? "" : tableWords(turn));
        boolean aggregator = turn != null && turn.aggregator();
        homes.show(aggregator);
        visible(own, !aggregator && turn != null);
        visible(consequence, !aggregator && turn != null);
        visible(chart, !aggregator && turn != null);
        visible(verdict, turn != null);
        visible(terms, turn != null);
        terms.show(turn, deciding);
        enable(offer, deciding && turn.mayOffer(), !aggregator);
        offer.setText(turn != null && turn.may().contains("counter") ? "Counter" : "Offer");
        enable(accept, deciding && turn.may().contains("accept"), !aggregator);
        enable(decline, deciding && !turn.decline().isEmpty(), !aggregator);
        enable(stand, deciding && turn.may().contains("stand"), !aggregator);
        enable(send, deciding, aggregator);
        rule.setDisable(!deciding);
        leave.setDisable(!deciding);
        showVerdict();
    }

    private static String priceWords(SeatTurn turn) {
        return String.format(Locale.ROOT, "Price forecast %.2f $/MWh", turn.forecastUsdPerMwh())
                + (turn.aggregator()
                        ? String.format(Locale.ROOT, " · wanted D = %.2f kW, %.2f kW left", turn.requiredKw(), turn.leftKw())
                        : String.format(Locale.ROOT, " · wanted of all homes %.2f kW · your contracts that day: %d", turn.requiredKw(), turn.contractsThatDay()));
    }

    private static String tableWords(SeatTurn turn) {
        if (turn.aggregator()) {
            return "";
        }
        Deal bid = turn.counter();
        Deal ask = turn.ownAsk();
        return "On the table: " + (ask == null ? "no offer of yours" : "your offer " + ask.words())
                + (bid == null ? "" : "; bid of the aggregator " + bid.words());
    }

    private void showWhatIf(@Nullable WhatIfResult result) {
        SeatTurn turn = model.turnProperty().get();
        Horizon horizon = context.horizon();
        OwnSide side = model.ownProperty().get();
        if (result == null || turn == null) {
            consequence.setText("");
            chart.show(null);
            return;
        }
        terms.range(turn);
        consequence.setText(String.format(Locale.ROOT,
                "%s\nCosts you %.2f $ (of it discomfort %.2f $): not below %.2f $/MWh, your reservation price.",
                result.deliverableKw() >= result.requestedKw() - 1e-6
                        ? String.format(Locale.ROOT, "%.2f kW can be delivered.", result.requestedKw())
                        : String.format(Locale.ROOT, "Only %.2f of %.2f kW can be delivered: %s.", result.deliverableKw(), result.requestedKw(), result.binding().words()),
                result.incrementalCostUsd(), result.discomfortUsd(), result.reservationPerMwh()));
        chart.setEmptyText("This home has no battery to draw.");
        chart.show(horizon == null || side.capacityKwh() <= 0 || result.bessWithKwh().length() == 0
                ? null
                : WhatIfFigure.of(result, horizon, turn.hour(), side.capacityKwh(), side.floorKwh(), context.note()));
    }

    private void showVerdict() {
        SeatVerdict said = model.verdictProperty().get();
        boolean deciding = model.phaseProperty().get() == Phase.DECIDING;
        verdict.setText(deciding ? said.words() : "");
        verdict.getStyleClass().removeAll(List.of("seat-passes", "seat-fails"));
        if (said.known()) {
            verdict.getStyleClass().add(said.passed() ? "seat-passes" : "seat-fails");
        }
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static void enable(Button button, boolean enabled, boolean shown) {
        button.setDisable(!enabled);
        visible(button, shown);
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("section-title");
        return label;
    }

    private static Label label(String id, String style) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static Button button(String id, String text, String tooltip, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setTooltip(new Tooltip(tooltip));
        button.setOnAction(event -> action.run());
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static MenuItem item(String id, String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }
}
