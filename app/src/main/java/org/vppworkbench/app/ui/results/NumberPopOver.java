package org.vppworkbench.app.ui.results;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.vppworkbench.app.ui.control.Em;

/** Shows what a number is, beside it. */
final class NumberPopOver {
    private static final double WIDTH = 30;

    private NumberPopOver() {}

    /** Opens at a node that is shown. */
    static void show(Node at, NumberWords words) {
        if (at.getScene() == null) {
            return;
        }
        VBox box = new VBox(
                line("definition-value", words.title() + ": " + words.value(), "section-title"),
                line("definition-formula", words.formula(), "why-name"));
        if (!words.inputs().isEmpty()) {
            GridPane grid = new GridPane();
            grid.setId("definition-inputs");
            grid.setHgap(Em.of(0.8));
            for (int row = 0; row < words.inputs().size(); row++) {
                NumberWords.Input input = words.inputs().get(row);
                grid.add(cell(input.symbol(), "why-name"), 0, row);
                grid.add(cell(input.value(), "number-column"), 1, row);
                grid.add(cell(input.words(), "muted"), 2, row);
            }
            box.getChildren().add(grid);
        }
        box.getChildren().addAll(
                line("definition-meaning", words.meaning(), "definition-words"),
                line("definition-section", "Defined in " + words.section(), "muted"));
        box.setId("definition");
        box.setSpacing(Em.of(0.5));
        box.getStyleClass().add("certificate");
        box.setAccessibleText(words.text());
        PopOver popOver = new PopOver(box);
        popOver.setTitle("What this number is");
        popOver.setHeaderAlwaysVisible(true);
        // a window of its own: without them it stays light in the dark theme
        popOver.getRoot().getStylesheets().addAll(at.getScene().getStylesheets());
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        popOver.show(at);
    }

    private static Label line(String id, String text, String style) {
        Label label = cell(text, style);
        label.setId(id);
        label.setMaxWidth(Em.of(WIDTH));
        return label;
    }

    private static Label cell(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMaxWidth(Em.of(WIDTH / 2));
        label.setMinHeight(VBox.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }
}
