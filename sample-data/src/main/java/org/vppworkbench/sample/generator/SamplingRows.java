package org.vppworkbench.sample.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.ParameterEntry;

/** Collects the rows of a sampling table; what was asked for, its unit and its source come from the parameters. */
final class SamplingRows {
    private final Map<String, ParameterEntry> entries = new HashMap<>();
    private final List<SamplingRow> rows = new ArrayList<>();

    SamplingRows(FleetParameters parameters) {
        ParameterEntry.of(parameters).forEach(entry -> entries.put(entry.path(), entry));
    }

    /** A row of a parameter. */
    void row(String path, double drawn, int cases) {
        row(path, "", drawn, cases);
    }

    /** A row of a parameter of something that has a name of its own. */
    void row(String path, String name, double drawn, int cases) {
        ParameterEntry entry = entries.get(path);
        if (entry == null) {
            throw new IllegalArgumentException("no parameter " + path);
        }
        String quantity = name.isEmpty() ? entry.quantity().meaning() : name + ": " + entry.quantity().meaning();
        rows.add(new SamplingRow(
                path,
                quantity,
                entry.value(),
                cases == 0 ? Double.NaN : drawn,
                entry.quantity().unit(),
                cases,
                entry.quantity().source()));
    }

    /** The share of a parameter among {@code all}. */
    <T> void share(String path, String name, Collection<T> all, Predicate<T> those) {
        row(path, name, shareOf(all, those), all.size());
    }

    /** A row that follows from several parameters. */
    void derived(String quantity, double asked, double drawn, String unit, int cases) {
        rows.add(new SamplingRow("derived", quantity, asked, cases == 0 ? Double.NaN : drawn, unit, cases, "D"));
    }

    List<SamplingRow> rows() {
        return rows;
    }

    static <T> double shareOf(Collection<T> all, Predicate<T> those) {
        return all.isEmpty() ? Double.NaN : (double) all.stream().filter(those).count() / all.size();
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Standard deviation of the sample; NaN below two values. */
    static double sd(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
