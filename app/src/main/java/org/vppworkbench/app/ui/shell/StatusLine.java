package org.vppworkbench.app.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.control.Badge;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.log.TasksButton;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.scenario.ForecastSettings;
import org.vppworkbench.model.scenario.MarketSettings;
import org.vppworkbench.model.scenario.Timeline;

/** Honest labels at the left, the running task with its cancel button at the right. */
final class StatusLine extends HBox {
    private final Workbench workbench;
    private final Label text = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel = new Button("Cancel");
    private final Badge label = new Badge("", "info", "");
    private final Badge timeline = new Badge("", "info", "");
    private final Badge forecast = new Badge("", "info", "");
    private final Badge prices = new Badge("", "bad", "");

    StatusLine(Workbench workbench) {
        this.workbench = workbench;
        setId("status");
        getStyleClass().add("status-line");
        setAlignment(Pos.CENTER_LEFT);
        bar.setPrefWidth(Em.of(10));
        cancel.setId("status-cancel");
        cancel.setTooltip(new Tooltip("Stops the running task"));
        cancel.getStyleClass().add("small");
        cancel.setMinWidth(USE_PREF_SIZE);
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().setAll(
                label,
                timeline,
                forecast,
                prices,
                text, bar, cancel, new TasksButton(workbench.tasks().tasks()));
        workbench.history().documentProperty().addListener((o, was, is) -> showLabel());
        workbench.tasks().tasks().addListener((ListChangeListener<TaskStatus>) change -> follow());
        showLabel();
        follow();
    }

    private void showLabel() {
        MarketSettings market = workbench.document().scenario().market();
        timeline.show(market.timeline().label(), "info", market.timeline() == Timeline.HOURLY
                ? "Homes trade 75 minutes before each hour at the published day-ahead price: a what-if, not market practice"
                : "Homes trade all hours of a day at 10:00 of the day before, on forecasts");
        forecast.show("forecast " + market.forecast().label(), "info", market.forecast().equals(ForecastSettings.PERFECT)
                ? "Agents expect the realised prices"
                : market.forecast().siteSigma() == 0
                        ? "Agents know price forecasts only, homes know their own roof and load; the market settles at the realised prices"
                        : "Agents and homes know forecasts only; the market settles at the realised prices");
        String warning = workbench.priceWarning();
        prices.setId("price-warning");
        prices.show(warning, "bad", "Prices of this sample are invented: no result of it is one of the real market");
        prices.setVisible(!warning.isEmpty());
        prices.setManaged(!warning.isEmpty());
        String id = workbench.document().scenario().mechanism();
        workbench.laboratory().mechanisms().stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .ifPresent(m -> label.show(m.label(), "info", m.title() + ": " + m.explanation()));
    }

    private void follow() {
        TaskStatus task = latestRunning();
        text.textProperty().unbind();
        bar.progressProperty().unbind();
        boolean busy = task != null;
        bar.setVisible(busy);
        bar.setManaged(busy);
        cancel.setVisible(busy);
        cancel.setManaged(busy);
        if (task == null) {
            text.setText(workbench.tasks().tasks().isEmpty() ? "" : last(workbench.tasks().tasks().getFirst()));
            return;
        }
        text.textProperty().bind(Bindings.concat(task.title(), "  ", task.messageProperty()));
        bar.progressProperty().bind(task.progressProperty());
        cancel.setOnAction(event -> task.cancel());
        task.stateProperty().addListener((o, was, is) -> follow());
    }

    private static String last(TaskStatus task) {
        return task.title() + ": " + task.stateProperty().get().words();
    }

    private @Nullable TaskStatus latestRunning() {
        for (TaskStatus task : workbench.tasks().tasks()) {
            if (task.isRunning()) {
                return task;
            }
        }
        return null;
    }
}
