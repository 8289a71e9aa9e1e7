package org.vppworkbench.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * Days on which weekend rates hold: Saturdays, Sundays and the holidays of SCE's time-of-use schedules; a holiday on a
 * Sunday is kept on the Monday after, one on a Saturday is not moved (from general knowledge of the schedules, not
 * re-opened).
 */
final class SceHolidays {
    private SceHolidays() {}

    static boolean weekendRates(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY
                || weekday == DayOfWeek.SUNDAY
                || holidays(day.getYear()).contains(day)
                || (weekday == DayOfWeek.MONDAY && holidays(day.getYear()).contains(day.minusDays(1)));
    }

    private static List<LocalDate> holidays(int year) {
        return List.of(
                LocalDate.of(year, Month.JANUARY, 1),
                nth(year, Month.FEBRUARY, 3, DayOfWeek.MONDAY),
                LocalDate.of(year, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)),
                LocalDate.of(year, Month.JULY, 4),
                nth(year, Month.SEPTEMBER, 1, DayOfWeek.MONDAY),
                LocalDate.of(year, Month.NOVEMBER, 11),
                nth(year, Month.NOVEMBER, 4, DayOfWeek.THURSDAY),
                LocalDate.of(year, Month.DECEMBER, 25));
    }

    private static LocalDate nth(int year, Month month, int ordinal, DayOfWeek weekday) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
    }
}
