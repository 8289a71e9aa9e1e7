package org.vppworkbench.model.metrics.definition;

import static org.vppworkbench.model.metrics.definition.MetricGroup.DELIVERY;

import java.util.List;

/** What was promised and what was delivered ({@code model.md} §8). */
final class DeliveryDefinitions {
    private static final String RESERVE = "kW\u00b7h";

    static final List<MetricDefinition> ALL = List.of(
            of("soldEnergyKwh", "Energy sold", "kWh", "\u03a3 \u03b4\u00b7\u0394 over homes and intervals", "Energy delivered under contracts."),
            of("spinAvailableKwHours", "Spinning reserve available", RESERVE, "\u03a3 spin\u00b7\u0394 over homes and intervals",
                    "Reserve that could have been called at once."),
            of("nonSpinAvailableKwHours", "Non-spinning reserve available", RESERVE,
                    "\u03a3 non-spin\u00b7\u0394 over homes and intervals", "Reserve that could have been called within minutes."),
            of("energyContracts", "Energy contracts", "", "contracts in force", "A count; contracts whose fleet offer cleared."),
            of("spinContracts", "Spin contracts", "", "contracts in force", "A count; contracts whose fleet offer cleared."),
            of("nonSpinContracts", "Non-spin contracts", "", "contracts in force", "A count; contracts whose fleet offer cleared."),
            of("energyShortfallKwh", "Energy not delivered", "kWh", "\u03a3 committed \u2212 delivered, over energy contracts in force",
                    "What was promised and did not come."),
            of("reserveShortfallKwHours", "Reserve not available", RESERVE,
                    "\u03a3 committed \u2212 available, over reserve contracts in force", "What was promised and was not there."),
            of("energyDeliveryShare", "Energy delivered of committed", "share", "\u03a3 delivered/\u03a3 committed",
                            "1 where every promise of energy was kept.")
                    .from(x -> (x[0] - x[1]) / x[0], "energyCommittedKwh", "energyShortfallKwh"),
            of("reserveDeliveryShare", "Reserve available of committed", "share", "\u03a3 available/\u03a3 committed",
                            "1 where every promise of reserve was kept.")
                    .from(x -> (x[0] - x[1]) / x[0], "reserveCommittedKwHours", "reserveShortfallKwHours"),
            of("shortfallCostUsd", "Cost of energy not delivered, above its day-ahead price", "$",
                    "\u03a3 missing\u00b7(max(\u03c0RT, \u03c0E, 0) \u2212 \u03c0E)", "Compared with not having sold it."),
            of("virtualProfitUsd", "Virtual profit (reported, never counted)", "$", "\u03a3 missing\u00b7(\u03c0E \u2212 \u03c0RT)",
                    "What missing energy would have earned under rules that let it; part of nothing."));

    private DeliveryDefinitions() {}

    private static MetricDefinition of(String key, String title, String unit, String formula, String meaning) {
        return MetricDefinition.of(key, DELIVERY, "", title, unit, formula, meaning);
    }
}
