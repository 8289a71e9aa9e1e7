package org.vppworkbench.app.experiment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vppworkbench.model.metrics.Metric;

/** Why an efficiency above 1 is no contradiction: the optimum it is relative to keeps every hard preference. */
public final class AboveOptimum {
    /** What prints as more than 1 [share]. */
    private static final double ONE = 1.00005;

    private AboveOptimum() {}

    /**
     * The reason in words, empty where the efficiency is at most 1 or not defined.
     *
     * @param week metrics of a whole run
     */
    public static Optional<String> why(List<Metric> week) {
        if (value(week, "efficiencyAware") <= ONE) {
            return Optional.empty();
        }
        double broken = value(week, "hardViolations");
        return Optional.of(broken > 0
                ? String.format(Locale.ROOT, "above 1: it breaks %.0f hard preference%s, W* keeps all", broken, broken == 1 ? "" : "s")
                : "above 1: within the certified gap of W*");
    }

    private static double value(List<Metric> week, String key) {
        return week.stream()
                .filter(metric -> metric.key().equals(key))
                .findFirst()
                .map(Metric::value)
                .orElse(0.0);
    }
}
