package org.vppworkbench.app.ui.control;

import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Title of a pane, a line that says what it shows, and controls at the right. */
public final class PaneHeader extends HBox {
    private final Label subtitle = new Label();

    public PaneHeader(String title, String subtitleText, Node... controls) {
        getStyleClass().add("pane-header");
        setAlignment(Pos.CENTER_LEFT);
        Label heading = new Label(title);
        heading.getStyleClass().add("pane-title");
        heading.setMinWidth(USE_PREF_SIZE);
        subtitle.setText(subtitleText);
        subtitle.getStyleClass().add("pane-subtitle");
        subtitle.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(subtitle.textProperty());
        subtitle.setTooltip(whole);
        VBox texts = new VBox(heading, subtitle);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        HBox right = new HBox(controls);
        right.getStyleClass().add("pane-controls");
        right.setAlignment(Pos.CENTER_RIGHT);
        for (Node control : controls) {
            if (control instanceof javafx.scene.layout.Region region && !(control instanceof FlowPane)) {
                region.setMinWidth(USE_PREF_SIZE);
            }
        }
        getChildren().setAll(texts, right);
    }

    public StringProperty subtitleProperty() {
        return subtitle.textProperty();
    }
}
