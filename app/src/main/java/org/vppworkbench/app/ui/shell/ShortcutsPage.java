package org.vppworkbench.app.ui.shell;

import javafx.collections.FXCollections;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.TableView;
import javafx.stage.Window;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.DialogButtons;
import org.vppworkbench.app.ui.control.Em;

/** All actions with their keys, from the same list as menu and palette. */
final class ShortcutsPage {
    private final WorkbenchActions actions;

    ShortcutsPage(WorkbenchActions actions) {
        this.actions = actions;
    }

    void show(Window owner) {
        TableView<AppAction> table = new TableView<>(FXCollections.observableArrayList(actions.all()));
        table.setId("shortcuts-table");
        table.setAccessibleText("Actions and their keys");
        table.getColumns().add(Columns.text("Menu", "Menu it is in", 5, a -> a.group().text()));
        table.getColumns().add(Columns.text("Action", "What it is called", 14, AppAction::text));
        table.getColumns().add(Columns.text("Keys", "Keyboard shortcut; none: by menu or palette (Ctrl+K)", 9, ShortcutsPage::keys));
        table.getColumns().add(Columns.filling(Columns.text("What it does", "In a sentence", 20, AppAction::tooltip)));
        Columns.fill(table);
        table.setPrefSize(Em.of(58), Em.of(36));
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Keyboard shortcuts");
        dialog.setHeaderText("Everything that can be done, with its keys. In the palette (Ctrl+K) all of it is found by typing.");
        dialog.setResizable(true);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.getDialogPane().setContent(table);
        DialogButtons.identify(dialog.getDialogPane(), "shortcuts");
        dialog.show();
    }

    private static String keys(AppAction action) {
        return action.shortcut() == null ? "" : action.shortcut().getDisplayText();
    }
}
