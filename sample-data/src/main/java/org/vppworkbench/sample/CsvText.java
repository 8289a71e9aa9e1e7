package org.vppworkbench.sample;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Findings;

/** Reads a user's CSV text with a header of known columns, in any order. */
public final class CsvText {
    private CsvText() {}

    /** The records, or {@code null} with findings where the text is not CSV or its header is wrong. */
    public static @Nullable List<CSVRecord> parse(String text, String file, List<String> columns, Findings out) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setAllowMissingColumnNames(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            checkHeader(parser.getHeaderNames(), file, columns, out);
            return out.hasErrors() ? null : parser.getRecords();
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            out.error(file, null, "malformed CSV: " + e.getMessage(), "RFC 4180 CSV with the header "
                    + String.join(",", columns));
            return null;
        }
    }

    private static void checkHeader(List<String> header, String file, List<String> columns, Findings out) {
        Set<String> found = new HashSet<>(header);
        for (String column : columns) {
            if (!found.contains(column)) {
                out.error(file + ", row 1, column " + column, null, "missing column", String.join(",", columns));
            }
        }
        for (String column : header) {
            if (!columns.contains(column)) {
                out.warning(file + ", row 1", "\"" + column + "\"", "unknown column, ignored", String.join(",", columns));
            }
        }
    }
}
