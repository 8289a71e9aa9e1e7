package org.vppworkbench.app.task;

import javafx.collections.ObservableList;

/** Runs long work. Called on the JavaFX thread. */
public interface TaskExecutor {
    /** Starts a task and lists it. */
    <T> TaskStatus submit(BackgroundTask<T> task);

    /** All tasks since the start of the program, newest first. */
    ObservableList<TaskStatus> tasks();
}
