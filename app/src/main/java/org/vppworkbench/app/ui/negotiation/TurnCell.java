package org.vppworkbench.app.ui.negotiation;

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

/** One turn: the aggregator at the left, homes at the right, results across. Nodes are made once and reused. */
final class TurnCell extends ListCell<Turn> {
    private final Label who = new Label();
    private final Label performative = new Label();
    private final Label source = new Label();
    private final Label terms = new Label();
    private final Label words = new Label();
    private final Label gate = new Label();
    private final VBox bubble = new VBox();
    private final HBox row = new HBox(bubble);
    private final Label across = new Label();

    TurnCell(ListView<Turn> list) {
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
        bubble.maxWidthProperty().bind(Bindings.multiply(0.78, list.widthProperty()));
        bubble.prefWidthProperty().bind(Bindings.multiply(0.78, list.widthProperty()));
        across.setMaxWidth(Double.MAX_VALUE);
        across.setAlignment(Pos.CENTER);
        row.setFillHeight(false);
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
        if (turn.side() == Turn.Side.ROUND) {
            across.setText(turn.performative());
            across.getStyleClass().setAll("label", "round-line");
            return across;
        }
        if (turn.side() == Turn.Side.HEADING) {
            across.setText(turn.performative() + " · " + turn.terms());
            across.getStyleClass().setAll("label", "opportunity-line");
            across.setWrapText(true);
            return across;
        }
        who.setText(turn.who());
        performative.setText(turn.performative());
        performative.getStyleClass().setAll("label", "performative", "p-" + styleOf(turn));
        source.setText(turn.source());
        show(terms, turn.terms());
        show(words, turn.words());
        show(gate, turn.gate().isEmpty() ? "" : "Gate: " + turn.gate());
        bubble.getStyleClass().setAll("bubble", "bubble-" + turn.side().name().toLowerCase(java.util.Locale.ROOT));
        row.setAlignment(
                switch (turn.side()) {
                    case HOME -> Pos.CENTER_RIGHT;
                    case RESULT -> Pos.CENTER;
                    default -> Pos.CENTER_LEFT;
                });
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
