package org.vppworkbench.model.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Prices of one product on the local days before a day of delivery, and nothing later: it is cut at the midnight that
 * begins that day, and whoever holds it cannot reach beyond. The day-ahead results of the day before delivery are among
 * it: they were published on the day before that, ahead of the 10:00 gate ({@code model.md} §3).
 */
public final class PriceHistory {
    private final LocalDate delivery;
    private final List<ClockDay> days;

    private PriceHistory(LocalDate delivery, List<ClockDay> days) {
        this.delivery = delivery;
        this.days = List.copyOf(days);
    }

    /**
     * What is known of a series before a day.
     *
     * @param most how many days are kept at most, the latest ones
     */
    static PriceHistory before(LocalDate delivery, Horizon days, TimeSeries series, int most) {
        List<ClockDay> known = new ArrayList<>();
        LocalDate first = delivery.minusDays(most);
        for (LocalDate date = first.isBefore(days.firstDay()) ? days.firstDay() : first;
                date.isBefore(delivery);
                date = date.plusDays(1)) {
            known.add(ClockDay.of(date, days, series));
        }
        return new PriceHistory(delivery, known);
    }

    /** The day of delivery, the first that is not known. */
    public LocalDate delivery() {
        return delivery;
    }

    /** Number of days known. */
    public int days() {
        return days.size();
    }

    /** Price at a clock hour, {@code daysBack} days before delivery [1..{@link #days()}]. */
    public double at(int daysBack, int clockHour) {
        return days.get(days.size() - daysBack).at(clockHour);
    }

    /** Whether the clocks showed that hour on that day. */
    public boolean happened(int daysBack, int clockHour) {
        return days.get(days.size() - daysBack).happened(clockHour);
    }
}
