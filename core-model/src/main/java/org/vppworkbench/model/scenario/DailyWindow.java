package org.vppworkbench.model.scenario;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.vppworkbench.model.time.Horizon;

/**
 * A window of local clock times, every day; it may pass midnight, and equal times mean the whole day. An interval belongs
 * to it as soon as it overlaps it.
 */
record DailyWindow(LocalTime from, LocalTime to) {
    private static final int QUARTER_SECONDS = 900;

    /** Intervals of the horizon that overlap the window, ascending. */
    List<Integer> intervals(Horizon horizon) {
        return IntStream.range(0, horizon.intervals())
                .filter(t -> overlaps(horizon.localStart(t).toLocalTime()))
                .boxed()
                .toList();
    }

    private boolean overlaps(LocalTime quarterHour) {
        int start = quarterHour.toSecondOfDay();
        int end = start + QUARTER_SECONDS;
        boolean afterFrom = end > from.toSecondOfDay();
        boolean beforeTo = start < to.toSecondOfDay();
        if (from.equals(to)) {
            return true;
        }
        return from.isBefore(to) ? afterFrom && beforeTo : afterFrom || beforeTo;
    }
}
