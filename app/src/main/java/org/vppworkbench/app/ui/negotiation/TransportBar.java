package org.vppworkbench.app.ui.negotiation;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vppworkbench.app.action.ActionControls;
import org.vppworkbench.app.action.AppAction;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.model.time.Horizon;

/** Play, step, jump and speed. */
final class TransportBar extends FlowPane {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

    private final TransportViewModel transport;
    private final ComboBox<String> day = new ComboBox<>();
    private final ComboBox<String> hour = new ComboBox<>();
    private boolean following;

    TransportBar(TransportViewModel transport, List<AppAction> steps) {
        this.transport = transport;
        getStyleClass().add("transport-bar");
        setAlignment(Pos.CENTER_LEFT);
        for (AppAction step : steps) {
            if (step.id().equals("play")) {
                getChildren().addAll(playButton(step), new Separator(Orientation.VERTICAL));
            } else {
                getChildren().add(ActionControls.iconButton(step));
            }
        }
        getChildren().addAll(new Separator(Orientation.VERTICAL), jump(), new Separator(Orientation.VERTICAL), speed());
        transport.runProperty().addListener((o, was, is) -> listDays());
        transport.stateProperty().addListener((o, was, is) -> follow());
        listDays();
    }

    private Node playButton(AppAction play) {
        Button button = ActionControls.iconButton(play);
        button.getStyleClass().add("accent");
        transport.playingProperty().addListener((o, was, is) ->
                button.setGraphic(new FontIcon(is ? "mdmz-pause" : "mdmz-play_arrow")));
        return button;
    }

    private Node jump() {
        hour.getItems().setAll(IntStream.range(0, 24).mapToObj(h -> String.format(Locale.ROOT, "%02d:00", h)).toList());
        set(day, "jump-day", "Jump to a local day of the run");
        set(hour, "jump-hour", "Jump to an hour of that day (local time)");
        day.setPrefWidth(Em.of(11));
        hour.setPrefWidth(Em.of(7.5));
        HBox box = new HBox(day, hour);
        box.getStyleClass().add("tight-row");
        return box;
    }

    private Node speed() {
        Slider slider = new Slider(0, 3, Math.log10(TransportViewModel.FIRST_SPEED));
        slider.setId("speed");
        slider.setPrefWidth(Em.of(6));
        slider.setTooltip(new Tooltip("Speed of playing, 1 to 1000 turns per second; at the right end as fast as the window can"));
        slider.setAccessibleText("Speed of playing in turns per second");
        Label label = new Label();
        label.setMinWidth(Em.of(5.2));
        slider.valueProperty().addListener((o, was, is) -> transport.speedProperty().set(Math.pow(10, is.doubleValue())));
        label.textProperty().bind(Bindings.when(transport.speedProperty().greaterThanOrEqualTo(Streaming.FULL))
                .then("full speed")
                .otherwise(transport.speedProperty().asString(Locale.ROOT, "%.0f turns/s")));
        transport.speedProperty().addListener((o, was, is) -> slider.setValue(Math.log10(is.doubleValue())));
        HBox box = new HBox(slider, label);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("tight-row");
        return box;
    }

    private void set(ComboBox<String> box, String id, String tooltip) {
        box.setId(id);
        box.setTooltip(new Tooltip(tooltip));
        box.setAccessibleText(tooltip);
        box.setOnAction(event -> jumpToChoice());
    }

    private void jumpToChoice() {
        Horizon horizon = transport.horizon();
        int d = day.getSelectionModel().getSelectedIndex();
        int h = hour.getSelectionModel().getSelectedIndex();
        if (!following && horizon != null && d >= 0 && h >= 0) {
            transport.jumpToHour(Horizon.hourOf(horizon.dayStart(d)) + h);
        }
    }

    private void listDays() {
        Horizon horizon = transport.horizon();
        following = true;
        day.getItems().clear();
        if (horizon != null) {
            for (int d = 0; d < horizon.days(); d++) {
                day.getItems().add(DAY.format(horizon.date(d)));
            }
        }
        following = false;
        follow();
    }

    private void follow() {
        Horizon horizon = transport.horizon();
        int shown = transport.shownHour();
        if (horizon == null) {
            return;
        }
        following = true;
        if (shown < 0) {
            day.getSelectionModel().select(0);
            hour.getSelectionModel().clearSelection();
            following = false;
            return;
        }
        int d = horizon.dayOf(Horizon.firstInterval(shown));
        day.getSelectionModel().select(d);
        hour.getSelectionModel().select(shown - Horizon.hourOf(horizon.dayStart(d)));
        following = false;
    }
}
