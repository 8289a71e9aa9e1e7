package org.vppworkbench.model.physics;

import org.vppworkbench.model.time.Horizon;

/** The local days of a horizon as an array, for hot loops. */
public final class DayGrid {
    private final int[] day;

    public DayGrid(Horizon horizon) {
        day = new int[horizon.intervals()];
        for (int d = 0; d < horizon.days(); d++) {
            java.util.Arrays.fill(day, horizon.dayStart(d), horizon.dayStart(d + 1), d);
        }
    }

    public int intervals() {
        return day.length;
    }

    public int day(int t) {
        return day[t];
    }

    /** Whether interval {@code t} begins at a local midnight. */
    public boolean midnight(int t) {
        return t == 0 || day[t] != day[t - 1];
    }
}
