package org.vppworkbench.app.ui.project;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;

/** A row of several lines that is clicked as a whole, or pressed by Enter or Space. A button cannot hold text that wraps. */
final class ClickRow extends VBox {
    private final Runnable action;

    ClickRow(String id, String accessible, String tooltip, Runnable action, Node... lines) {
        super(lines);
        this.action = action;
        setId(id);
        getStyleClass().addAll("welcome-row", "clickable");
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(accessible);
        setFocusTraversable(true);
        setMinWidth(0);
        Tooltip.install(this, new Tooltip(tooltip));
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                requestFocus();
                action.run();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                action.run();
            }
        });
    }

    @Override
    public void executeAccessibleAction(AccessibleAction wanted, Object... parameters) {
        if (wanted == AccessibleAction.FIRE) {
            action.run();
        } else {
            super.executeAccessibleAction(wanted, parameters);
        }
    }
}
