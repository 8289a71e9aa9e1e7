package org.vppworkbench.sample.quality;

import java.time.Instant;
import java.util.List;

/**
 * One line of the report.
 *
 * @param check what was looked at
 * @param series of which series, or {@code all}
 * @param result what it came to
 * @param detail numbers, days, limits
 * @param where starts of the intervals concerned, where they are single ones; at most {@link #MOST_TIMES}
 */
public record QualityRow(String check, String series, QualityResult result, String detail, List<Instant> where) {
    /** Most intervals that a row names one by one. */
    public static final int MOST_TIMES = 1000;

    public QualityRow {
        where = List.copyOf(where.subList(0, Math.min(where.size(), MOST_TIMES)));
    }

    static QualityRow good(String check, String series, String detail) {
        return new QualityRow(check, series, QualityResult.GOOD, detail, List.of());
    }

    static QualityRow note(String check, String series, String detail) {
        return new QualityRow(check, series, QualityResult.NOTE, detail, List.of());
    }

    static QualityRow warning(String check, String series, String detail) {
        return new QualityRow(check, series, QualityResult.WARNING, detail, List.of());
    }

    /** The same with the intervals concerned. */
    QualityRow at(List<Instant> times) {
        return new QualityRow(check, series, result, detail, times);
    }
}
