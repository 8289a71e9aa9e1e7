package org.vppworkbench.app.task;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/** The pulse of the JavaFX toolkit. */
public final class FxPulse implements Pulse, AutoCloseable {
    private final List<Listener> listeners = new ArrayList<>();
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    listeners.forEach(listener -> listener.frame(now));
                }
            };

    /** Starts at once. */
    public FxPulse() {
        timer.start();
    }

    @Override
    public void add(Listener listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        timer.stop();
    }
}
