package org.vppworkbench.sample;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.vppworkbench.model.scenario.Findings;

/** The cells of one CSV row; what cannot be read is a finding with row and column. */
final class CsvCells {
    private final CSVRecord cells;
    private final String file;
    private final Findings out;

    CsvCells(CSVRecord cells, String file, Findings out) {
        this.cells = cells;
        this.file = file;
        this.out = out;
    }

    /** Row as a spreadsheet shows it: the header is row 1. */
    long row() {
        return cells.getRecordNumber() + 1;
    }

    String where(String column) {
        return file + ", row " + row() + ", column " + column;
    }

    /** Text without surrounding blanks; empty where the cell is missing. */
    String text(String column) {
        return cells.isSet(column) ? cells.get(column).strip() : "";
    }

    String required(String column) {
        String text = text(column);
        if (text.isEmpty()) {
            wrong(column, "empty cell", "a value");
        }
        return text;
    }

    double number(String column) {
        String text = text(column);
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, like NaN
        }
        wrong(column, text.isEmpty() ? "empty cell" : "not a finite number", "a finite number with decimal point");
        return 0;
    }

    <E extends Enum<E>> E choice(String column, Class<E> type) {
        E[] all = type.getEnumConstants();
        for (E constant : all) {
            if (constant.name().equals(text(column))) {
                return constant;
            }
        }
        wrong(column, "unknown name", Arrays.stream(all).map(Enum::name).collect(Collectors.joining(", ")));
        return all[0];
    }

    void wrong(String column, String message, String allowed) {
        out.error(where(column), "\"" + text(column) + "\"", message, allowed);
    }
}
