package org.vppworkbench.app.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A field with room for a message under it, such as a finding about its value. */
public final class Explained extends VBox {
    private final Label message = new Label();

    public Explained(Node field) {
        message.getStyleClass().add("field-error");
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        explain("");
        getChildren().setAll(field, message);
    }

    /** Shows the message; with an empty one the room closes. */
    public void explain(String words) {
        message.setText(words);
        message.setVisible(!words.isEmpty());
        message.setManaged(!words.isEmpty());
    }
}
