package org.vppworkbench.app.task;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Holds every task back until it is told to do the oldest one; a cancelled task ends as on real threads. */
public final class ManualTaskExecutor implements TaskExecutor {
    private final ObservableList<TaskStatus> tasks = FXCollections.observableArrayList();
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public <T> TaskStatus submit(BackgroundTask<T> task) {
        TaskStatus status = new TaskStatus(task.title());
        tasks.addFirst(status);
        waiting.add(() -> run(task, status));
        return status;
    }

    @Override
    public ObservableList<TaskStatus> tasks() {
        return tasks;
    }

    /** Number of tasks that wait. */
    public int waiting() {
        return waiting.size();
    }

    /** Does the oldest task that waits. */
    public void doNext() {
        waiting.remove().run();
    }

    /** Does all tasks that wait, and those they start. */
    public void doAll() {
        while (!waiting.isEmpty()) {
            doNext();
        }
    }

    private static <T> void run(BackgroundTask<T> task, TaskStatus status) {
        try {
            T result = task.work().run(status::report, status);
            status.end(status.cancelled() ? TaskStatus.State.CANCELLED : TaskStatus.State.DONE, "");
            task.onSuccess().accept(result);
        } catch (CancellationException e) {
            status.end(TaskStatus.State.CANCELLED, "");
        } catch (IOException | RuntimeException e) {
            status.end(TaskStatus.State.FAILED, String.valueOf(e.getMessage()));
            task.onFailure().accept(e);
        }
    }
}
