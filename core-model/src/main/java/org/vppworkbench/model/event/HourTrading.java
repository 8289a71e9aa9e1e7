package org.vppworkbench.model.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.Opportunity;

/**
 * What was said and decided so far about one hour of delivery.
 *
 * @param hour hour from the start of the horizon, or -1 before the first
 * @param events negotiation events about the hour, in order
 * @param current opportunity that is being traded or was traded last, or {@code null}
 * @param round round of its last message; 0 before the first
 */
public record HourTrading(
        int hour, List<LoggedEvent> events, @Nullable Opportunity current, int round) {
    /** Before anything was traded. */
    public static final HourTrading NONE = new HourTrading(-1, List.of(), null, 0);

    public HourTrading {
        events = List.copyOf(events);
    }
}
