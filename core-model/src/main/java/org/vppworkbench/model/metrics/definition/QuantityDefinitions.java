package org.vppworkbench.model.metrics.definition;

import static org.vppworkbench.model.metrics.definition.MetricGroup.QUANTITY;

import java.util.ArrayList;
import java.util.List;

/** Numbers that formulas of metrics name and that are no metrics themselves. */
final class QuantityDefinitions {
    static final List<MetricDefinition> ALL = all();

    private QuantityDefinitions() {}

    private static List<MetricDefinition> all() {
        List<MetricDefinition> all = new ArrayList<>(List.of(
                of("contractsInForce", "", "Contracts in force", "", "energy + spin + non-spin", "Contracts whose fleet offer cleared.")
                        .from(x -> x[0] + x[1] + x[2], "energyContracts", "spinContracts", "nonSpinContracts"),
                of("blindUpperBoundUsd", "UB(BLIND)", "Certified upper bound without preferences", "$", "weak duality",
                        "No schedule whatever is worth more than this."),
                of("awareUpperBoundUsd", "UB(AWARE)", "Certified upper bound with preferences", "$", "weak duality",
                        "No schedule within the preferences is worth more than this."),
                of("homeUpperBoundUsd", "UB(HOME)", "Certified upper bound of the homes alone", "$", "weak duality",
                        "No plans of homes alone are worth more than this."),
                of("forecastOptimumUsd", "W_forecast", "Optimum on forecasts, valued on what happened", "$", "optimum forecast",
                        "A central planner that knows no more than the agents."),
                of("certifiedGapShare", "", "Largest certified gap", "share", "max over modes of (bound \u2212 objective)/yardstick",
                        "The yardstick is the money at stake, max(1 $, UB(AWARE) \u2212 UB(HOME)). Proved means at most what was asked for."),
                of("planAloneUsd", "W_alone", "Homes alone at expected prices", "$", "optimum of each home",
                        "What the schedules are compared with before the run."),
                of("homes", "n", "Homes", "", "homes of the fleet", "A count."),
                of("homesNotWorseOff", "", "Homes with S \u2265 \u22120.01 $", "", "homes with S \u2265 \u22120.01 $", "A count."),
                of("gainsUsd", "\u03a3x", "Gains of the homes", "$", "\u03a3 max(S, 0)", "Losses counted as 0."),
                of("gainsSquaredUsd2", "\u03a3x\u00b2", "Squared gains of the homes", "$\u00b2", "\u03a3 max(S, 0)\u00b2", "For Jain's index."),
                of("surplusDifferencesUsd", "", "Differences of surplus", "$", "\u03a3|S_i \u2212 S_j| over all ordered pairs", "For the Gini index."),
                of("satisfactionSum", "", "Satisfaction added up", "", "\u03a3 over homes", "Each from 0 to 1."),
                of("homesWithSatisfaction", "", "Homes with a satisfaction", "", "homes where it is defined", "A count."),
                of("homeRegretSumUsd", "", "Regret of the homes added up", "$", "\u03a3 over homes", "Each at least 0."),
                of("energyCommittedKwh", "", "Energy committed", "kWh", "\u03a3 kW\u00b7h of energy contracts in force", "What was promised."),
                of("reserveCommittedKwHours", "", "Reserve committed", "kW\u00b7h", "\u03a3 kW\u00b7h of reserve contracts in force",
                        "What was promised.")));
        for (String type : HomeDefinitions.types()) {
            String key = HomeDefinitions.key(type);
            all.add(of(key + "Checks", "", "Checks of " + type, "", "times it could have been broken", "A count."));
            all.add(of(key + "Violations", "", "Violations of " + type, "", "times it was broken", "A count."));
        }
        return List.copyOf(all);
    }

    private static MetricDefinition of(String key, String symbol, String title, String unit, String formula, String meaning) {
        return MetricDefinition.of(key, QUANTITY, symbol, title, unit, formula, meaning);
    }
}
