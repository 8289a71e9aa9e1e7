package org.vppworkbench.app.ui.control;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;

/** Gives the buttons of a dialog ids. */
public final class DialogButtons {
    private DialogButtons() {}

    /** Buttons without an id get one of the prefix and their text, such as {@code export-close}. */
    public static void identify(DialogPane pane, String prefix) {
        for (ButtonType type : pane.getButtonTypes()) {
            Node node = pane.lookupButton(type);
            if (node instanceof Button button && button.getId() == null) {
                button.setId(prefix + "-" + button.getText().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
            }
        }
    }
}
