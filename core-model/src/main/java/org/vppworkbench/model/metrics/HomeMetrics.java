package org.vppworkbench.model.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** How the homes fare: distribution of surplus, satisfaction, regret, and how their preferences were kept. */
final class HomeMetrics {
    private static final String EMPTY = "the fleet has no homes";

    /** Every kind of preference with the unit of its severity. */
    private static final String[][] TYPES = {
        {"ReserveFloor", "kWh.h"},
        {"EvReadyBy", "kWh"},
        {"BlackoutWindow", "kWh"},
        {"DailyDischargeCap", "kWh"},
        {"PriceFloor", "contracts"},
        {"MaxEventsPerDay", "contracts"},
    };

    private HomeMetrics() {}

    /**
     * @param noSatisfaction why satisfaction is not defined, where it is not
     */
    static void addTo(MetricList list, List<ProsumerScore> scores, String noSatisfaction) {
        double[] surplus = scores.stream().mapToDouble(ProsumerScore::surplusUsd).toArray();
        double rational = Arrays.stream(surplus).filter(s -> s >= -MetricsEvaluator.LEAST_USD).count();
        list.ratio("irRateShare", "Homes not worse off (S \u2265 \u22120.01 $)", rational, surplus.length, 0.5, EMPTY);
        list.optional("jainIndex", "Jain's index of surplus", Dispersion.jain(surplus), "no home has a surplus");
        list.optional("giniIndex", "Gini of surplus", Dispersion.gini(surplus), "mean surplus is 0 or below");
        satisfaction(list, scores, noSatisfaction);
        regret(list, scores);
        compliance(list, scores);
    }

    private static void satisfaction(MetricList list, List<ProsumerScore> scores, String reason) {
        double[] satisfied = scores.stream()
                .map(ProsumerScore::satisfaction)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (satisfied.length == 0) {
            list.undefined("satisfactionMeanShare", "Mean satisfaction", "share", reason);
            list.undefined("satisfactionLeastShare", "Satisfaction of the least satisfied home", "share", reason);
            return;
        }
        list.share("satisfactionMeanShare", "Mean satisfaction", mean(satisfied));
        list.share(
                "satisfactionLeastShare",
                "Satisfaction of the least satisfied home",
                Arrays.stream(satisfied).min().orElse(0));
    }

    private static void regret(MetricList list, List<ProsumerScore> scores) {
        double[] regret = scores.stream().mapToDouble(ProsumerScore::regretUsd).toArray();
        if (regret.length == 0) {
            list.undefined("regretMeanUsd", "Mean regret of a home", "$", EMPTY);
            list.undefined("regretMostUsd", "Largest regret of a home", "$", EMPTY);
            return;
        }
        list.usd("regretMeanUsd", "Mean regret of a home", mean(regret));
        list.usd("regretMostUsd", "Largest regret of a home", Arrays.stream(regret).max().orElse(0));
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static void compliance(MetricList list, List<ProsumerScore> scores) {
        list.count("hardViolations", "Hard preferences broken", total(scores, true));
        list.count("softViolations", "Soft and agent-only preferences broken", total(scores, false));
        for (String[] type : TYPES) {
            List<PreferenceCheck> checks = scores.stream()
                    .flatMap(s -> s.preferences().stream())
                    .filter(p -> p.type().equals(type[0]))
                    .toList();
            double applicable = checks.stream().mapToInt(PreferenceCheck::checks).sum();
            double broken = checks.stream().mapToInt(PreferenceCheck::violations).sum();
            String name = Character.toLowerCase(type[0].charAt(0)) + type[0].substring(1);
            String none = "no home has this preference or no check applied";
            list.ratio(name + "ComplianceShare", "Compliance " + type[0], applicable - broken, applicable, 0.5, none);
            list.add(
                    applicable < 0.5
                            ? Metric.undefined(name + "Severity", "Severity " + type[0], type[1], none)
                            : Metric.of(
                                    name + "Severity",
                                    "Severity " + type[0],
                                    type[1],
                                    checks.stream().mapToDouble(PreferenceCheck::severity).sum()));
        }
    }

    private static double total(List<ProsumerScore> scores, boolean hard) {
        return scores.stream()
                .mapToInt(s -> hard ? s.hardViolations() : s.softViolations())
                .sum();
    }
}
