package org.vppworkbench.app.ui.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vppworkbench.app.ui.control.Numbers;
import org.vppworkbench.model.metrics.Metric;
import org.vppworkbench.model.metrics.MetricTable;
import org.vppworkbench.model.metrics.definition.MetricDefinitions;

/**
 * One metric over the run and per day, as shown.
 *
 * @param key as in {@code metrics.json}
 * @param title name
 * @param unit such as {@code $}
 * @param values the total first, then one per day
 * @param reason why it is not defined, or empty
 * @param definition formula and source, or empty
 */
public record MetricRow(String key, String title, String unit, List<String> values, String reason, String definition) {
    public MetricRow {
        values = List.copyOf(values);
    }

    static List<MetricRow> of(MetricTable table) {
        List<MetricRow> rows = new ArrayList<>();
        for (Metric metric : table.week()) {
            List<String> values = new ArrayList<>();
            values.add(text(metric));
            for (MetricTable.Day day : table.days()) {
                Optional<Metric> same =
                        day.metrics().stream().filter(m -> m.key().equals(metric.key())).findFirst();
                values.add(same.map(MetricRow::text).orElse(""));
            }
            rows.add(new MetricRow(metric.key(), metric.title(), metric.unit(), values, metric.reason(), definition(metric.key())));
        }
        return rows;
    }

    private static String definition(String key) {
        return MetricDefinitions.find(key).map(found -> found.formula() + ". " + found.meaning()).orElse("");
    }

    /** A number with the digits its unit deserves, or {@code n/a — reason}. */
    static String text(Metric metric) {
        Double value = metric.value();
        if (value == null) {
            return "n/a";
        }
        String format =
                switch (metric.unit()) {
                    case "" -> value == Math.rint(value) ? "%.0f" : "%.3f";
                    case "share" -> "%.3f";
                    default -> "%.2f";
                };
        return Numbers.format(format, value);
    }
}
