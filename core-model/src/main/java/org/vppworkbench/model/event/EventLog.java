package org.vppworkbench.model.event;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.physics.DispatchTable;
import org.vppworkbench.model.physics.HomeInterval;

/**
 * The append-only event stream of one run. One thread appends; readers use {@link #size()} as the end they may see.
 */
public final class EventLog implements EventSink {
    private final List<LoggedEvent> events = new ArrayList<>();

    @Override
    public synchronized void accept(LoggedEvent event) {
        if (event.sequence() != events.size()) {
            throw new IllegalArgumentException(
                    "event " + event.sequence() + " does not follow " + (events.size() - 1) + ". Maybe two runs share a log");
        }
        events.add(event);
    }

    public synchronized int size() {
        return events.size();
    }

    public synchronized LoggedEvent get(int sequence) {
        return events.get(sequence);
    }

    /** A snapshot of the events {@code [from, to)}. */
    public synchronized List<LoggedEvent> range(int from, int to) {
        return List.copyOf(events.subList(from, to));
    }

    /** All dispatched intervals of a complete run. */
    public DispatchTable dispatch(int prosumers, int intervals) {
        HomeInterval[][] rows = new HomeInterval[prosumers][intervals];
        for (LoggedEvent logged : range(0, size())) {
            if (logged.event() instanceof RunEvent.IntervalDispatched done) {
                for (int i = 0; i < prosumers; i++) {
                    rows[i][done.interval()] = done.homes().get(i);
                }
            }
        }
        return new DispatchTable(rows);
    }

    /** All fleet offers, in order. */
    public List<ClearedOffer> offers() {
        List<ClearedOffer> offers = new ArrayList<>();
        for (LoggedEvent logged : range(0, size())) {
            if (logged.event() instanceof RunEvent.OfferSettled settled) {
                offers.add(settled.offer());
            }
        }
        return offers;
    }
}
