package org.vppworkbench.sample;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * The time column of a series file.
 *
 * @param first start of the first row
 * @param step 15 minutes or one hour
 * @param rows number of rows, without gap
 */
record SeriesTimes(Instant first, Duration step, int rows) {
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Checks times row by row, or {@code null} with the first finding: later ones would only follow from it. */
    static @Nullable SeriesTimes of(List<CsvCells> rows, String file, Findings out) {
        if (rows.size() < 2) {
            out.error(file, rows.size() + " rows", "too few rows", "at least one whole local day");
            return null;
        }
        Instant first = time(rows.get(0));
        Instant second = time(rows.get(1));
        if (first == null || second == null) {
            return null;
        }
        Duration step = Duration.between(first, second);
        if (!step.equals(QUARTER) && !step.equals(HOUR)) {
            rows.get(1).wrong(
                    SeriesCsv.TIME, step.isPositive() ? "wrong step" : disorder(step), "15 minutes or 1 hour later");
            return null;
        }
        Instant last = second;
        for (CsvCells row : rows.subList(2, rows.size())) {
            Instant now = time(row);
            if (now == null) {
                return null;
            }
            Duration after = Duration.between(last, now);
            if (!after.equals(step)) {
                row.wrong(SeriesCsv.TIME, after.isPositive() ? "gap before this row" : disorder(after),
                        last.plus(step).toString());
                return null;
            }
            last = now;
        }
        return new SeriesTimes(first, step, rows.size());
    }

    boolean hourly() {
        return step.equals(HOUR);
    }

    /** Values per row as values per interval. */
    @Nullable TimeSeries step(@Nullable TimeSeries values) {
        return values == null || !hourly() ? values : HourlySteps.of(values.toArray());
    }

    /** The whole local days of the file, or {@code null} with a finding where they are not whole or not available. */
    @Nullable Horizon wholeDays(Horizon available, String file, Findings out) {
        ZonedDateTime start = first.atZone(available.zone());
        ZonedDateTime end = first.plus(step.multipliedBy(rows)).atZone(available.zone());
        if (!isMidnight(start)) {
            out.error(file + ", row 2, column " + SeriesCsv.TIME, first, "the file starts at " + start.toLocalTime()
                    + " local time", "local midnight, " + available.zone());
            return null;
        }
        if (!isMidnight(end)) {
            out.error(file + ", row " + (rows + 1) + ", column " + SeriesCsv.TIME, end.toInstant().minus(step),
                    "the last day is not complete", "whole local days, " + available.zone());
            return null;
        }
        LocalDate lastDay = end.toLocalDate().minusDays(1);
        LocalDate lastAvailable = available.date(available.days() - 1);
        if (start.toLocalDate().isBefore(available.firstDay()) || lastDay.isAfter(lastAvailable)) {
            out.error(file + ", column " + SeriesCsv.TIME, start.toLocalDate() + " to " + lastDay,
                    "days for which the sample has no loads and tariffs",
                    available.firstDay() + " to " + lastAvailable);
            return null;
        }
        int days = (int) (end.toLocalDate().toEpochDay() - start.toLocalDate().toEpochDay());
        return new Horizon(start.toLocalDate(), days, available.zone());
    }

    private static boolean isMidnight(ZonedDateTime time) {
        return time.toLocalDate().atStartOfDay(time.getZone()).toInstant().equals(time.toInstant());
    }

    private static String disorder(Duration after) {
        return after.isZero() ? "duplicate time" : "rows are not sorted by time";
    }

    private static @Nullable Instant time(CsvCells row) {
        try {
            return OffsetDateTime.parse(row.text(SeriesCsv.TIME)).toInstant();
        } catch (DateTimeException e) {
            row.wrong(SeriesCsv.TIME, "not a time with zone", "such as 2023-08-15T07:00:00Z");
            return null;
        }
    }
}
