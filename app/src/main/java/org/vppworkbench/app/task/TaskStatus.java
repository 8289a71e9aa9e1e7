package org.vppworkbench.app.task;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.vppworkbench.model.simulation.CancelToken;

/** How a task is doing. Properties change on the JavaFX thread only; the cancel flag may be read anywhere. */
public final class TaskStatus implements CancelToken {
    /** Life of a task. */
    public enum State {
        RUNNING("running"),
        DONE("done"),
        CANCELLED("cancelled"),
        FAILED("failed");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    private final String title;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(this, "state", State.RUNNING);
    private final AtomicBoolean cancelled = new AtomicBoolean();

    public TaskStatus(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /** Share done [0..1], or -1 while unknown. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return state.get() == State.RUNNING;
    }

    /** Asks the work to stop. */
    public void cancel() {
        cancelled.set(true);
    }

    @Override
    public boolean cancelled() {
        return cancelled.get();
    }

    void report(int done, int total, String what) {
        progress.set(total > 0 ? (double) done / total : -1);
        message.set(total > 0 ? what + " " + done + " of " + total : what);
    }

    void end(State how, String why) {
        progress.set(how == State.DONE ? 1 : progress.get() < 0 ? 0 : progress.get());
        message.set(why);
        state.set(how);
    }
}
