package org.vppworkbench.app.task;

import javafx.collections.ObservableList;

/** Runs long work. Called on the JavaFX thread. */
public interface TaskExecutor {
    /** Starts a task and lists it. */
    <T> TaskStatus submit(BackgroundTask<T> task);

    /**
     * Does a short piece of housekeeping that nobody waits for, such as keeping unsaved work: it is not listed, and one follows the
     * other in the order they came.
     */
    default <T> void quietly(BackgroundTask<T> task) {
        submit(task);
    }

    /** All tasks since the start of the program, newest first. */
    ObservableList<TaskStatus> tasks();
}
