package org.vppworkbench.app.task;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vppworkbench.model.simulation.ProgressSink;

/** Runs work on background threads and brings results back to the JavaFX thread. */
public final class FxTaskExecutor implements TaskExecutor, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FxTaskExecutor.class);
    /** A run, its optimum, that of a day or explanations, and one left for what the user waits for. */
    private static final int THREADS = 4;

    /** How long closing waits for files that are being written [s]. */
    private static final int PATIENCE_SECONDS = 3;

    private final ObservableList<TaskStatus> tasks = FXCollections.observableArrayList();
    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    THREADS, Thread.ofPlatform().daemon().name("work-", 1).factory());

    /** Housekeeping waits for no run, and keeps its order. */
    private final ExecutorService housekeeping =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("keep-", 1).factory());

    @Override
    public <T> void quietly(BackgroundTask<T> task) {
        TaskStatus unlisted = new TaskStatus(task.title());
        try {
            housekeeping.execute(() -> {
                try {
                    T result = task.work().run(ProgressSink.NONE, unlisted);
                    Platform.runLater(() -> task.onSuccess().accept(result));
                } catch (IOException | RuntimeException e) {
                    LOG.warn("{} failed", task.title(), e);
                    Platform.runLater(() -> task.onFailure().accept(e));
                }
            });
        } catch (RejectedExecutionException closed) {
            LOG.debug("{}: the window is closing", task.title());
        }
    }

    @Override
    public <T> TaskStatus submit(BackgroundTask<T> task) {
        TaskStatus status = new TaskStatus(task.title());
        tasks.addFirst(status);
        LOG.info("{} started", task.title());
        try {
            threads.execute(() -> run(task, status));
        } catch (RejectedExecutionException closed) {
            status.end(TaskStatus.State.CANCELLED, "the window is closing");
        }
        return status;
    }

    @Override
    public ObservableList<TaskStatus> tasks() {
        return tasks;
    }

    /** Cancels everything and waits a little: work ends at its next look at the token, and no file is left half written. */
    @Override
    public void close() {
        tasks.forEach(TaskStatus::cancel);
        threads.shutdown();
        housekeeping.shutdown();
        try {
            if (!housekeeping.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("unsaved work was still being kept when the window was closed");
            }
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a task did not end when the window was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> void run(BackgroundTask<T> task, TaskStatus status) {
        try {
            if (status.cancelled()) {
                throw new CancellationException("stopped before it began");
            }
            T result = task.work().run(new CoalescingSink(status), status);
            Platform.runLater(
                    () -> {
                        boolean cancelled = status.cancelled();
                        status.end(
                                cancelled ? TaskStatus.State.CANCELLED : TaskStatus.State.DONE,
                                cancelled ? "stopped by the user" : "");
                        LOG.info("{} {}", task.title(), status.stateProperty().get().words());
                        task.onSuccess().accept(result);
                    });
        } catch (IOException | RuntimeException | Error e) {
            if (!status.cancelled()) {
                LOG.error("{} failed", task.title(), e);
            }
            Platform.runLater(() -> fail(task, status, e));
        }
    }

    private static <T> void fail(BackgroundTask<T> task, TaskStatus status, Throwable e) {
        if (status.cancelled()) {
            status.end(TaskStatus.State.CANCELLED, "stopped by the user");
            LOG.info("{} cancelled", task.title());
            return;
        }
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        status.end(TaskStatus.State.FAILED, why);
        task.onFailure().accept(e);
    }

    /** At most one pending update per task, so that fast work cannot flood the JavaFX thread. */
    private static final class CoalescingSink implements ProgressSink {
        private record Progress(int done, int total, String what) {}

        private final TaskStatus status;
        private final AtomicReference<Progress> pending = new AtomicReference<>();

        CoalescingSink(TaskStatus status) {
            this.status = status;
        }

        @Override
        public void report(int done, int total, String what) {
            if (pending.getAndSet(new Progress(done, total, what)) == null) {
                Platform.runLater(
                        () -> {
                            Progress latest = pending.getAndSet(null);
                            if (latest != null && status.isRunning()) {
                                status.report(latest.done(), latest.total(), latest.what());
                            }
                        });
            }
        }
    }
}
