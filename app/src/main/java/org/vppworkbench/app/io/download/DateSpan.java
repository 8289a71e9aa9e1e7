package org.vppworkbench.app.io.download;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;

/**
 * Whole local days.
 *
 * @param first first day
 * @param last last day, included
 * @param zone whose midnights bound the days
 */
public record DateSpan(LocalDate first, LocalDate last, ZoneId zone) {
    /** Ten years and a bit. */
    private static final int MAX_DAYS = 3660;

    public DateSpan {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last day " + last + " is before first day " + first);
        }
    }

    /** What is wrong with days somebody asks for. */
    public static List<Finding> problems(LocalDate first, int days) {
        Findings out = new Findings();
        if (days < 1 || days > MAX_DAYS) {
            out.error("days", days, "out of range", "[1, " + MAX_DAYS + "]");
        }
        if (first.getYear() < 1990 || first.getYear() >= 2100) {
            out.error("from", first, "out of range", "a day of the years 1990 to 2099");
        }
        return out.list();
    }

    public static DateSpan of(LocalDate first, int days, ZoneId zone) {
        return new DateSpan(first, first.plusDays(days - 1L), zone);
    }

    public Instant start() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** The midnight that ends the last day. */
    public Instant end() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Consecutive spans, none longer than {@code longest} in true time: a day of 25 hours counts as 25 hours. */
    List<DateSpan> split(Duration longest) {
        List<DateSpan> parts = new ArrayList<>();
        LocalDate from = first;
        while (!from.isAfter(last)) {
            DateSpan part = new DateSpan(from, from, zone);
            LocalDate to = from;
            while (to.isBefore(last)) {
                DateSpan longer = new DateSpan(from, to.plusDays(1), zone);
                if (Duration.between(longer.start(), longer.end()).compareTo(longest) > 0) {
                    break;
                }
                to = to.plusDays(1);
                part = longer;
            }
            parts.add(part);
            from = to.plusDays(1);
        }
        return parts;
    }

    @Override
    public String toString() {
        return first + " to " + last;
    }
}
