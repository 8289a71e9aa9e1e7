package org.vppworkbench.model.metrics.definition;

import static org.vppworkbench.model.metrics.definition.MetricGroup.OPTIMUM;
import static org.vppworkbench.model.metrics.definition.MetricGroup.PLAN;
import static org.vppworkbench.model.metrics.definition.MetricGroup.REGRET;

import java.util.List;

/** A run against the certified optima, and against what was agreed before it ({@code model.md} §5, §8). */
final class OptimumDefinitions {
    private static final String WITHOUT_SHORTFALL = "W + d \u2212 W\u2070";

    static final List<MetricDefinition> ALL = List.of(
            MetricDefinition.of("efficiencyAware", OPTIMUM, "\u03b7", "Efficiency \u03b7", "share",
                            "(W \u2212 W_home)/(W* \u2212 W_home)",
                            "Share of the gains from trade that were realised: 1 is the certified optimum, 0 each home at its own"
                                    + " best, below 0 worse than that.")
                    .from(x -> (x[0] - x[1]) / (x[2] - x[1]), "welfareUsd", "homeOptimumUsd", "awareOptimumUsd"),
            usd(OPTIMUM, "homeOptimumUsd", "W_home", "W_home, each home at its own best", "optimum HOME",
                    "Each home alone with perfect foresight, nothing sold."),
            usd(OPTIMUM, "awareOptimumUsd", "W*", "W*, optimum with preferences", "optimum AWARE",
                    "All homes together with perfect foresight, within the owners' preferences."),
            usd(OPTIMUM, "blindOptimumUsd", "W_BLIND", "Optimum without preferences", "optimum BLIND",
                    "The same with the owners' preferences dropped."),
            usd(OPTIMUM, "awareGapUsd", "", "W* \u2212 W, what the mechanism leaves", "W* \u2212 W",
                            "What a perfect planner could have added.")
                    .from(x -> x[0] - x[1], "awareOptimumUsd", "welfareUsd"),
            MetricDefinition.of("shareOfAchievableValueShare", OPTIMUM, "", "VPP value over W* \u2212 W\u2070", "share",
                            "(W \u2212 W\u2070)/(W* \u2212 W\u2070)", "The VPP value as a share of the most it could be.")
                    .from(x -> (x[0] - x[1]) / (x[2] - x[1]), "welfareUsd", "baselineWelfareUsd", "awareOptimumUsd"),
            usd(REGRET, "regretTotalUsd", "", "Regret UB(BLIND) \u2212 W, the sum of its parts", "UB(BLIND) \u2212 W",
                            "From the best that physics allow down to the run.")
                    .from(x -> x[0] - x[1], "blindUpperBoundUsd", "welfareUsd"),
            usd(REGRET, "regretPreferencesUsd", "", "Regret, preferences: UB(BLIND) \u2212 W*, at most what they cost",
                            "UB(BLIND) \u2212 W*", "What the owners' preferences cost at most.")
                    .from(x -> x[0] - x[1], "blindUpperBoundUsd", "awareOptimumUsd"),
            usd(REGRET, "regretHomePlanUsd", "", "Regret, home plan: W_home \u2212 W\u2070, value that needs no VPP",
                            "W_home \u2212 W\u2070", "What homes could gain alone by planning better.")
                    .from(x -> x[0] - x[1], "homeOptimumUsd", "baselineWelfareUsd"),
            usd(REGRET, "regretInformationAndCoordinationUsd", "",
                            "Regret, information and coordination: W* \u2212 W_home less the gains from trade",
                            "(W* \u2212 W_home) \u2212 (" + WITHOUT_SHORTFALL + ")", "Gains from trade that were not realised.")
                    .from(x -> x[0] - x[1] - (x[2] + x[3] - x[4]), "awareOptimumUsd", "homeOptimumUsd", "welfareUsd",
                            "regretDeliveryUsd", "baselineWelfareUsd"),
            usd(REGRET, "regretInformationUsd", "", "Regret, information alone: W* \u2212 W_forecast", "W* \u2212 W_forecast",
                            "What not knowing the prices cost a central planner.")
                    .from(x -> x[0] - x[1], "awareOptimumUsd", "forecastOptimumUsd"),
            usd(REGRET, "regretCoordinationUsd", "", "Regret, coordination alone: W_forecast \u2212 W_home less the gains from trade",
                            "(W_forecast \u2212 W_home) \u2212 (" + WITHOUT_SHORTFALL + ")",
                            "What of a planner's gains, knowing no more, was not realised.")
                    .from(x -> x[0] - x[1] - (x[2] + x[3] - x[4]), "forecastOptimumUsd", "homeOptimumUsd", "welfareUsd",
                            "regretDeliveryUsd", "baselineWelfareUsd"),
            usd(REGRET, "regretDeliveryUsd", "d", "Regret, delivery: what promises not kept cost",
                            "\u03a3 missing\u00b7(max(\u03c0RT, \u03c0E, 0) \u2212 \u03c0E)",
                            "What not delivering cost, compared with not having sold.")
                    .from(x -> x[0], "shortfallCostUsd"),
            usd(PLAN, "planWelfareUsd", "W_plan", "W of the schedules agreed before the run", "W at expected prices",
                    "What the agreed schedules would have been worth."),
            usd(PLAN, "planUpperBoundUsd", "UB_plan", "Most such schedules could be worth", "bound of the price coordination",
                    "No schedules whatever are worth more at expected prices."),
            MetricDefinition.of("planGapShare", PLAN, "", "Gap of the schedules agreed before the run", "share",
                            "(UB_plan \u2212 W_plan)/max(1 $, UB_plan \u2212 W_alone)", "How far the agreement was from its bound at most.")
                    .from(x -> (x[0] - x[1]) / Math.max(1, x[0] - x[2]), "planUpperBoundUsd", "planWelfareUsd", "planAloneUsd"),
            usd(PLAN, "planLossUsd", "", "Loss from agreed schedules to the run", "W_plan \u2212 W",
                            "Below 0 where what came was better than what was expected.")
                    .from(x -> x[0] - x[1], "planWelfareUsd", "welfareUsd"),
            count("planRounds", "Rounds of the agreement before the run", "rounds of prices until the schedules fitted"),
            usd(PLAN, "planHourlyWelfareUsd", "W_hour", "W of the hourly promises made of them", "W at expected prices",
                    "The schedules as promises that are constant over the hour."),
            usd(PLAN, "planHourlyUpperBoundUsd", "UB_hour", "Most hourly promises could be worth", "bound of the search for promises",
                    "No such promises are worth more at expected prices."),
            usd(PLAN, "planHourlyLossUsd", "", "Loss from hourly promises with one direction", "W_plan \u2212 W_hour",
                            "What constant quantities and one direction per interval cost.")
                    .from(x -> x[0] - x[1], "planWelfareUsd", "planHourlyWelfareUsd"),
            usd(PLAN, "planTradingLossUsd", "", "Loss from trading promises hour by hour and from forecasts", "W_hour \u2212 W",
                            "Trading hour by hour, forecasts, calls.")
                    .from(x -> x[0] - x[1], "planHourlyWelfareUsd", "welfareUsd"),
            count("planHourlyRounds", "Rounds of the hourly promises", "rounds of prices until the promises fitted"));

    private OptimumDefinitions() {}

    private static MetricDefinition usd(MetricGroup group, String key, String symbol, String title, String formula, String meaning) {
        return MetricDefinition.of(key, group, symbol, title, "$", formula, meaning);
    }

    private static MetricDefinition count(String key, String title, String formula) {
        return MetricDefinition.of(key, PLAN, "", title, "", formula, "A count; defined where schedules were agreed before the run.");
    }
}
