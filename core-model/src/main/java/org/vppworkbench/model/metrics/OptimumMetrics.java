package org.vppworkbench.model.metrics;

import org.jspecify.annotations.Nullable;

/** A run against the certified optima ({@code model.md} §4, §5). */
final class OptimumMetrics {
    private static final String[][] ALL = {
        {"efficiencyAware", "Efficiency \u03b7", "share"},
        {"homeOptimumUsd", "W_home, each home at its own best", "$"},
        {"awareOptimumUsd", "W*, optimum with preferences", "$"},
        {"blindOptimumUsd", "Optimum without preferences", "$"},
        {"awareGapUsd", "W* \u2212 W, what the mechanism leaves", "$"},
        {"shareOfAchievableValueShare", "VPP value over W* \u2212 W\u2070", "share"},
    };

    private OptimumMetrics() {}

    /** All of them without a value. */
    static void undefined(MetricList list, String reason) {
        for (String[] metric : ALL) {
            list.undefined(metric[0], metric[1], metric[2], reason);
        }
    }

    /**
     * @param optimum certified optima, or {@code null}
     * @param reason why there are none
     * @param w W of the run [$]
     * @param w0 W of the home plans without market [$]
     */
    static void addTo(MetricList list, @Nullable OptimumReference optimum, String reason, double w, double w0) {
        if (optimum == null) {
            undefined(list, reason);
            return;
        }
        double home = optimum.homeObjective();
        double aware = optimum.awareObjective();
        ratio(list, 0, w - home, aware - home, "W* \u2212 W_home is below 0.01 $");
        usd(list, 1, home);
        usd(list, 2, aware);
        usd(list, 3, optimum.blindObjective());
        usd(list, 4, aware - w);
        ratio(list, 5, w - w0, aware - w0, "W* \u2212 W\u2070 is below 0.01 $");
    }

    private static void usd(MetricList list, int metric, double value) {
        list.usd(ALL[metric][0], ALL[metric][1], value);
    }

    private static void ratio(MetricList list, int metric, double part, double whole, String reason) {
        list.ratio(ALL[metric][0], ALL[metric][1], part, whole, MetricsEvaluator.LEAST_USD, reason);
    }
}
