package org.vppworkbench.sample.imports.series;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;
import org.vppworkbench.sample.imports.source.TableRow;

/** The values found in all files of an import, by series. */
public final class PointStore {
    /** Different series one import may hold: all nodes of a market would be thousands. */
    private static final int MOST_SERIES = 20_000;

    private final Map<SeriesKey, Points> points = new LinkedHashMap<>();
    private final List<String> files = new ArrayList<>();

    /**
     * Adds a value.
     *
     * @param column where in the row the value stands
     * @param start start of the interval
     * @param step length of the interval; zero where the file does not tell it: the smallest distance of two times
     * @param value the value; {@code NaN} for a cell that is empty, which makes a gap
     */
    public void add(
            SeriesKey key, TableRow row, String column, Instant start, Duration step, double value, ImportLog log)
            throws InputRefusedException {
        Points series = points.get(key);
        if (series == null) {
            series = new Points(step.toSeconds());
            points.put(key, series);
            if (points.size() > MOST_SERIES) {
                log.error(row.where(), null, "too many different series", "up to " + MOST_SERIES + "; ask for fewer nodes");
            }
        }
        if (series.step() != step.toSeconds()) {
            log.error(
                    row.where(column),
                    step.toMinutes() + " minutes",
                    key + ": the interval is not as long as those before",
                    series.step() / 60 + " minutes");
            return;
        }
        series.add(start.getEpochSecond(), value, place(row));
    }

    private long place(TableRow row) {
        int file = files.size() - 1;
        if (file < 0 || !files.get(file).equals(row.file())) {
            files.add(row.file());
            file = files.size() - 1;
        }
        return (long) file << 40 | row.row();
    }

    /** File and row of a value. */
    String where(long place) {
        return files.get((int) (place >> 40)) + ", row " + (place & ((1L << 40) - 1));
    }

    public boolean isEmpty() {
        return points.isEmpty();
    }

    public boolean has(SeriesKey key) {
        return points.containsKey(key);
    }

    /** Some part of the keys that match, sorted. */
    public Set<String> choices(Predicate<SeriesKey> matching, Function<SeriesKey, String> part) {
        return points.keySet().stream().filter(matching).map(part).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The series in time order with each time once, or {@code null} where there is none. */
    public @Nullable SparseSeries sorted(SeriesKey key, ImportLog log) throws InputRefusedException {
        Points series = points.get(key);
        return series == null ? null : sorted(key, series, log);
    }

    private SparseSeries sorted(SeriesKey key, Points series, ImportLog log) throws InputRefusedException {
        int[] order = series.order();
        long[] starts = new long[order.length];
        double[] values = new double[order.length];
        long[] places = new long[order.length];
        int count = 0;
        for (int index : order) {
            long start = series.start(index);
            if (count > 0 && starts[count - 1] == start) {
                duplicate(key, series, index, values[count - 1], places[count - 1], log);
                continue;
            }
            starts[count] = start;
            values[count] = series.value(index);
            places[count] = series.place(index);
            count++;
        }
        long step = series.step() > 0 ? series.step() : smallest(starts, count);
        return new SparseSeries(key.toString(), this, step, starts, values, places, count);
    }

    private static long smallest(long[] starts, int count) {
        long step = Long.MAX_VALUE;
        for (int i = 1; i < count; i++) {
            step = Math.min(step, starts[i] - starts[i - 1]);
        }
        return count < 2 ? 1 : step;
    }

    private void duplicate(SeriesKey key, Points series, int index, double first, long firstPlace, ImportLog log)
            throws InputRefusedException {
        double second = series.value(index);
        String what = key + " at " + Instant.ofEpochSecond(series.start(index));
        if (Double.compare(first, second) == 0) {
            log.warning(where(series.place(index)), second, "the interval stands here twice with the same value; one is used",
                    null);
        } else {
            log.error(
                    where(series.place(index)),
                    second,
                    what + ": the interval stands here twice with different values",
                    "once, or the value of " + where(firstPlace) + ": " + first);
        }
    }
}
