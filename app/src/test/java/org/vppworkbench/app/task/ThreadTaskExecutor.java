package org.vppworkbench.app.task;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Does tasks on threads of their own; what follows them happens where {@link #deliver()} is called. */
public final class ThreadTaskExecutor implements TaskExecutor {
    private final ObservableList<TaskStatus> tasks = FXCollections.observableArrayList();
    private final ConcurrentLinkedQueue<Runnable> followers = new ConcurrentLinkedQueue<>();

    @Override
    public <T> TaskStatus submit(BackgroundTask<T> task) {
        TaskStatus status = new TaskStatus(task.title());
        tasks.addFirst(status);
        Thread.ofPlatform().daemon().name(task.title()).start(() -> run(task, status));
        return status;
    }

    private <T> void run(BackgroundTask<T> task, TaskStatus status) {
        try {
            T result = task.work().run((done, total, what) -> {}, status);
            followers.add(() -> {
                status.end(TaskStatus.State.DONE, "");
                task.onSuccess().accept(result);
            });
        } catch (CancellationException e) {
            followers.add(() -> status.end(TaskStatus.State.CANCELLED, ""));
        } catch (IOException | RuntimeException e) {
            followers.add(() -> {
                status.end(TaskStatus.State.FAILED, String.valueOf(e.getMessage()));
                task.onFailure().accept(e);
            });
        }
    }

    /** Does what follows the tasks that ended. */
    public void deliver() {
        for (Runnable next = followers.poll(); next != null; next = followers.poll()) {
            next.run();
        }
    }

    @Override
    public ObservableList<TaskStatus> tasks() {
        return tasks;
    }
}
