package org.vppworkbench.app.cli;

import java.util.Locale;
import java.util.stream.Collectors;
import org.vppworkbench.sample.imports.Imported;
import org.vppworkbench.sample.imports.ImportedTable;
import org.vppworkbench.sample.imports.PreviewSeries;

/** Prints what an import brings as a table. */
final class ImportPreview {
    private static final String ROW = "%-18s %-11s %-9s %4s  %-20s  %-20s %7s %10s %10s %10s %5s";

    private final Console console;

    ImportPreview(Console console) {
        this.console = console;
    }

    void print(Imported imported) {
        console.line(String.format(Locale.ROOT, ROW, "series", "unit", "kind", "min.", "first", "last", "values", "lowest",
                "mean", "highest", "gaps"));
        for (PreviewSeries series : imported.preview().series()) {
            console.line(String.format(Locale.ROOT, ROW, series.role(), series.unit(), series.kind(),
                    series.step().toMinutes(), series.first(), series.last(), series.count(), number(series.min()),
                    number(series.mean()), number(series.max()), series.gaps()));
            console.line("  begins " + series.firstRows().stream()
                    .map(row -> number(row.value()))
                    .collect(Collectors.joining(", ")) + (series.note().isEmpty() ? "" : "; " + series.note()));
        }
        for (ImportedTable table : imported.tables()) {
            console.line(String.format(Locale.ROOT, "table %s: %s with %s", table.name(), Plural.of(table.rows().size(), "row"),
                    String.join(", ", table.columns())));
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
