package org.vppworkbench.model.event;

/** Receives events in order. Implementations decide whether to keep, stream or drop them. */
@FunctionalInterface
public interface EventSink {
    void accept(LoggedEvent event);

    /** Drops everything. */
    EventSink NONE = event -> {};
}
