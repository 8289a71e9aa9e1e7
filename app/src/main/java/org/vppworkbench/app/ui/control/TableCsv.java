package org.vppworkbench.app.ui.control;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.apache.commons.csv.CSVFormat;

/**
 * A table as it stands on screen, with its headings; numbers keep all their digits.
 *
 * @param headings names with units
 * @param rows cells as text
 */
public record TableCsv(List<String> headings, List<List<String>> rows) {
    public TableCsv {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    /** Copies what a table shows, in its order, with the columns for which there is no room. */
    public static <T> TableCsv of(TableView<T> table) {
        List<String> headings = new ArrayList<>();
        for (TableColumn<T, ?> column : table.getColumns()) {
            headings.add(String.valueOf(column.getUserData()));
        }
        List<List<String>> rows = new ArrayList<>();
        for (T item : table.getItems()) {
            List<String> row = new ArrayList<>();
            for (TableColumn<T, ?> column : table.getColumns()) {
                Object value = column.getCellData(item);
                boolean missing = value == null || value.equals(Double.NaN);
                row.add(missing ? "" : value.toString().replace('−', '-'));
            }
            rows.add(row);
        }
        return new TableCsv(headings, rows);
    }

    /** The same with a column that is the same in every row. */
    public TableCsv with(String heading, String value) {
        return new TableCsv(plus(headings, heading), rows.stream().map(row -> plus(row, value)).toList());
    }

    private static List<String> plus(List<String> row, String last) {
        List<String> longer = new ArrayList<>(row);
        longer.add(last);
        return longer;
    }

    /** Separated by tabs, as sheets paste it. */
    public String tabbed() {
        StringBuilder text = new StringBuilder(String.join("\t", headings)).append('\n');
        rows.forEach(row -> text.append(String.join("\t", row)).append('\n'));
        return text.toString();
    }

    /** Writes UTF-8 with LF. */
    public void write(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180;
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(format.format(headings.toArray()));
            out.write('\n');
            for (List<String> row : rows) {
                out.write(format.format(row.toArray()));
                out.write('\n');
            }
        }
    }
}
