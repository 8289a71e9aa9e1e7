package org.vppworkbench.model.physics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.vppworkbench.model.time.Horizon;

/** The local days of a horizon and their clock as arrays, for hot loops. */
public final class DayGrid {
    /** Quarter hours on the clock of a local day, whatever the clocks do. */
    static final int CLOCK = 96;

    private final int[] day;
    private final int[] clock;

    public DayGrid(Horizon horizon) {
        day = new int[horizon.intervals()];
        clock = new int[horizon.intervals()];
        for (int d = 0; d < horizon.days(); d++) {
            int from = horizon.dayStart(d);
            int to = horizon.dayStart(d + 1);
            Arrays.fill(day, from, to, d);
            for (int t = from; t < to; t++) {
                clock[t] = to - from == CLOCK ? t - from : quarter(horizon.localStart(t));
            }
        }
    }

    private static int quarter(java.time.ZonedDateTime time) {
        return time.getHour() * Horizon.INTERVALS_PER_HOUR + time.getMinute() / 15;
    }

    public int intervals() {
        return day.length;
    }

    public int day(int t) {
        return day[t];
    }

    /** The quarter hour that a local clock shows at the start of interval {@code t}, 0 to 95. */
    int clock(int t) {
        return clock[t];
    }

    /** First interval of the local day {@code days} days after that of interval {@code t}, or T where the run ends before. */
    int midnightAfter(int t, int days) {
        int next = t;
        while (next < day.length && day[next] < day[t] + days) {
            next++;
        }
        return next;
    }

    /** First interval of the local day that holds interval {@code t}. */
    int midnightBefore(int t) {
        int first = t;
        while (first > 0 && day[first - 1] == day[t]) {
            first--;
        }
        return first;
    }

    /** Whether interval {@code t} begins at a local midnight. */
    public boolean midnight(int t) {
        return t == 0 || day[t] != day[t - 1];
    }

    /**
     * The local day that ends before interval {@code end}, by the clock: of an hour that came twice the mean, and in place of
     * one that was left out the quarter hour before it.
     *
     * @param end a local midnight after the first
     * @param value of an interval of that day
     * @return 96 values
     */
    double[] byClock(int end, IntToDoubleFunction value) {
        double[] mean = new double[CLOCK];
        int[] times = new int[CLOCK];
        for (int t = midnightBefore(end - 1); t < end; t++) {
            mean[clock[t]] += value.applyAsDouble(t);
            times[clock[t]]++;
        }
        for (int q = 0; q < CLOCK; q++) {
            mean[q] = times[q] == 0 ? mean[Math.max(0, q - 1)] : mean[q] / times[q];
        }
        return mean;
    }
}
