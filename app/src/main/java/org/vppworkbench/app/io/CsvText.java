package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;

/** CSV as all files of the workbench have it: RFC 4180 quoting, LF, a header, exact doubles. */
final class CsvText {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private CsvText() {}

    /** Something that prints rows. */
    interface Rows {
        void print(RowPrinter out) throws IOException;
    }

    /** Prints one row. */
    interface RowPrinter {
        void row(Object... values) throws IOException;
    }

    static void write(Writer out, List<String> columns, Rows rows) throws IOException {
        RowPrinter printer =
                values -> {
                    out.write(FORMAT.format(values));
                    out.write('\n');
                };
        printer.row(columns.toArray());
        rows.print(printer);
    }

    /** Shortest text that reads back to the same double; a negative zero is written as 0. */
    static String number(double value) {
        return Double.toString(value + 0.0);
    }

    static String optional(@Nullable Double value) {
        return value == null ? "" : number(value);
    }

    /** The cells of one line of text. */
    static List<String> cells(String line) throws IOException {
        try (CSVParser parser = FORMAT.parse(new StringReader(line))) {
            List<CSVRecord> records = parser.getRecords();
            return records.isEmpty() ? List.of() : records.getFirst().toList();
        }
    }

    /** Reads all rows; a wrong header or a ragged row is a finding, and reading stops. */
    static void read(
            Reader in, String file, List<String> columns, Findings findings, Consumer<Row> each)
            throws IOException {
        CSVFormat format = FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = format.parse(in)) {
            if (!parser.getHeaderNames().equals(columns)) {
                findings.error(
                        file + ", header", String.join(",", parser.getHeaderNames()), "unexpected columns",
                        String.join(",", columns));
                return;
            }
            for (CSVRecord row : parser) {
                if (row.size() != columns.size()) {
                    findings.error(
                            file + ", row " + (row.getRecordNumber() + 1), row.size(),
                            "wrong number of columns", String.valueOf(columns.size()));
                    return;
                }
                each.accept(new Row(row, file, findings));
                if (findings.hasErrors()) {
                    return;
                }
            }
        } catch (java.io.UncheckedIOException | IllegalArgumentException e) {
            findings.error(file, null, "not a CSV file: " + e.getMessage(), null);
        }
    }

    /** One row with typed access; what is wrong becomes a finding with row and column. */
    record Row(CSVRecord values, String file, Findings findings) {
        String text(String column) {
            return values.get(column);
        }

        double number(String column) {
            String text = values.get(column);
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Reported below, like NaN and infinities.
            }
            findings.error(where(column), text, "not a finite number", null);
            return 0;
        }

        /** {@code null} for an empty cell. */
        @Nullable Double optional(String column) {
            return values.get(column).isEmpty() ? null : Double.valueOf(number(column));
        }

        /** One of the constants by its name, or {@code null} with a finding. */
        <E extends Enum<E>> @Nullable E constant(String column, Class<E> type) {
            String text = values.get(column);
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equals(text)) {
                    return constant;
                }
            }
            findings.error(where(column), text, "unknown", Arrays.toString(type.getEnumConstants()));
            return null;
        }

        int integer(String column, int end) {
            String text = values.get(column);
            try {
                int value = Integer.parseInt(text);
                if (value >= 0 && value < end) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // Reported below.
            }
            findings.error(where(column), text, "out of range", "[0, " + (end - 1) + "]");
            return 0;
        }

        String where(String column) {
            return file + ", row " + (values.getRecordNumber() + 1) + ", " + column;
        }
    }
}
