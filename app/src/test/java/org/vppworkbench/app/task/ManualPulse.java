package org.vppworkbench.app.task;

import java.util.ArrayList;
import java.util.List;

/** A pulse that beats when told. */
public final class ManualPulse implements Pulse {
    private final List<Listener> listeners = new ArrayList<>();

    @Override
    public void add(Listener listener) {
        listeners.add(listener);
    }

    /** One frame. */
    public void beat(long nanos) {
        listeners.forEach(listener -> listener.frame(nanos));
    }
}
