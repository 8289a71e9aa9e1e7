package org.vppworkbench.app.task;

import java.io.IOException;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Does everything at once, on the calling thread. */
public final class SameThreadTaskExecutor implements TaskExecutor {
    private final ObservableList<TaskStatus> tasks = FXCollections.observableArrayList();

    @Override
    public <T> TaskStatus submit(BackgroundTask<T> task) {
        TaskStatus status = new TaskStatus(task.title());
        tasks.addFirst(status);
        try {
            T result = task.work().run(status::report, status);
            status.end(TaskStatus.State.DONE, "");
            task.onSuccess().accept(result);
        } catch (IOException | RuntimeException e) {
            status.end(TaskStatus.State.FAILED, String.valueOf(e.getMessage()));
            task.onFailure().accept(e);
        }
        return status;
    }

    @Override
    public <T> void quietly(BackgroundTask<T> task) {
        TaskStatus unlisted = new TaskStatus(task.title());
        try {
            task.onSuccess().accept(task.work().run(unlisted::report, unlisted));
        } catch (IOException | RuntimeException e) {
            task.onFailure().accept(e);
        }
    }

    @Override
    public ObservableList<TaskStatus> tasks() {
        return tasks;
    }
}
