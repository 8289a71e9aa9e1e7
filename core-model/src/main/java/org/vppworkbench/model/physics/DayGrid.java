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

    /** First interval of the local day {@code days} days after that of interval {@code t}, or T where the run ends before. */
    int midnightAfter(int t, int days) {
        int next = t;
        while (next < day.length && day[next] < day[t] + days) {
            next++;
        }
        return next;
    }

    /** Whether interval {@code t} begins at a local midnight. */
    public boolean midnight(int t) {
        return t == 0 || day[t] != day[t - 1];
    }
}
