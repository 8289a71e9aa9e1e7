package org.vppworkbench.app.action;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something the user can do.
 *
 * @param id node id of its button and menu item
 * @param group menu it belongs to
 * @param text menu text
 * @param tooltip what it does, in a sentence
 * @param icon Ikonli literal
 * @param shortcut keys, or {@code null}
 * @param disabled while true it cannot be done
 * @param body does it
 */
public record AppAction(
        String id,
        Group group,
        String text,
        String tooltip,
        String icon,
        @Nullable KeyCombination shortcut,
        ObservableBooleanValue disabled,
        Runnable body) {

    /** Menus, in order. */
    public enum Group {
        FILE("File"),
        EDIT("Edit"),
        RUN("Run"),
        STEP("Step"),
        VIEW("View"),
        HELP("Help");

        private final String text;

        Group(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /** Does it, unless it is disabled. */
    public void perform() {
        if (!disabled.get()) {
            body.run();
        }
    }

    /** Tooltip with the shortcut in brackets. */
    public String tooltipWithShortcut() {
        return shortcut == null ? tooltip : tooltip + " (" + shortcut.getDisplayText() + ")";
    }
}
