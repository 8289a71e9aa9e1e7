package org.vppworkbench.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.time.TimeSeries;

/** Reads price columns; every bad cell is told, up to a readable number. */
final class PriceColumns {
    private static final int MOST_FINDINGS = 20;

    /** Prices beyond these are refused [$/MWh] (assumption, far outside any market cap). */
    private static final double LOWEST = -1000;

    private static final double HIGHEST = 10_000;

    private final List<CsvCells> rows;
    private final Findings out;

    PriceColumns(List<CsvCells> rows, Findings out) {
        this.rows = rows;
        this.out = out;
    }

    /** The values of a column, or {@code null} where it is empty throughout or has findings. */
    @Nullable TimeSeries read(String column) {
        if (rows.stream().allMatch(row -> row.text(column).isEmpty())) {
            return null;
        }
        double[] values = new double[rows.size()];
        int bad = 0;
        for (int i = 0; i < values.length && bad < MOST_FINDINGS; i++) {
            Double value = value(rows.get(i), column);
            if (value == null) {
                bad++;
                if (bad == MOST_FINDINGS && i + 1 < values.length) {
                    rows.get(i).wrong(column, "too many wrong values; the rows after this one were not looked at", "a price in every row");
                }
            } else {
                values[i] = value;
            }
        }
        return bad == 0 ? TimeSeries.of(values) : null;
    }

    private @Nullable Double value(CsvCells row, String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            row.wrong(column, "gap: empty cell", "a price in every row, or an empty column");
            return null;
        }
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            row.wrong(column, "not a number", "a finite price with decimal point");
            return null;
        }
        if (!Double.isFinite(value)) {
            row.wrong(column, "not a finite number", "a finite price; a gap cannot be run");
            return null;
        }
        return out.inRange(row.where(column), value, LOWEST, HIGHEST, column.contains("spin") ? "$/MW-h" : "$/MWh") ? value : null;
    }
}
