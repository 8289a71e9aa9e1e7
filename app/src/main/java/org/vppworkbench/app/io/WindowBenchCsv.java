package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.vppworkbench.app.bench.WindowRow;

/** Measurements of the window, one figure per line. */
public final class WindowBenchCsv {
    public static final List<String> COLUMNS = List.of("what", "value", "unit", "aim", "holds");

    private WindowBenchCsv() {}

    public static String text(List<WindowRow> rows) {
        StringWriter out = new StringWriter();
        try {
            CsvText.write(out, COLUMNS, printer -> {
                for (WindowRow row : rows) {
                    boolean aimed = row.aim().isPresent();
                    printer.row(
                            row.what(), CsvText.number(row.value()), row.unit(),
                            aimed ? CsvText.number(row.aim().getAsDouble()) : "", aimed ? String.valueOf(row.holds()) : "");
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return out.toString();
    }
}
