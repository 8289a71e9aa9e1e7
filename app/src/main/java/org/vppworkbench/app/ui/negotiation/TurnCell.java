package org.vppworkbench.app.ui.negotiation;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.inputs.ProsumerInputs;

/** One turn: the aggregator at the left, homes at the right, results across. Nodes are made once and reused. */
final class TurnCell extends ListCell<Turn> {
    private final Function<String, @Nullable ProsumerInputs> homes;
    private final Predicate<Turn> different;
    private final Label who = new Label();
    private final Label performative = new Label();
    private final Label source = new Label();
    private final Label terms = new Label();
    private final Label words = new Label();
    private final Label gate = new Label();
    private final VBox bubble = new VBox();
    private final HomeAvatar avatar = new HomeAvatar();
    private final HBox row = new HBox();
    private final Label across = new Label();

    /**
     * @param homes what is known of a home, by id
     */
    TurnCell(ListView<Turn> list, Function<String, @Nullable ProsumerInputs> homes) {
        this(list, homes, turn -> false);
    }

    /**
     * @param homes what is known of a home, by id
     * @param different whether a turn is to be marked
     */
    TurnCell(ListView<Turn> list, Function<String, @Nullable ProsumerInputs> homes, Predicate<Turn> different) {
        this.homes = homes;
        this.different = different;
        getStyleClass().add("turn-cell");
        who.getStyleClass().add("turn-who");
        performative.getStyleClass().add("performative");
        source.getStyleClass().add("turn-source");
        terms.getStyleClass().add("turn-terms");
        words.getStyleClass().add("turn-words");
        gate.getStyleClass().add("turn-gate");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(performative, who, gap, source);
        head.getStyleClass().add("turn-head");
        head.setAlignment(Pos.CENTER_LEFT);
        performative.setMinWidth(USE_PREF_SIZE);
        source.setMinWidth(USE_PREF_SIZE);
        for (Label label : new Label[] {terms, words, gate}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        bubble.getChildren().setAll(head, terms, words, gate);
        bubble.getStyleClass().add("bubble");
        bubble.maxWidthProperty().bind(Bindings.multiply(0.76, list.widthProperty()));
        bubble.prefWidthProperty().bind(Bindings.multiply(0.76, list.widthProperty()));
        across.setMaxWidth(Double.MAX_VALUE);
        across.setAlignment(Pos.CENTER);
        across.setWrapText(true);
        row.setFillHeight(false);
        row.getStyleClass().add("turn-row");
        prefWidthProperty().bind(list.widthProperty().subtract(24));
        setText(null);
    }

    @Override
    protected void updateItem(@Nullable Turn turn, boolean empty) {
        super.updateItem(turn, empty);
        if (empty || turn == null) {
            setGraphic(null);
            return;
        }
        setGraphic(graphic(turn));
        setAccessibleText(turn.who() + " " + turn.performative() + " " + turn.terms() + " " + turn.words());
    }

    private Node graphic(Turn turn) {
        if (turn.side() == Turn.Side.ROUND || turn.side() == Turn.Side.HEADING) {
            boolean round = turn.side() == Turn.Side.ROUND;
            across.setText(turn.performative() + (turn.terms().isEmpty() ? "" : "  ·  " + turn.terms()));
            across.getStyleClass().setAll("label", round ? "round-line" : "opportunity-line");
            return across;
        }
        who.setText(turn.who());
        performative.setText(turn.performative());
        performative.getStyleClass().setAll("label", "performative", "p-" + styleOf(turn));
        source.setText(turn.source());
        show(terms, turn.terms());
        show(words, turn.words());
        show(gate, turn.gate().isEmpty() ? "" : "Gate: " + turn.gate());
        bubble.getStyleClass().setAll("bubble", "bubble-" + turn.side().name().toLowerCase(Locale.ROOT));
        if (different.test(turn)) {
            bubble.getStyleClass().add("bubble-different");
        }
        switch (turn.side()) {
            case HOME -> {
                avatar.show(turn.home(), homes.apply(turn.home()));
                row.getChildren().setAll(bubble, avatar);
                row.setAlignment(Pos.TOP_RIGHT);
            }
            case AGGREGATOR -> {
                avatar.showAggregator();
                row.getChildren().setAll(avatar, bubble);
                row.setAlignment(Pos.TOP_LEFT);
            }
            default -> {
                row.getChildren().setAll(bubble);
                row.setAlignment(Pos.CENTER);
            }
        }
        return row;
    }

    private static String styleOf(Turn turn) {
        return switch (turn.performative()) {
            case "Acceptance", "Award", "Market: cleared", "Closed: traded" -> "good";
            case "Refusal", "Rejection", "Withdrawal", "Market: not cleared" -> "bad";
            case "Protocol violation" -> "violation";
            case "Counter-offer" -> "counter";
            default -> "plain";
        };
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}
