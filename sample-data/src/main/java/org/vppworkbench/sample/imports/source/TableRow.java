package org.vppworkbench.sample.imports.source;

import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** The cells of one row of a CSV file or of a list of JSON objects. */
public final class TableRow {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private final TableHeader header;
    private final String file;
    private final long row;
    private final List<String> cells;

    TableRow(TableHeader header, String file, long row, List<String> cells) {
        this.header = header;
        this.file = file;
        this.row = row;
        this.cells = cells;
    }

    public TableHeader header() {
        return header;
    }

    /** The row as a spreadsheet shows it, from 1; of JSON the object's place in the list, from 1. */
    public long row() {
        return row;
    }

    public String file() {
        return file;
    }

    public String where() {
        return file + ", row " + row;
    }

    public String where(String column) {
        return where() + ", column " + column;
    }

    /** Text without surrounding blanks; empty where the column or the cell is missing. */
    public String text(String column) {
        Integer position = header.position(column);
        return position == null || position >= cells.size() ? "" : cells.get(position).strip();
    }

    /** Like {@link #number}, but an empty cell is {@code NaN}: a value that is missing. */
    public OptionalDouble numberOrGap(String column, boolean decimalComma, ImportLog log) throws InputRefusedException {
        return text(column).isEmpty() ? OptionalDouble.of(Double.NaN) : number(column, decimalComma, log);
    }

    /** A finite number with decimal point; anything else is an error and nothing comes back. */
    public OptionalDouble number(String column, ImportLog log) throws InputRefusedException {
        return number(column, false, log);
    }

    /**
     * A finite number.
     *
     * @param decimalComma whether the decimal separator is a comma
     */
    public OptionalDouble number(String column, boolean decimalComma, ImportLog log) throws InputRefusedException {
        String text = text(column);
        String plain = decimalComma ? text.replace('.', '?').replace(',', '.') : text;
        if (NUMBER.matcher(plain).matches()) {
            double value = Double.parseDouble(plain);
            if (Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
        }
        String message = text.isEmpty() ? "empty cell" : "not a finite number";
        String mark = decimalComma ? "decimal comma and nothing between thousands" : "decimal point";
        log.error(where(column), "\"" + text + "\"", message, "a finite number with " + mark);
        return OptionalDouble.empty();
    }
}
