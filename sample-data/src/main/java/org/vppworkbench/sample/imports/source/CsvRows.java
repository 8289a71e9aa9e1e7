package org.vppworkbench.sample.imports.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.scenario.Finding;

/**
 * Reads a CSV text row by row.
 *
 * @param separator between cells
 * @param skip rows before the header that are passed over
 * @param isHeader which of the first rows after these is the header; rows before it are titles
 * @param normal how column names are compared
 */
public record CsvRows(char separator, int skip, Predicate<List<String>> isHeader, UnaryOperator<String> normal) {
    /** Rows in which a header is looked for. */
    private static final int TITLES = 60;

    /** Separated by commas, the header in the first row, names as they are. */
    public static final CsvRows PLAIN = new CsvRows(',', 0, names -> true, TableHeader::exact);

    /** The parser's state while one part is read. */
    private static final class State {
        private @Nullable TableHeader header;
        private long row;
        private long data;
    }

    /** The title rows before the header, for formats that say there what they hold. */
    @FunctionalInterface
    public interface Titles {
        void title(String text);
    }

    public void read(FilePart part, ImportLog log, RowReader rows) throws IOException {
        read(part, log, rows, title -> { });
    }

    /** Hands every row with cells to {@code rows}; a file without rows and rows of another width are errors. */
    public void read(FilePart part, ImportLog log, RowReader rows, Titles titles) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
        State state = new State();
        try (RecordReader reader = part.reader();
                CSVParser parser = CSVParser.parse(reader, format)) {
            for (CSVRecord parsed : parser) {
                reader.record();
                state.row++;
                List<String> cells = Arrays.asList(parsed.values());
                take(part.name(), cells, state, log, rows, titles);
            }
        } catch (UncheckedIOException e) {
            throw refused(part.name(), state.row + 1, Objects.requireNonNull(e.getCause()));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new InputRefusedException(Finding.error(
                    part.name() + ", row " + (state.row + 1), null, "malformed CSV: " + e.getMessage(), "RFC 4180 CSV"));
        }
        if (state.header == null) {
            log.error(part.name(), null, "no row of column names was found", "within the first " + TITLES + " rows");
        } else if (state.data == 0) {
            log.error(part.name(), null, "there are no rows below the header", "at least one row");
        }
    }

    private void take(
            String file, List<String> cells, State state, ImportLog log, RowReader rows, Titles titles)
            throws InputRefusedException {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        TableHeader header = state.header;
        if (header == null) {
            if (state.row > skip && isHeader.test(normalised(cells))) {
                state.header = new TableHeader(file, state.row, cells, normal);
            } else if (state.row > skip + TITLES) {
                throw new InputRefusedException(Finding.error(
                        file + ", row 1", cells.get(0), "no row of column names was found", "within the first " + TITLES + " rows"));
            } else {
                titles.title(String.join(",", cells));
            }
            return;
        }
        state.data++;
        if (header.size() == 1 && cells.size() > 1) {
            throw new InputRefusedException(Finding.error(
                    header.where(), header.names().get(0), "the header is one cell and the rows have more: another separator?",
                    "cells separated by \"" + separator + "\""));
        }
        if (cells.size() != header.size()) {
            log.error(file + ", row " + state.row, cells.size() + " cells",
                    cells.size() < header.size() ? "the row is too short; it may be cut off" : "the row has more cells than the header",
                    header.size() + " cells");
            return;
        }
        rows.row(new TableRow(header, file, state.row, cells));
    }

    private List<String> normalised(List<String> cells) {
        List<String> names = new ArrayList<>();
        cells.forEach(cell -> names.add(normal.apply(cell.strip())));
        return names;
    }

    private static IOException refused(String file, long row, IOException cause) {
        if (cause instanceof InputRefusedException) {
            return cause;
        }
        if (cause instanceof org.apache.commons.csv.CSVException malformed) {
            return new InputRefusedException(Finding.error(
                    file + ", row " + row, null, "malformed CSV: " + malformed.getMessage(), "RFC 4180 CSV"));
        }
        return cause;
    }
}
