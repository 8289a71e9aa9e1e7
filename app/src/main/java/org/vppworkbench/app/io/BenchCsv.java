package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.vppworkbench.app.bench.BenchRow;

/** A table of measurements, one figure per line. */
public final class BenchCsv {
    public static final List<String> COLUMNS = List.of("what", "median", "least", "most", "unit");

    private BenchCsv() {}

    public static String text(List<BenchRow> rows) {
        StringWriter out = new StringWriter();
        try {
            CsvText.write(out, COLUMNS, printer -> {
                for (BenchRow row : rows) {
                    printer.row(
                            row.what(), CsvText.number(row.median()), CsvText.number(row.least()),
                            CsvText.number(row.most()), row.unit());
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return out.toString();
    }
}
