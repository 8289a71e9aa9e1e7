package org.vppworkbench.model.metrics;

import org.vppworkbench.model.settlement.PeriodAccount;
import org.vppworkbench.model.settlement.ProsumerAccount;

/** Welfare and who gets what of it ({@code model.md} §4). */
final class MoneyMetrics {
    private MoneyMetrics() {}

    static void addTo(MetricList list, PeriodAccount with, PeriodAccount without) {
        double value = with.welfareUsd() - without.welfareUsd();
        double surplus = with.utilityUsd() - without.utilityUsd();
        list.usd("welfareUsd", "Welfare W", with.welfareUsd());
        list.usd("baselineWelfareUsd", "Welfare without market W\u2070", without.welfareUsd());
        list.usd("vppValueUsd", "VPP value W \u2212 W\u2070", value);
        list.usd("aggregatorProfitUsd", "Aggregator profit \u03a0", with.profitUsd());
        list.usd("prosumerUtilityUsd", "Prosumer utility \u03a3U", with.utilityUsd());
        list.usd("prosumerSurplusUsd", "Prosumer surplus \u03a3S", surplus);
        list.usd("marketRevenueUsd", "Market revenue", with.revenueUsd());
        list.usd("paymentsUsd", "Payments to homes", with.paymentsUsd());
        list.usd("budgetBalanceUsd", "Budget balance (revenue \u2212 payments)", with.revenueUsd() - with.paymentsUsd());
        list.usd("discomfortUsd", "Discomfort", sum(with, true));
        list.usd("degradationUsd", "Degradation", sum(with, false));
        list.ratio(
                "homesShareOfSurplusShare",
                "Homes' share of the VPP value",
                surplus,
                value,
                MetricsEvaluator.LEAST_USD,
                "the VPP value is below 0.01 $");
    }

    private static double sum(PeriodAccount account, boolean discomfort) {
        return account.prosumers().stream()
                .mapToDouble(discomfort ? ProsumerAccount::discomfortUsd : ProsumerAccount::degradationUsd)
                .sum();
    }
}
