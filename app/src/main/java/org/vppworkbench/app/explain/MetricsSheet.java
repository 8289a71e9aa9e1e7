package org.vppworkbench.app.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.RunNumbers;
import org.vppworkbench.model.metrics.Metric;
import org.vppworkbench.model.metrics.definition.MetricDefinition;
import org.vppworkbench.model.metrics.definition.MetricDefinitions;
import org.vppworkbench.model.metrics.definition.MetricGroup;

/**
 * All that may be said about a run: numbers with their keys and units, and no word that anybody else wrote. Names of homes, words
 * of owners and messages of agents are not in it.
 *
 * @param rows the numbers, in the order of the definitions
 */
public record MetricsSheet(List<Row> rows) {
    /**
     * @param key of {@link MetricDefinitions}, or of the scenario: {@code days}
     * @param title what it is
     * @param unit such as {@code $} or {@code share}; empty for counts
     * @param value the exact number
     */
    public record Row(String key, String title, String unit, double value) {
        /** The number with at most four decimals, as a model is told it. */
        String shown() {
            return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
        }
    }

    public MetricsSheet {
        rows = List.copyOf(rows);
    }

    /** The numbers of a run that are defined. */
    public static MetricsSheet of(ExperimentResult result) {
        RunNumbers numbers = RunNumbers.of(result);
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("days", "Days of the run", "", result.scenario().inputs().horizon().days()));
        for (MetricDefinition definition : MetricDefinitions.all()) {
            Double value = numbers.value(definition.key());
            boolean wanted = definition.group() != MetricGroup.QUANTITY || isNeeded(definition.key());
            if (wanted && value != null && Double.isFinite(value)) {
                rows.add(new Row(definition.key(), definition.title(), definition.unit(), value));
            }
        }
        return new MetricsSheet(rows);
    }

    /** Metrics alone, without a run around them. */
    static MetricsSheet of(List<Metric> metrics) {
        List<Row> rows = new ArrayList<>();
        for (Metric metric : metrics) {
            Double value = metric.value();
            if (value != null) {
                rows.add(new Row(metric.key(), metric.title(), metric.unit(), value));
            }
        }
        return new MetricsSheet(rows);
    }

    private static boolean isNeeded(String key) {
        return List.of("contractsInForce", "homes", "homesNotWorseOff", "certifiedGapShare", "blindUpperBoundUsd").contains(key);
    }

    /** A row by its key. */
    public Optional<Row> find(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /** One line a number: key, value, unit, title. */
    public String text() {
        StringBuilder text = new StringBuilder("key | value | unit | meaning\n");
        for (Row row : rows) {
            text.append(row.key()).append(" | ").append(row.shown()).append(" | ")
                    .append(row.unit().isEmpty() ? "none" : row.unit()).append(" | ").append(row.title()).append('\n');
        }
        return text.toString();
    }
}
