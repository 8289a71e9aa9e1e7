package org.vppworkbench.model.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Whole local days from local midnight, cut into quarter hours. Intervals are half-open and named by their beginning;
 * hours are counted from the start ({@code hour h} covers intervals {@code 4h … 4h+3}). A local day has 92, 96 or 100
 * intervals (clock changes).
 *
 * @param firstDay first local day
 * @param days number of local days, at least 1
 * @param zone the zone whose midnights bound the days
 */
public record Horizon(LocalDate firstDay, int days, ZoneId zone) {
    /** Length of an interval [h]. */
    public static final double DELTA_HOURS = 0.25;

    /** Intervals in one hour. */
    public static final int INTERVALS_PER_HOUR = 4;

    private static final Duration STEP = Duration.ofMinutes(15);

    /** The zone of the CAISO market. */
    public static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    public Horizon {
        if (days < 1) {
            throw new IllegalArgumentException("days = " + days + ", but a horizon has at least 1 local day");
        }
    }

    /**
     * The horizon that starts at an instant.
     *
     * @throws IllegalArgumentException if {@code start} is not a local midnight or {@code intervals} is not whole days
     */
    public static Horizon of(Instant start, int intervals, ZoneId zone) {
        ZonedDateTime local = start.atZone(zone);
        if (!local.toLocalDate().atStartOfDay(zone).toInstant().equals(start)) {
            throw new IllegalArgumentException("start " + start + " is " + local + ", not a midnight in " + zone);
        }
        for (int days = 1; days <= intervals; days++) {
            Horizon candidate = new Horizon(local.toLocalDate(), days, zone);
            if (candidate.intervals() == intervals) {
                return candidate;
            }
            if (candidate.intervals() > intervals) {
                break;
            }
        }
        throw new IllegalArgumentException(intervals + " intervals are not whole local days from " + local);
    }

    public Instant start() {
        return midnight(0);
    }

    public Instant end() {
        return midnight(days);
    }

    /** Number of quarter hours T. */
    public int intervals() {
        return dayStart(days);
    }

    /** Number of hours H. */
    public int hours() {
        return intervals() / INTERVALS_PER_HOUR;
    }

    /** First interval of local day {@code day}; {@code dayStart(days())} is T. */
    public int dayStart(int day) {
        return (int) (Duration.between(midnight(0), midnight(day)).toSeconds() / STEP.toSeconds());
    }

    /** Local day (0-based) that holds the interval. */
    public int dayOf(int interval) {
        int day = Math.min(days - 1, interval / 92);
        while (dayStart(day) > interval) {
            day--;
        }
        return day;
    }

    public LocalDate date(int day) {
        return firstDay.plusDays(day);
    }

    public Instant intervalStart(int interval) {
        return start().plus(STEP.multipliedBy(interval));
    }

    public ZonedDateTime localStart(int interval) {
        return intervalStart(interval).atZone(zone);
    }

    /** First interval of hour {@code hour}. */
    public static int firstInterval(int hour) {
        return hour * INTERVALS_PER_HOUR;
    }

    /** Hour (from the start of the horizon) that holds the interval. */
    public static int hourOf(int interval) {
        return interval / INTERVALS_PER_HOUR;
    }

    private Instant midnight(int day) {
        return firstDay.plusDays(day).atStartOfDay(zone).toInstant();
    }
}
