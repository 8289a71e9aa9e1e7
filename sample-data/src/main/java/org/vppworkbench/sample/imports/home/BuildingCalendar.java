package org.vppworkbench.sample.imports.home;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.sample.imports.home.BuildingRows.Label;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;

/**
 * Works out the dates of rows that carry only month, hour and day of the week. The change of the month gives the day; the
 * year is the one nearest to {@value #MEASURED} whose days of the week and leap day fit every row.
 */
final class BuildingCalendar {
    /** The homes of the CityLearn Challenge 2022 were measured from August 2016. */
    private static final int MEASURED = 2016;

    /** After 28 years the days of the week repeat. */
    private static final int FARTHEST = 14;

    private static final int HOLIDAY = 8;

    private BuildingCalendar() {}

    /** The beginning of the first hour in standard time, or {@code null} with findings. */
    static @Nullable LocalDateTime firstHour(String file, List<Label> labels, ImportLog log) throws InputRefusedException {
        int change = IntStream.range(1, labels.size())
                .filter(i -> labels.get(i).month() != labels.get(i - 1).month())
                .findFirst()
                .orElse(0);
        Label anchor = labels.get(change);
        if (change == 0 && anchor.hour() != 1) {
            log.error(file + ", row " + anchor.row(), "month " + anchor.month() + ", hour " + anchor.hour(),
                    "the day cannot be worked out", "rows in which the month changes, or a first row of hour 1");
            return null;
        }
        List<LocalDateTime> starts = IntStream.rangeClosed(MEASURED - FARTHEST, MEASURED + FARTHEST)
                .boxed()
                .sorted(Comparator.comparingInt((Integer year) -> Math.abs(year - MEASURED)).thenComparingInt(year -> -year))
                .map(year -> LocalDate.of(year, anchor.month(), 1).atStartOfDay().minusHours(change))
                .toList();
        LocalDateTime best = starts.getFirst();
        int longest = -1;
        for (LocalDateTime start : starts) {
            int fitting = fitting(start, labels);
            if (fitting == labels.size()) {
                return start;
            }
            if (fitting > longest) {
                longest = fitting;
                best = start;
            }
        }
        Label wrong = labels.get(longest);
        LocalDateTime expected = best.plusHours(longest);
        log.error(
                file + ", row " + wrong.row(),
                "month " + wrong.month() + ", hour " + wrong.hour() + ", day type " + wrong.dayType(),
                "not the next hour: a row is missing, doubled or out of order, or the day of the week is wrong",
                "month " + expected.getMonthValue() + ", hour " + (expected.getHour() + 1) + ", day type "
                        + expected.getDayOfWeek().getValue() + " or " + HOLIDAY);
        return null;
    }

    /** How many rows from the first one fit. */
    private static int fitting(LocalDateTime start, List<Label> labels) {
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            LocalDateTime time = start.plusHours(i);
            boolean fits = label.month() == time.getMonthValue()
                    && label.hour() == time.getHour() + 1
                    && (label.dayType() == HOLIDAY || label.dayType() == time.getDayOfWeek().getValue());
            if (!fits) {
                return i;
            }
        }
        return labels.size();
    }
}
