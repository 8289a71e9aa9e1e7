package org.vppworkbench.sample.imports.series;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.imports.source.ImportLog;
import org.vppworkbench.sample.imports.source.InputRefusedException;

/** Puts values on the grid of their step; gaps are refused, or filled by a named method where they are few. */
final class GapFiller {
    private static final int HOLES_TOLD = 3;

    private final @Nullable GapFilling method;
    private final ZoneId zone;
    private final ImportLog log;

    GapFiller(@Nullable GapFilling method, ZoneId zone, ImportLog log) {
        this.method = method;
        this.zone = zone;
        this.log = log;
    }

    /** The values without gaps, or {@code null} with a finding. */
    @Nullable DenseSeries fill(SparseSeries series) throws InputRefusedException {
        int from = 0;
        int to = series.size();
        while (from < to && Double.isNaN(series.value(from))) {
            from++;
        }
        while (to > from && Double.isNaN(series.value(to - 1))) {
            to--;
        }
        if (from == to) {
            log.warning(series.name(), null, "the series has no values and is left out", null);
            return null;
        }
        if (to - from < series.size()) {
            log.warning(series.name(), series.size() - (to - from),
                    "values are missing at the beginning or at the end; the series is shorter there", null);
        }
        return onGrid(series, from, to) ? filled(series, from, to) : null;
    }

    private boolean onGrid(SparseSeries series, int from, int to) throws InputRefusedException {
        for (int i = from; i < to; i++) {
            if ((series.start(i) - series.start(from)) % series.step() != 0) {
                log.error(series.where(i), Instant.ofEpochSecond(series.start(i)), series.name() + ": the time is not on the grid of the step",
                        "a multiple of " + series.step() / 60 + " minutes after " + Instant.ofEpochSecond(series.start(from)));
                return false;
            }
        }
        return true;
    }

    private @Nullable DenseSeries filled(SparseSeries series, int from, int to) throws InputRefusedException {
        long first = series.start(from);
        long expected = (series.start(to - 1) - first) / series.step() + 1;
        long missing = expected;
        for (int i = from; i < to; i++) {
            missing -= Double.isNaN(series.value(i)) ? 0 : 1;
        }
        // refused before the grid is made: one row of a far year must not ask for memory
        if (missing > 0 && (method == null || missing >= GapFilling.MOST_FILLED * expected)) {
            refuse(series, from, to, missing, expected);
            return null;
        }
        double[] grid = new double[(int) expected];
        Arrays.fill(grid, Double.NaN);
        for (int i = from; i < to; i++) {
            grid[(int) ((series.start(i) - first) / series.step())] = series.value(i);
        }
        if (missing == 0 || method == null) {
            return new DenseSeries(first, series.step(), TimeSeries.of(grid), 0, "");
        }
        boolean done = method == GapFilling.LINEAR ? linear(grid) : dayBefore(grid, first, series);
        String note = String.format(Locale.ROOT, "%d of %d values (%.2f %%) were missing and were filled: %s",
                missing, expected, 100.0 * missing / expected, method.title());
        log.warning(series.name(), missing, note, null);
        return done ? new DenseSeries(first, series.step(), TimeSeries.of(grid), (int) missing, note) : null;
    }

    private static boolean linear(double[] grid) {
        int last = 0;
        for (int i = 1; i < grid.length; i++) {
            if (!Double.isNaN(grid[i])) {
                for (int gap = last + 1; gap < i; gap++) {
                    double share = (double) (gap - last) / (i - last);
                    grid[gap] = grid[last] + share * (grid[i] - grid[last]);
                }
                last = i;
            }
        }
        return true;
    }

    private boolean dayBefore(double[] grid, long first, SparseSeries series) throws InputRefusedException {
        for (int i = 0; i < grid.length; i++) {
            if (Double.isNaN(grid[i])) {
                Instant start = Instant.ofEpochSecond(first + i * series.step());
                long before = start.atZone(zone).minusDays(1).toEpochSecond() - first;
                int at = (int) (before / series.step());
                if (before < 0 || before % series.step() != 0 || Double.isNaN(grid[at])) {
                    log.error(series.name(), start, "the gap cannot be filled: there is no value of the day before",
                            "--fill " + GapFilling.LINEAR.id());
                    return false;
                }
                grid[i] = grid[at];
            }
        }
        return true;
    }

    private void refuse(SparseSeries series, int from, int to, long missing, long expected) throws InputRefusedException {
        StringBuilder holes = new StringBuilder();
        String where = series.where(from);
        int told = 0;
        long next = series.start(from);
        for (int i = from; i < to && told <= HOLES_TOLD; i++) {
            if (Double.isNaN(series.value(i))) {
                continue;
            }
            if (series.start(i) != next) {
                where = told == 0 ? series.where(i) : where;
                holes.append(told == 0 ? "" : ", ")
                        .append(told == HOLES_TOLD ? "…" : hole(next, series.start(i), series.step()));
                told++;
            }
            next = series.start(i) + series.step();
        }
        String share = String.format(Locale.ROOT, "%d of %d values (%.2f %%)", missing, expected, 100.0 * missing / expected);
        log.error(where, holes, series.name() + ": gap before this row; missing are " + share,
                method == null && missing < GapFilling.MOST_FILLED * expected
                        ? "no gap, or --fill " + GapFilling.allowed()
                        : "gaps of less than " + (int) (100 * GapFilling.MOST_FILLED) + " % of the values, with --fill "
                                + GapFilling.allowed());
    }

    private static String hole(long from, long to, long step) {
        long count = (to - from) / step;
        return Instant.ofEpochSecond(from) + (count == 1 ? "" : " to " + Instant.ofEpochSecond(to - step));
    }
}
