package org.vppworkbench.model.metrics.definition;

import java.util.List;

/** Money ({@code model.md} §4). */
final class MoneyDefinitions {
    static final List<MetricDefinition> ALL = List.of(
            usd("welfareUsd", "W", "Welfare W", "\u03a0 + \u03a3U",
                            "What the run is worth to the aggregator and all homes together; payments between them cancel.")
                    .from(x -> x[0] + x[1], "aggregatorProfitUsd", "prosumerUtilityUsd"),
            usd("baselineWelfareUsd", "W\u2070", "Welfare without market W\u2070", "\u03a3U\u2070 over the home plans",
                    "The same with every home on its own plan and nothing sold."),
            usd("vppValueUsd", "W \u2212 W\u2070", "VPP value W \u2212 W\u2070", "W \u2212 W\u2070",
                            "What the virtual power plant is worth above homes that plan alone.")
                    .from(x -> x[0] - x[1], "welfareUsd", "baselineWelfareUsd"),
            usd("aggregatorProfitUsd", "\u03a0", "Aggregator profit \u03a0", "Rev \u2212 \u03a3pay",
                            "What the aggregator keeps of the market's money.")
                    .from(x -> x[0] - x[1], "marketRevenueUsd", "paymentsUsd"),
            usd("prosumerUtilityUsd", "\u03a3U", "Prosumer utility \u03a3U",
                    "\u03a3(pay \u2212 bill \u2212 wear \u2212 discomfort + v_end\u00b7change of energy stored)",
                    "What the run is worth to the homes; below 0, because it holds their retail bills."),
            usd("prosumerSurplusUsd", "\u03a3S", "Prosumer surplus \u03a3S", "(W \u2212 W\u2070) \u2212 \u03a0",
                            "What the homes gained over their own plans, S = U \u2212 U\u2070 each; the home plans pay no profit.")
                    .from(x -> x[0] - x[1] - x[2], "welfareUsd", "baselineWelfareUsd", "aggregatorProfitUsd"),
            usd("marketRevenueUsd", "Rev", "Market revenue",
                    "\u03a3 \u0394/1000\u00b7(\u03c0E\u00b7P \u2212 missing\u00b7max(\u03c0RT, \u03c0E, 0)) + reserve at its prices",
                    "What the market paid, missing energy bought back."),
            usd("paymentsUsd", "\u03a3pay", "Payments to homes",
                    "\u03a3 p\u00b7delivered/1000 \u2212 \u03ba\u00b7max(p, 0)\u00b7shortfall/1000 + called energy",
                    "What the aggregator paid the homes under their contracts."),
            usd("budgetBalanceUsd", "", "Budget balance (revenue \u2212 payments)", "Rev \u2212 \u03a3pay",
                            "Below 0 the aggregator paid more than the market paid it.")
                    .from(x -> x[0] - x[1], "marketRevenueUsd", "paymentsUsd"),
            usd("discomfortUsd", "", "Discomfort", "\u03a3 price \u00b7 severity over broken soft preferences",
                    "What broken soft preferences cost the homes by their own prices."),
            usd("degradationUsd", "", "Degradation", "\u03a3 c\u00b7discharge\u00b7\u0394 + c_EV\u00b7V2G\u00b7\u0394",
                    "Wear of home batteries and of cars that feed the house."),
            new MetricDefinition(
                    "homesShareOfSurplusShare", MetricGroup.MONEY, "", "Homes' share of the VPP value", "share",
                    "\u03a3S/(W \u2212 W\u2070)", "Which part of the value went to the homes; not defined below 0.01 $.",
                    List.of("prosumerSurplusUsd", "vppValueUsd"), x -> x[0] / x[1]));

    private MoneyDefinitions() {}

    private static MetricDefinition usd(String key, String symbol, String title, String formula, String meaning) {
        return MetricDefinition.of(key, MetricGroup.MONEY, symbol, title, "$", formula, meaning);
    }
}
