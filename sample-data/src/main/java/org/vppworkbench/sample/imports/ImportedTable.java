package org.vppworkbench.sample.imports;

import java.util.List;

/**
 * Rows that are not a series, such as charging sessions.
 *
 * @param name what the rows are: {@code sessions}
 * @param columns names with unit
 * @param rows cells as text in the order of the columns; an empty cell means "not known"
 */
public record ImportedTable(String name, List<String> columns, List<List<String>> rows) {
    public ImportedTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("a row of table " + name + " has not " + width + " cells");
        }
    }
}
