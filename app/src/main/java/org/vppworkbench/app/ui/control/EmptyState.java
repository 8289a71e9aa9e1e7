package org.vppworkbench.app.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says in words why there is nothing to see and what to do about it. */
public final class EmptyState extends VBox {
    private final Label text = new Label();

    public EmptyState(String icon, String words) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        FontIcon picture = new FontIcon(icon);
        picture.getStyleClass().add("empty-icon");
        text.setText(words);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.getStyleClass().add("empty-text");
        getChildren().setAll(picture, text);
    }

    public void setText(String words) {
        text.setText(words);
    }
}
