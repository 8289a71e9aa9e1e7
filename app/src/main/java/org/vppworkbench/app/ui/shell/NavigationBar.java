package org.vppworkbench.app.ui.shell;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.ui.control.Em;

/** The panes at the left. */
final class NavigationBar extends VBox {
    /** Wide enough for the longest name in bold, so that nothing moves when it is chosen. */
    private static final double WIDTH = Em.of(7.8);

    NavigationBar(ObjectProperty<Pane> shown, WorkbenchActions actions) {
        setId("navigation");
        getStyleClass().add("navigation");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        ToggleGroup group = new ToggleGroup();
        for (Pane pane : Pane.values()) {
            String name = pane.name().toLowerCase(java.util.Locale.ROOT);
            AppAction action = actions.byId("show-" + name);
            ToggleButton button = new ToggleButton(pane.text(), new FontIcon(pane.icon()));
            button.setId("nav-" + name);
            button.setContentDisplay(ContentDisplay.TOP);
            button.setAlignment(Pos.CENTER);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setTooltip(new Tooltip(action.tooltipWithShortcut()));
            button.setAccessibleText(pane.text());
            button.setSelected(shown.get() == pane);
            button.setOnAction(event -> {
                button.setSelected(true);
                shown.set(pane);
            });
            shown.addListener((o, was, is) -> button.setSelected(is == pane));
            getChildren().add(button);
        }
    }
}
