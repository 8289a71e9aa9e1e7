package org.vppworkbench.model.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Published forecasts of the system up to and including the day of delivery: they come out before the day-ahead gate. It is
 * cut at the midnight that ends that day.
 */
public final class DriverHistory {
    private final List<List<ClockDay>> drivers;

    private DriverHistory(List<List<ClockDay>> drivers) {
        this.drivers = List.copyOf(drivers);
    }

    static DriverHistory upTo(LocalDate delivery, Horizon days, Map<String, TimeSeries> series, int most) {
        List<List<ClockDay>> all = new ArrayList<>();
        LocalDate first = delivery.minusDays(most);
        for (TimeSeries driver : new TreeMap<>(series).values()) {
            List<ClockDay> known = new ArrayList<>();
            for (LocalDate date = first.isBefore(days.firstDay()) ? days.firstDay() : first;
                    !date.isAfter(delivery);
                    date = date.plusDays(1)) {
                known.add(ClockDay.of(date, days, driver));
            }
            all.add(List.copyOf(known));
        }
        return new DriverHistory(all);
    }

    /** Number of drivers. */
    public int drivers() {
        return drivers.size();
    }

    /** A driver at a clock hour, {@code daysBack} days before delivery; 0 is the day of delivery itself. */
    public double at(int driver, int daysBack, int clockHour) {
        List<ClockDay> days = drivers.get(driver);
        return days.get(days.size() - 1 - daysBack).at(clockHour);
    }
}
