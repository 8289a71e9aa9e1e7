package org.vppworkbench.app.ui.fleet;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Seven days of the week to be switched on and off. */
final class DayToggles extends HBox {
    /**
     * @param id beginning of the node ids
     * @param days those that are on
     * @param commit takes the days after every click
     */
    DayToggles(String id, Set<DayOfWeek> days, Consumer<Set<DayOfWeek>> commit) {
        getStyleClass().add("day-toggles");
        Set<DayOfWeek> on = EnumSet.noneOf(DayOfWeek.class);
        on.addAll(days);
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            ToggleButton button = new ToggleButton(name.substring(0, 2));
            button.setId(id + "-" + name.substring(0, 3).toLowerCase(Locale.ROOT));
            button.setTooltip(new Tooltip(name));
            button.setAccessibleText(name);
            button.getStyleClass().add("chip");
            button.setMinWidth(USE_PREF_SIZE);
            button.setSelected(on.contains(day));
            button.setOnAction(event -> {
                if (button.isSelected()) {
                    on.add(day);
                } else {
                    on.remove(day);
                }
                commit.accept(Set.copyOf(on));
            });
            getChildren().add(button);
        }
    }
}
