package org.vppworkbench.app.ui.log;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;

/** How many tasks run; a click lists all of them with progress and cancel. */
public final class TasksButton extends Button {
    private final ObservableList<TaskStatus> tasks;
    private final StringProperty count = new SimpleStringProperty(this, "count", "");

    public TasksButton(ObservableList<TaskStatus> tasks) {
        super("", new FontIcon("mdmz-playlist_play"));
        this.tasks = tasks;
        setId("status-tasks");
        setTooltip(new Tooltip("Lists the tasks with their progress; each can be cancelled"));
        setMinWidth(USE_PREF_SIZE);
        textProperty().bind(count);
        accessibleTextProperty().bind(count.concat(", list them"));
        setOnAction(event -> list());
        tasks.addListener((ListChangeListener<TaskStatus>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(task -> task.stateProperty().addListener((o, was, is) -> count()));
            }
            count();
        });
        tasks.forEach(task -> task.stateProperty().addListener((o, was, is) -> count()));
        count();
    }

    private void count() {
        long running = tasks.stream().filter(TaskStatus::isRunning).count();
        count.set(running == 0 ? "No task runs" : running == 1 ? "1 task runs" : running + " tasks run");
    }

    private void list() {
        ListView<TaskStatus> list = new ListView<>(tasks);
        list.setId("task-list");
        list.setAccessibleText("Tasks with their progress");
        list.setCellFactory(view -> new TaskCell());
        list.setPlaceholder(new EmptyState("mdmz-playlist_add_check", "No task was started yet."));
        list.setPrefSize(Em.of(40), Em.of(20));
        PopOver popOver = new PopOver(list);
        popOver.setTitle("Tasks");
        popOver.setHeaderAlwaysVisible(true);
        popOver.setAnimated(false);
        popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_RIGHT);
        // a window of its own: without them it stays light in the dark theme
        popOver.getRoot().getStylesheets().addAll(getScene().getStylesheets());
        popOver.show(this);
    }
}
