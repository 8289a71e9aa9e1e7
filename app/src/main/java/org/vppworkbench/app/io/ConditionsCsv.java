package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The table of {@code vpp conditions --csv}: one row per condition, every factor and every metric a column. */
public final class ConditionsCsv {
    private static final List<String> FIRST =
            List.of("condition", "runs", "units", "fallback_share", "fallback_over_5_percent");

    private ConditionsCsv() {}

    /**
     * One condition.
     *
     * @param name A, B, …
     * @param fallbackShare decisions of agents that rules or nobody took; {@code null} where none was an agent's to make
     * @param marked whether that is over 5 %
     * @param factors settings by name; a name that is missing is an empty cell
     * @param metrics means over the runs by key; a key that is missing is an empty cell
     */
    public record Row(
            String name, int runs, int units, @Nullable Double fallbackShare, boolean marked, Map<String, String> factors,
            Map<String, Double> metrics) {}

    /** The text of the file; factors by name, then metrics in the order of {@code metrics.json}. */
    public static String write(List<Row> rows) {
        Set<String> factors = new TreeSet<>();
        Set<String> metrics = new LinkedHashSet<>();
        for (Row row : rows) {
            factors.addAll(row.factors().keySet());
            metrics.addAll(row.metrics().keySet());
        }
        List<String> columns = new ArrayList<>(FIRST);
        columns.addAll(factors);
        columns.addAll(metrics);
        StringWriter text = new StringWriter();
        try {
            CsvText.write(text, columns, printer -> {
                for (Row row : rows) {
                    List<Object> cells = new ArrayList<>(List.of(
                            row.name(), row.runs(), row.units(), CsvText.optional(row.fallbackShare()), row.marked()));
                    factors.forEach(name -> cells.add(row.factors().getOrDefault(name, "")));
                    metrics.forEach(key -> cells.add(CsvText.optional(row.metrics().get(key))));
                    printer.row(cells.toArray());
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
        return text.toString();
    }
}
