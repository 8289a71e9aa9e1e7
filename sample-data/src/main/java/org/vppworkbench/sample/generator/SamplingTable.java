package org.vppworkbench.sample.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.vppworkbench.model.scenario.Findings;

/**
 * What was asked for and what was drawn: it goes beside every generated fleet, because a small fleet is never quite the
 * one that was asked for.
 *
 * @param rows in the order of the parameters
 */
public record SamplingTable(List<SamplingRow> rows) {
    public SamplingTable {
        rows = List.copyOf(rows);
    }

    /** As CSV with LF line ends; numbers read back to the same double, what is not defined is empty. */
    public String csv() {
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
        StringBuilder text = new StringBuilder();
        try {
            format.printRecord(text, "parameter", "quantity", "asked", "drawn", "unit", "cases", "source");
            for (SamplingRow row : rows) {
                format.printRecord(
                        text,
                        row.parameter(),
                        row.quantity(),
                        cell(row.asked()),
                        cell(row.drawn()),
                        row.unit(),
                        row.cases(),
                        row.source());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder does not fail", e);
        }
        return text.toString();
    }

    private static String cell(double value) {
        return Double.isNaN(value) ? "" : Findings.number(value);
    }
}
