package org.vppworkbench.app.action;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes controls from actions. */
public final class ActionControls {
    private ActionControls() {}

    /** A button with icon and text. */
    public static Button button(AppAction action) {
        Button button = new Button(action.text(), new FontIcon(action.icon()));
        wire(button, action);
        return button;
    }

    /** A button with the icon only; text and shortcut stand in the tooltip. */
    public static Button iconButton(AppAction action) {
        Button button = button(action);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("icon-button");
        return button;
    }

    /** One menu per group. */
    public static MenuBar menuBar(List<AppAction> actions) {
        MenuBar bar = new MenuBar();
        bar.setId("menu-bar");
        for (AppAction.Group group : AppAction.Group.values()) {
            List<MenuItem> items = new ArrayList<>();
            for (AppAction action : actions) {
                if (action.group() == group) {
                    items.add(item(action));
                }
            }
            if (!items.isEmpty()) {
                Menu menu = new Menu("_" + group.text());
                menu.getItems().setAll(items);
                bar.getMenus().add(menu);
            }
        }
        return bar;
    }


    private static MenuItem item(AppAction action) {
        MenuItem item = new MenuItem(action.text(), new FontIcon(action.icon()));
        item.setId("menu-" + action.id());
        item.setAccelerator(action.shortcut());
        item.disableProperty().bind(action.disabled());
        item.setOnAction(event -> action.perform());
        return item;
    }

    private static void wire(ButtonBase button, AppAction action) {
        button.setId(action.id());
        button.setTooltip(new Tooltip(action.tooltipWithShortcut()));
        button.setAccessibleText(action.text());
        button.setAccessibleHelp(action.tooltip());
        button.disableProperty().bind(action.disabled());
        button.setOnAction(event -> action.perform());
    }
}
