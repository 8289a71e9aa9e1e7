package org.vppworkbench.model.metrics.definition;

import static org.vppworkbench.model.metrics.definition.MetricGroup.HOMES;
import static org.vppworkbench.model.metrics.definition.MetricGroup.PREFERENCES;

import java.util.ArrayList;
import java.util.List;

/** How the homes fare, and how their preferences were kept ({@code model.md} §8). */
final class HomeDefinitions {
    /** Every kind of preference: name, unit of its severity, what is checked, what is added up. */
    private static final String[][] TYPES = {
        {"ReserveFloor", "kWh.h", "every interval", "energy below the floor times its duration"},
        {"EvReadyBy", "kWh", "each departure", "energy missing in the car"},
        {"BlackoutWindow", "kWh", "every interval of the window", "energy sold in it"},
        {"DailyDischargeCap", "kWh", "every day", "discharge above the cap"},
        {"PriceFloor", "contracts", "every energy contract", "contracts below the price"},
        {"MaxEventsPerDay", "contracts", "every day", "contracts above the number"},
    };

    static final List<MetricDefinition> ALL = all();

    private HomeDefinitions() {}

    private static List<MetricDefinition> all() {
        List<MetricDefinition> all = new ArrayList<>(List.of(
                share("irRateShare", "Homes not worse off (S \u2265 \u22120.01 $)", "homes with S \u2265 \u22120.01 $ / homes",
                                "Individual rationality: who did not lose by taking part.")
                        .from(x -> x[0] / x[1], "homesNotWorseOff", "homes"),
                share("jainIndex", "Jain's index of surplus", "(\u03a3x)\u00b2/(n\u00b7\u03a3x\u00b2) with x = max(S, 0)",
                                "1 where all gain alike, 1/n where one gains all.")
                        .from(x -> x[0] * x[0] / (x[1] * x[2]), "gainsUsd", "homes", "gainsSquaredUsd2"),
                share("giniIndex", "Gini of surplus", "\u03a3|S_i \u2212 S_j|/(2n\u00b7\u03a3S)",
                                "0 where all gain alike; not defined where the mean surplus is not above 0.")
                        .from(x -> x[0] / (2 * x[1] * x[2]), "surplusDifferencesUsd", "homes", "prosumerSurplusUsd"),
                share("satisfactionMeanShare", "Mean satisfaction",
                                "mean over homes of \u00bd\u00b7clamp(0.5 + S/(2\u00b7s_ref), 0, 1) + \u00bd\u00b7mean m_c",
                                "Half money, half preferences kept; s_ref is the home's part of W* \u2212 W_home. The weights are"
                                        + " assumptions and stand in scenario.json.")
                        .from(x -> x[0] / x[1], "satisfactionSum", "homesWithSatisfaction"),
                share("satisfactionLeastShare", "Satisfaction of the least satisfied home", "min over homes of the same",
                        "How the worst-off home fares."),
                usd("regretMeanUsd", "Mean regret of a home", "mean over homes of max(0, U\u2070 \u2212 U, max g(o) \u2212 g(agreed))",
                                "What its own plan, or another answer to one offer, would have given a home more.")
                        .from(x -> x[0] / x[1], "homeRegretSumUsd", "homes"),
                usd("regretMostUsd", "Largest regret of a home", "max over homes of the same", "The home that could regret most."),
                count("hardViolations", "Hard preferences broken", "\u03a3 violations of hard preferences",
                        "Checks that failed, over all homes and types; 0 is what the rules of the market ask for."),
                count("softViolations", "Soft and agent-only preferences broken", "\u03a3 violations of all other preferences",
                        "Soft ones have a price, which stands in the discomfort.")));
        for (String[] type : TYPES) {
            String name = key(type[0]);
            all.add(MetricDefinition.of(
                            name + "ComplianceShare", PREFERENCES, "", "Compliance " + type[0], "share", "1 \u2212 violations/checks",
                            "Share of checks that held, " + type[2] + ", of hard and soft ones together.")
                    .from(x -> (x[0] - x[1]) / x[0], name + "Checks", name + "Violations"));
            all.add(MetricDefinition.of(
                    name + "Severity", PREFERENCES, "", "Severity " + type[0], type[1], "\u03a3 " + type[3],
                    "How badly it was broken; 0 where it was kept."));
        }
        return List.copyOf(all);
    }

    /** Kinds of preferences, as in the fleet file. */
    static List<String> types() {
        return java.util.Arrays.stream(TYPES).map(type -> type[0]).toList();
    }

    /** Beginning of the keys of a kind. */
    static String key(String type) {
        return Character.toLowerCase(type.charAt(0)) + type.substring(1);
    }

    private static MetricDefinition share(String key, String title, String formula, String meaning) {
        return MetricDefinition.of(key, HOMES, "", title, "share", formula, meaning);
    }

    private static MetricDefinition usd(String key, String title, String formula, String meaning) {
        return MetricDefinition.of(key, HOMES, "", title, "$", formula, meaning);
    }

    private static MetricDefinition count(String key, String title, String formula, String meaning) {
        return MetricDefinition.of(key, PREFERENCES, "", title, "", formula, meaning);
    }
}
