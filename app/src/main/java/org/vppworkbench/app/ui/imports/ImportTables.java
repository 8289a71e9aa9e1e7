package org.vppworkbench.app.ui.imports;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.vppworkbench.app.ui.control.Columns;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.control.EmptyState;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.sample.imports.PreviewSeries;

/** The tables of the importer. */
final class ImportTables {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", java.util.Locale.ENGLISH);

    private ImportTables() {}

    /** What was read, at a glance; times are those of Los Angeles. */
    static TableView<PreviewSeries> series(ImportViewModel model) {
        TableView<PreviewSeries> table = new TableView<>(model.series());
        table.setId("import-series");
        table.setAccessibleText("Series that were read");
        table.setFixedCellSize(Em.of(2.1));
        table.setPlaceholder(new EmptyState("mdal-insert_chart_outlined", "Read the files to see what is in them."));
        List<TableColumn<PreviewSeries, ?>> columns = List.of(
                Columns.text("Series", "Role in a scenario", 9, s -> s.role().text()),
                Columns.text("Unit", "Unit of the values", 6, PreviewSeries::unit),
                Columns.text("Kind", "REAL as published, DERIVED computed, SYNTHETIC invented", 6, s -> s.kind().name()),
                Columns.number("Step min", "Length of an interval [min]", 5, "%.0f", s -> s.step().toMinutes()),
                Columns.text("First", "Start of the first interval, Los Angeles", 10, s -> local(s.first())),
                Columns.text("Last", "Start of the last interval, Los Angeles", 10, s -> local(s.last())),
                Columns.number("Values", "Number of values", 4.6, "%,.0f", PreviewSeries::count),
                Columns.number("Lowest", "Smallest value [unit]", 5.4, "%.2f", PreviewSeries::min),
                Columns.number("Mean", "Arithmetic mean [unit]", 5.4, "%.2f", PreviewSeries::mean),
                Columns.number("Highest", "Largest value [unit]", 5.6, "%.2f", PreviewSeries::max),
                Columns.number("Filled", "Values that were missing and were filled", 4.2, "%.0f", PreviewSeries::gaps),
                Columns.text("Begins", "The first values [unit]", 9, s -> s.firstRows().stream().map(r -> Numbers.format("%.2f", r.value())).collect(Collectors.joining(", "))),
                Columns.text("What was done", "Stepping, alignment, filling", 16, PreviewSeries::note));
        table.getColumns().setAll(columns);
        return table;
    }

    /** The first rows as they stand in the file. */
    static TableView<List<String>> rows(ImportViewModel model) {
        TableView<List<String>> table = new TableView<>();
        table.setId("import-rows");
        table.setAccessibleText("First rows of the first file");
        table.setFixedCellSize(Em.of(1.9));
        table.setPlaceholder(new EmptyState("mdal-description", "Choose files to see their first rows."));
        model.firstRows().addListener((ListChangeListener<List<String>>) change -> fill(table, model));
        fill(table, model);
        return table;
    }

    private static void fill(TableView<List<String>> table, ImportViewModel model) {
        List<List<String>> rows = List.copyOf(model.firstRows());
        List<String> header = rows.isEmpty() ? List.of() : rows.getFirst();
        table.getColumns().clear();
        for (int i = 0; i < Math.min(header.size(), 40); i++) {
            int at = i;
            int longest = rows.stream().mapToInt(row -> at < row.size() ? row.get(at).length() : 0).max().orElse(0);
            double width = Math.clamp(longest * 0.62 + 1, 5, 14);
            table.getColumns().add(Columns.text(header.get(i), "Column " + (i + 1) + " of the file", width, row -> at < row.size() ? row.get(at) : ""));
        }
        table.getItems().setAll(rows.size() > 1 ? rows.subList(1, rows.size()) : List.of());
    }

    private static String local(java.time.Instant time) {
        return time.atZone(Horizon.LOS_ANGELES).format(TIME);
    }
}
