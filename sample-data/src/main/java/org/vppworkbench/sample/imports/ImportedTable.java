package org.vppworkbench.sample.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/**
 * Rows that are not a series, such as charging sessions.
 *
 * @param name what the rows are: {@code sessions}
 * @param columns names with unit
 * @param rows cells as text in the order of the columns; an empty cell means "not known"
 */
public record ImportedTable(String name, List<String> columns, List<List<String>> rows) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");

    public ImportedTable {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("table name \"" + name + "\". It becomes a file name: lower-case letters, digits, '-'.");
        }
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        int width = columns.size();
        if (rows.stream().anyMatch(row -> row.size() != width)) {
            throw new IllegalArgumentException("a row of table " + name + " has not " + width + " cells");
        }
    }

    /** The table as CSV text with a header. */
    public String csv() {
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
        StringBuilder text = new StringBuilder();
        try {
            format.printRecord(text, columns.toArray());
            for (List<String> row : rows) {
                format.printRecord(text, row.toArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string builder does not fail", e);
        }
        return text.toString();
    }
}
