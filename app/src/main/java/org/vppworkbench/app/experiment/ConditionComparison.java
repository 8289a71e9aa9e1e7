package org.vppworkbench.app.experiment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.LanguageReport;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.metrics.Metric;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * Conditions as factors: runs that differ in who negotiates and how, compared pair by pair within units that differ in nothing
 * else. By intention to treat: every run counts for its condition, whoever answered in the end; how often rules did is shown
 * beside it. A replay is no replicate.
 *
 * @param conditions in the order of their first runs; the others are compared with the first
 * @param differences per other condition and metric
 * @param notes what a reader must know
 */
public record ConditionComparison(List<Row> conditions, List<Difference> differences, List<String> notes) {
    public ConditionComparison {
        conditions = List.copyOf(conditions);
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }

    /**
     * One condition.
     *
     * @param name A, B, …
     * @param words what it is
     * @param runs runs that count
     * @param units units among them
     * @param fallbackShare decisions of agents that rules or nobody took; {@code null} where none was an agent's to make
     * @param factors every setting of it, by name
     * @param metrics mean of each metric over the runs, by key; absent where a run has no value
     */
    public record Row(
            String name, String words, int runs, int units, @Nullable Double fallbackShare, Map<String, String> factors,
            Map<String, Double> metrics) {
        /** Whether rules decided so often that the condition says little about its agents. */
        public boolean marked() {
            return fallbackShare != null && fallbackShare > LanguageRecord.MOST_FALLBACKS;
        }
    }

    /**
     * @param condition name of the other condition
     * @param key of the metric
     * @param title of the metric
     * @param value other condition less the first
     */
    public record Difference(String condition, String key, String title, PairedDifference value) {}

    /**
     * One run.
     *
     * @param name for notes
     * @param manifest how it came to be
     * @param inputs numbers it ran on
     * @param metrics over the whole run
     */
    record Run(String name, RunManifest manifest, RunInputs inputs, List<Metric> metrics) {
        Scenario unit() {
            return Condition.unit(manifest.configuration().scenario());
        }

        /** What two runs share of which one is only a repetition of the other. */
        String origin() {
            LanguageReport language = manifest.language();
            return language == null
                    ? "events " + manifest.outputFiles().getOrDefault(Bundle.EVENTS, name)
                    : "tape " + language.tapeSha256();
        }

        boolean replayed() {
            LanguageReport language = manifest.language();
            return language != null && language.replayed();
        }

        @Nullable Double value(String key) {
            return metrics.stream().filter(m -> m.key().equals(key)).findFirst().map(Metric::value).orElse(null);
        }
    }

    /**
     * Evaluates every bundle anew and compares.
     *
     * @param keys of the metrics to compare
     * @throws RefusedException for a bundle without its run, for fewer than two conditions, or for units whose inputs differ
     * @throws CancellationException where the user cancelled
     */
    public static ConditionComparison of(List<Bundle> bundles, List<String> keys, Clock clock, CancelToken cancel) {
        List<Run> runs = new ArrayList<>();
        for (Bundle bundle : bundles) {
            cancel.check(bundle.folder() + " was evaluated");
            ExperimentResult result = BundledRun.reopen(bundle, clock);
            runs.add(new Run(
                    bundle.folder().toString(), Objects.requireNonNull(bundle.manifest()), bundle.inputs().inputs(),
                    result.metrics().week()));
        }
        return of(runs, keys);
    }

    static ConditionComparison of(List<Run> all, List<String> keys) {
        List<String> notes = new ArrayList<>();
        Map<Condition, Map<Scenario, List<Run>>> cells = new LinkedHashMap<>();
        Map<Scenario, Run> firstOfUnit = new LinkedHashMap<>();
        for (Run run : independent(all, notes)) {
            Run first = firstOfUnit.computeIfAbsent(run.unit(), unit -> run);
            refuseOtherInputs(first, run);
            ReportedSeeds.warning(run.manifest().configuration().scenario())
                    .ifPresent(warning -> notes.add(run.name() + ": " + warning));
            cells.computeIfAbsent(Condition.of(run.manifest()), c -> new LinkedHashMap<>())
                    .computeIfAbsent(run.unit(), u -> new ArrayList<>())
                    .add(run);
        }
        if (cells.size() < 2) {
            throw RefusedException.because(
                    "conditions", "all runs are of one condition: " + cells.keySet().iterator().next().words(),
                    "runs that differ in mechanism, agents or language model");
        }
        List<Row> rows = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        List<Map<Scenario, List<Run>>> ordered = List.copyOf(cells.values());
        int index = 0;
        for (Map.Entry<Condition, Map<Scenario, List<Run>>> cell : cells.entrySet()) {
            Row row = row(name(index), cell.getKey(), cell.getValue());
            rows.add(row);
            if (index++ > 0) {
                for (String key : keys) {
                    differences.add(difference(row.name(), key, ordered.getFirst(), cell.getValue()));
                }
            }
        }
        return new ConditionComparison(rows, differences, notes);
    }

    /** The runs without those that only repeat another: replays, and the same run of a mechanism that draws nothing new. */
    private static List<Run> independent(List<Run> all, List<String> notes) {
        Map<String, Run> kept = new LinkedHashMap<>();
        for (Run run : all) {
            String origin = Condition.of(run.manifest()).words() + "|" + run.unit() + "|" + run.origin();
            Run other = kept.putIfAbsent(origin, run);
            if (other != null) {
                Run left = other.replayed() && !run.replayed() ? other : run;
                Run stays = left.equals(run) ? other : run;
                kept.put(origin, stays);
                notes.add(left.name() + (left.manifest().language() == null ? " is the same run as " : " is of the same tape as ")
                        + stays.name() + " and no replicate: left out");
            }
        }
        kept.values().stream()
                .filter(Run::replayed)
                .forEach(run -> notes.add(run.name() + " is replayed; it counts once, for the run it was recorded in"));
        return List.copyOf(kept.values());
    }

    private static void refuseOtherInputs(Run first, Run run) {
        List<String> differences = InputsDifference.between(first.inputs(), run.inputs());
        if (!differences.isEmpty()) {
            throw RefusedException.because(
                    run.name(), "its scenario is that of " + first.name() + ", but its inputs differ: " + String.join(", ", differences),
                    "runs on the same data and fleet");
        }
    }

    private static Row row(String name, Condition condition, Map<Scenario, List<Run>> units) {
        List<Run> runs = units.values().stream().flatMap(List::stream).toList();
        double decisions = 0;
        double fallbacks = 0;
        for (Run run : runs) {
            LanguageReport language = run.manifest().language();
            Double share = run.value("agentFallbackShare");
            if (language != null) {
                decisions += language.decisions();
                fallbacks += language.fallbacks();
            } else if (share != null) {
                decisions++;
                fallbacks += share;
            }
        }
        return new Row(
                name, condition.words(), runs.size(), units.size(), decisions > 0 ? fallbacks / decisions : null,
                factors(condition, runs.getFirst()), means(runs));
    }

    private static Map<String, String> factors(Condition condition, Run run) {
        Map<String, String> factors = new TreeMap<>(RunConditions.factors(run.manifest().configuration().scenario()));
        if (!condition.external().isEmpty()) {
            factors.put(condition.agents().programs().isEmpty() ? "human" : "external", condition.external());
        }
        return factors;
    }

    /** Every run counts alike, whoever answered in the end. */
    private static Map<String, Double> means(List<Run> runs) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (Metric metric : runs.getFirst().metrics()) {
            Double mean = mean(runs, metric.key());
            if (mean != null) {
                means.put(metric.key(), mean);
            }
        }
        return means;
    }

    private static Difference difference(
            String name, String key, Map<Scenario, List<Run>> first, Map<Scenario, List<Run>> other) {
        List<Double> differences = new ArrayList<>();
        other.forEach((unit, runs) -> {
            Double base = mean(first.getOrDefault(unit, List.of()), key);
            Double value = mean(runs, key);
            if (base != null && value != null) {
                differences.add(value - base);
            }
        });
        String title = other.values().iterator().next().getFirst().metrics().stream()
                .filter(m -> m.key().equals(key))
                .findFirst()
                .map(m -> m.title() + (m.unit().isEmpty() ? "" : " [" + m.unit() + "]"))
                .orElse(key);
        return new Difference(name, key, title, PairedDifference.of(differences));
    }

    /** Mean of the replicates of a cell; {@code null} where one of them has no value. */
    private static @Nullable Double mean(List<Run> runs, String key) {
        double sum = 0;
        for (Run run : runs) {
            Double value = run.value(key);
            if (value == null) {
                return null;
            }
            sum += value;
        }
        return runs.isEmpty() ? null : sum / runs.size();
    }

    private static String name(int index) {
        return index < 26 ? String.valueOf((char) ('A' + index)) : "C" + (index + 1);
    }
}
