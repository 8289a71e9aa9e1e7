package org.vppworkbench.app.io;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vppworkbench.model.metrics.Metric;

/** The tables of {@code vpp compare}. */
public final class ComparisonFiles {
    public static final String RUNS = "comparison.csv";
    public static final String METRICS = "metrics.csv";

    /** Metrics that have a column in {@link #RUNS}. */
    public static final List<String> KEYS = List.of(
            "welfareUsd", "baselineWelfareUsd", "vppValueUsd", "efficiencyAware", "shareOfAchievableValueShare",
            "homesShareOfSurplusShare", "aggregatorProfitUsd", "prosumerSurplusUsd", "irRateShare", "giniIndex",
            "satisfactionMeanShare", "hardViolations", "softViolations", "energyDeliveryShare", "reserveDeliveryShare",
            "regretTotalUsd", "regretPreferencesUsd", "regretHomePlanUsd", "regretInformationAndCoordinationUsd",
            "regretInformationUsd", "regretCoordinationUsd", "regretDeliveryUsd", "opportunities", "rounds", "messages",
            "agreements");

    private static final List<String> HEAD = List.of(
            "run", "mechanism", "label", "seed", "forecast", "timeline", "rules", "inputs_sha256", "same_inputs",
            "differences");

    private ComparisonFiles() {}

    /**
     * One run.
     *
     * @param name unique among the runs compared
     * @param manifest how it came to be
     * @param inputsHash SHA-256 of its {@code inputs.json}
     * @param differences what of its inputs is not that of the first run; empty where nothing differs
     * @param metrics over the whole run
     */
    public record Run(
            String name, RunManifest manifest, String inputsHash, List<String> differences, List<Metric> metrics) {
        public Run {
            differences = List.copyOf(differences);
            metrics = List.copyOf(metrics);
        }
    }

    /** Text of both files by name. */
    public static Map<String, String> texts(List<Run> runs) {
        try {
            return Map.of(RUNS, runs(runs), METRICS, metrics(runs));
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        }
    }

    private static String runs(List<Run> runs) throws IOException {
        List<String> columns = new ArrayList<>(HEAD);
        columns.addAll(KEYS);
        StringWriter text = new StringWriter();
        CsvText.write(text, columns, printer -> {
            for (Run run : runs) {
                RunManifest m = run.manifest();
                List<Object> cells = new ArrayList<>(List.of(
                        run.name(), m.mechanism(), m.label(), m.seed(), m.forecast(), m.timeline(), m.rules(),
                        run.inputsHash(), run.differences().isEmpty(), String.join("; ", run.differences())));
                KEYS.forEach(key -> cells.add(run.metrics().stream()
                        .filter(metric -> metric.key().equals(key))
                        .findFirst()
                        .map(metric -> CsvText.optional(metric.value()))
                        .orElse("")));
                printer.row(cells.toArray());
            }
        });
        return text.toString();
    }

    private static String metrics(List<Run> runs) throws IOException {
        StringWriter text = new StringWriter();
        CsvText.write(text, List.of("run", "metric", "title", "unit", "value", "not_defined_because"), printer -> {
            for (Run run : runs) {
                for (Metric metric : run.metrics()) {
                    printer.row(
                            run.name(), metric.key(), metric.title(), metric.unit(),
                            CsvText.optional(metric.value()), metric.reason());
                }
            }
        });
        return text.toString();
    }
}
