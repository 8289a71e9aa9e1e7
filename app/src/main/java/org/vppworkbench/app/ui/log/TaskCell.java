package org.vppworkbench.app.ui.log;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.ui.control.Em;

/** One task with its progress and a cancel button. */
final class TaskCell extends ListCell<TaskStatus> {
    private final Label title = new Label();
    private final Label state = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel = new Button("Cancel");
    private final HBox row;

    TaskCell() {
        title.getStyleClass().add("task-title");
        state.getStyleClass().add("muted");
        VBox texts = new VBox(title, state);
        HBox.setHgrow(texts, Priority.ALWAYS);
        texts.setMinWidth(0);
        bar.setPrefWidth(Em.of(12));
        cancel.setId("cancel-task");
        cancel.setTooltip(new Tooltip("Stops this task"));
        cancel.setMinWidth(USE_PREF_SIZE);
        row = new HBox(texts, bar, cancel);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("tight-row");
    }

    @Override
    protected void updateItem(@Nullable TaskStatus task, boolean empty) {
        super.updateItem(task, empty);
        bar.progressProperty().unbind();
        state.textProperty().unbind();
        cancel.disableProperty().unbind();
        if (empty || task == null) {
            setGraphic(null);
            return;
        }
        title.setText(task.title());
        bar.progressProperty().bind(task.progressProperty());
        state.textProperty().bind(Bindings.createStringBinding(
                () -> task.stateProperty().get().words() + (task.messageProperty().get().isEmpty() ? "" : ": " + task.messageProperty().get()),
                task.stateProperty(), task.messageProperty()));
        cancel.disableProperty().bind(task.stateProperty().isNotEqualTo(TaskStatus.State.RUNNING));
        cancel.setOnAction(event -> task.cancel());
        setGraphic(row);
    }
}
