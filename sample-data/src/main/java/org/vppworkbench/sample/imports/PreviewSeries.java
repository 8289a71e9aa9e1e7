package org.vppworkbench.sample.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.folder.FolderSeries;
import org.vppworkbench.sample.folder.SeriesRole;

/**
 * One series at a glance.
 *
 * @param role what it is for
 * @param unit unit of the values
 * @param kind whether it was read, derived or invented
 * @param step length of an interval
 * @param first start of the first interval
 * @param last start of the last interval
 * @param count number of values
 * @param min smallest value
 * @param mean arithmetic mean
 * @param max largest value
 * @param gaps values that were missing and were filled
 * @param firstRows the first rows
 * @param note what was done to the series, or empty
 */
public record PreviewSeries(
        SeriesRole role,
        String unit,
        SeriesKind kind,
        Duration step,
        Instant first,
        Instant last,
        int count,
        double min,
        double mean,
        double max,
        int gaps,
        List<Row> firstRows,
        String note) {
    private static final int ROWS = 3;

    /**
     * A row of a series.
     *
     * @param start start of the interval
     * @param value value [unit of the series]
     */
    public record Row(Instant start, double value) {}

    public PreviewSeries {
        firstRows = List.copyOf(firstRows);
    }

    /**
     * Looks at a series.
     *
     * @param gaps values that were missing and were filled
     */
    public static PreviewSeries of(FolderSeries series, int gaps) {
        int count = series.values().length();
        List<Row> rows = IntStream.range(0, Math.min(ROWS, count))
                .mapToObj(i -> new Row(
                        series.first().plus(series.step().multipliedBy(i)),
                        series.values().at(i)))
                .toList();
        return new PreviewSeries(
                series.role(),
                series.unit(),
                series.kind(),
                series.step(),
                series.first(),
                series.end().minus(series.step()),
                count,
                series.values().min(),
                series.values().mean(0, count),
                series.values().max(),
                gaps,
                rows,
                series.note());
    }
}
