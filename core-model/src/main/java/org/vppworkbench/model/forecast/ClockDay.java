package org.vppworkbench.model.forecast;

import java.time.LocalDate;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * One local day by clock hour, 0 to 23, whatever the clocks did: of an hour that came twice the mean is kept, and one that
 * was left out carries the value of the hour before it.
 */
final class ClockDay {
    static final int HOURS = 24;

    private final double[] value = new double[HOURS];
    private final boolean[] happened = new boolean[HOURS];

    private ClockDay() {}

    /**
     * Cuts a day out of a series.
     *
     * @param days the days of the series, with one value per interval
     */
    static ClockDay of(LocalDate date, Horizon days, TimeSeries series) {
        ClockDay day = new ClockDay();
        int[] times = new int[HOURS];
        int index = Math.toIntExact(date.toEpochDay() - days.firstDay().toEpochDay());
        int end = Horizon.hourOf(days.dayStart(index + 1));
        for (int hour = Horizon.hourOf(days.dayStart(index)); hour < end; hour++) {
            int first = Horizon.firstInterval(hour);
            int clock = days.localStart(first).getHour();
            day.value[clock] += series.mean(first, first + Horizon.INTERVALS_PER_HOUR);
            times[clock]++;
        }
        for (int clock = 0; clock < HOURS; clock++) {
            day.happened[clock] = times[clock] > 0;
            if (times[clock] > 0) {
                day.value[clock] /= times[clock];
            } else if (clock > 0) {
                day.value[clock] = day.value[clock - 1];
            }
        }
        return day;
    }

    double at(int clockHour) {
        return value[clockHour];
    }

    boolean happened(int clockHour) {
        return happened[clockHour];
    }
}
