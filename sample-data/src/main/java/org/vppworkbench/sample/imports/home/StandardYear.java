package org.vppworkbench.sample.imports.home;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.vppworkbench.model.time.TimeSeries;

/**
 * A year of 8760 hours in local standard time, without daylight time and without a leap day; hour 0 is 1 January, 00–01.
 *
 * @param values one value per hour
 * @param offset of standard time from UTC
 */
record StandardYear(TimeSeries values, ZoneOffset offset) {
    static final int HOURS = 8760;

    /** Any year without leap day. */
    private static final int COMMON_YEAR = 2023;

    StandardYear {
        if (values.length() != HOURS) {
            throw new IllegalArgumentException(values.length() + " values. A standard year has " + HOURS + ".");
        }
    }

    /** The index of a time of standard time; 29 February takes 28 February. */
    static int hour(LocalDateTime standard) {
        int day = standard.getMonthValue() == 2 && standard.getDayOfMonth() == 29 ? 28 : standard.getDayOfMonth();
        LocalDate date = LocalDate.of(COMMON_YEAR, standard.getMonthValue(), day);
        return (date.getDayOfYear() - 1) * 24 + standard.getHour();
    }

    /** The hour whose beginning is this index, in words. */
    static String words(int hour) {
        LocalDateTime time = LocalDate.of(COMMON_YEAR, 1, 1).atStartOfDay().plusHours(hour);
        return String.format(
                Locale.ROOT, "month %d, day %d, hour %d", time.getMonthValue(), time.getDayOfMonth(), time.getHour());
    }

    /** Hourly values of whole local days, through standard time: at the change of clocks nothing is doubled or left out. */
    TimeSeries laidOnto(LocalDate from, int days, ZoneId zone) {
        Instant start = from.atStartOfDay(zone).toInstant();
        Instant end = from.plusDays(days).atStartOfDay(zone).toInstant();
        int hours = (int) Duration.between(start, end).toHours();
        return TimeSeries.generate(
                hours, i -> values.at(hour(LocalDateTime.ofInstant(start.plus(Duration.ofHours(i)), offset))));
    }
}
