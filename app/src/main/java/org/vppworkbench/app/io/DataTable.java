package org.vppworkbench.app.io;

import java.util.List;

/**
 * A table for files and for print.
 *
 * @param name of the files, such as {@code homes}
 * @param title for people
 * @param note label, timeline, forecast and kinds of series: what kind of numbers these are
 * @param columns at least one
 * @param rows as many cells as columns
 */
public record DataTable(String name, String title, String note, List<Column> columns, List<List<Cell>> rows) {
    /**
     * @param key heading in CSV, with the unit
     * @param heading in print, with the unit
     * @param number whether its cells are numbers
     * @param printed whether it is in print, where the width is scarce
     */
    public record Column(String key, String heading, boolean number, boolean printed) {}

    /**
     * @param exact in CSV
     * @param shown in print
     */
    public record Cell(String exact, String shown) {
        /** Words. */
        public static Cell of(String text) {
            return new Cell(text, text);
        }
    }

    public DataTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " cells for " + columns.size() + " columns");
            }
        }
    }

    /** All columns with exact numbers, as RFC 4180 has it. */
    public String csv() {
        return TableText.csv(
                columns.stream().map(Column::key).toList(),
                rows.stream().map(row -> row.stream().map(Cell::exact).toList()).toList());
    }
}
