package org.vppworkbench.sample.folder;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.time.TimeSeries;

/** One CSV file of a folder. Empty cells are allowed only before the first and after the last value of a series. */
final class FolderTable {
    private static final int MOST_FINDINGS = 20;

    private final String file;
    private final List<CSVRecord> rows;
    private final Findings out;

    FolderTable(String file, List<CSVRecord> rows, Findings out) {
        this.file = file;
        this.rows = rows;
        this.out = out;
    }

    /**
     * Values of a column.
     *
     * @param first start of the first interval
     * @param values without gap
     */
    record Column(Instant first, TimeSeries values) {}

    /** The start of the first row, or {@code null} with a finding where the times are not on the grid of the step. */
    @Nullable Instant times(Duration step) {
        Instant first = null;
        for (int i = 0; i < rows.size(); i++) {
            String text = rows.get(i).get(SeriesColumns.TIME).strip();
            Instant expected = first == null ? null : first.plus(step.multipliedBy(i));
            Instant time;
            try {
                time = Instant.parse(text);
            } catch (DateTimeException e) {
                out.error(where(i, SeriesColumns.TIME), "\"" + text + "\"", "not a time in UTC", "such as 2023-08-15T07:00:00Z");
                return null;
            }
            if (expected != null && !time.equals(expected)) {
                out.error(where(i, SeriesColumns.TIME), text, time.isAfter(expected) ? "gap before this row" : "rows are not sorted by time, or twice",
                        expected.toString());
                return null;
            }
            first = first == null ? time : first;
        }
        if (first == null) {
            out.error(file, null, "there are no rows below the header", "at least one row");
        }
        return first;
    }

    /** A column, or {@code null} with findings. */
    @Nullable Column column(SeriesRole role, String name, Instant start, Duration step) {
        int from = 0;
        int to = rows.size();
        while (from < to && cell(from, name).isEmpty()) {
            from++;
        }
        while (to > from && cell(to - 1, name).isEmpty()) {
            to--;
        }
        if (from == to) {
            out.error(file + ", column " + name, null, "the column is empty", "at least one value");
            return null;
        }
        double[] values = new double[to - from];
        int bad = 0;
        for (int i = from; i < to && bad < MOST_FINDINGS; i++) {
            values[i - from] = number(i, name);
            bad += out.inRange(where(i, name), values[i - from], role.type().lowest(), role.type().highest(), role.unit()) ? 0 : 1;
        }
        return bad > 0 ? null : new Column(start.plus(step.multipliedBy(from)), TimeSeries.of(values));
    }

    /** The cell's number; what is no number is NaN, which no range allows. */
    private double number(int row, String name) {
        try {
            return Double.parseDouble(cell(row, name));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private String cell(int row, String name) {
        CSVRecord record = rows.get(row);
        return record.isSet(name) ? record.get(name).strip() : "";
    }

    private String where(int row, String column) {
        return file + ", row " + (row + 2) + ", column " + column;
    }
}
