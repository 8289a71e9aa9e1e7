package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;

/** Tables of text as CSV. */
public final class TableText {
    private TableText() {}

    /** The text of a file: a header, and a row per list of cells. */
    public static String csv(List<String> columns, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try {
            CsvText.write(text, columns, printer -> {
                for (List<String> row : rows) {
                    printer.row(row.toArray());
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return text.toString();
    }
}
