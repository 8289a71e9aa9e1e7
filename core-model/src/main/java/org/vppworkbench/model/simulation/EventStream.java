package org.vppworkbench.model.simulation;

import java.time.Instant;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;

/** Numbers events and stamps them with simulated time. */
final class EventStream {
    private final EventSink sink;
    private long sequence;
    private Instant now;

    EventStream(EventSink sink, Instant start) {
        this.sink = sink;
        this.now = start;
    }

    void at(Instant simulatedTime) {
        now = simulatedTime;
    }

    void emit(RunEvent event) {
        sink.accept(new LoggedEvent(sequence++, now, event));
    }
}
