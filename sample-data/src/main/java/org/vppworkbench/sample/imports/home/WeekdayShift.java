package org.vppworkbench.sample.imports.home;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.imports.ProfileOptions;

/**
 * Lays hours of one year onto days of another: each day takes the measured day with the same day of the week that is nearest
 * in the calendar. Hours keep their time on the clock; an hour that the change of clocks repeats takes its value twice.
 */
final class WeekdayShift {
    private static final int DAYS_OF_YEAR = 365;

    private final Instant first;
    private final int hours;
    private final ZoneId zone;
    private final List<LocalDate> wholeDays = new ArrayList<>();

    /**
     * @param first beginning of the first measured hour
     * @param hours number of measured hours
     */
    WeekdayShift(Instant first, int hours, ZoneId zone) {
        this.first = first;
        this.hours = hours;
        this.zone = zone;
        Instant end = first.plus(Duration.ofHours(hours));
        LocalDate day = first.atZone(zone).toLocalDate();
        while (!day.plusDays(1).atStartOfDay(zone).toInstant().isAfter(end)) {
            if (!day.atStartOfDay(zone).toInstant().isBefore(first)) {
                wholeDays.add(day);
            }
            day = day.plusDays(1);
        }
    }

    /** Whether every day of the week that the target has was measured. */
    boolean covers(ProfileOptions target) {
        return IntStream.range(0, Math.min(7, target.days()))
                .allMatch(d -> source(target.from().plusDays(d)).isPresent());
    }

    /**
     * Hourly values of the target days.
     *
     * @param values one per measured hour
     * @param target days that are covered
     */
    TimeSeries shifted(double[] values, ProfileOptions target) {
        if (values.length != hours) {
            throw new IllegalArgumentException(values.length + " values. There are " + hours + " measured hours.");
        }
        DoubleStream.Builder shifted = DoubleStream.builder();
        for (int d = 0; d < target.days(); d++) {
            LocalDate day = target.from().plusDays(d);
            LocalDate source = source(day).orElseThrow();
            Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
            for (Instant t = day.atStartOfDay(zone).toInstant(); t.isBefore(end); t = t.plus(Duration.ofHours(1))) {
                ZonedDateTime measured = source.atTime(t.atZone(zone).toLocalTime()).atZone(zone);
                shifted.add(values[(int) Duration.between(first, measured.toInstant()).toHours()]);
            }
        }
        return TimeSeries.of(shifted.build().toArray());
    }

    Optional<LocalDate> source(LocalDate day) {
        return wholeDays.stream()
                .filter(measured -> measured.getDayOfWeek() == day.getDayOfWeek())
                .min(Comparator.comparingInt((LocalDate measured) -> distance(measured, day))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Days between two dates in the calendar, whatever their years. */
    private static int distance(LocalDate a, LocalDate b) {
        int days = Math.abs(a.getDayOfYear() - b.getDayOfYear());
        return Math.min(days, DAYS_OF_YEAR - days);
    }
}
