package org.vppworkbench.model.metrics;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.RunEvent;

/**
 * What the homes agreed on for the whole run before they traded it ({@code model.md} §7), against what came of it: the loss
 * from contracts that are constant over the hour with one direction per device, and the loss from trading them hour by hour
 * and from days that came otherwise than expected. Defined for every mechanism that agrees on schedules first.
 */
final class PlanMetrics {
    private static final String WELFARE = "planWelfareUsd";
    private static final String BOUND = "planUpperBoundUsd";
    private static final String GAP = "planGapShare";
    private static final String LOSS = "planLossUsd";
    private static final String ROUNDS = "planRounds";
    private static final String HOURLY = "planHourlyWelfareUsd";
    private static final String HOURLY_BOUND = "planHourlyUpperBoundUsd";
    private static final String HOURLY_LOSS = "planHourlyLossUsd";
    private static final String TRADING_LOSS = "planTradingLossUsd";
    private static final String HOURLY_ROUNDS = "planHourlyRounds";
    private static final String LOSS_LABEL = "Loss from agreed schedules to the run";
    private static final String HOURLY_LABEL = "W of the hourly promises made of them";
    private static final String HOURLY_BOUND_LABEL = "Most hourly promises could be worth";
    private static final String HOURLY_LOSS_LABEL = "Loss from hourly promises with one direction";
    private static final String TRADING_LOSS_LABEL = "Loss from trading promises hour by hour and from forecasts";
    private static final String HOURLY_ROUNDS_LABEL = "Rounds of the hourly promises";

    private PlanMetrics() {}

    /**
     * @param process the negotiation, or {@code null}
     * @param welfareUsd W of the run
     */
    static void addTo(MetricList list, @Nullable ProcessRecord process, double welfareUsd) {
        RunEvent.PricesCoordinated plan = process == null ? null : process.plan();
        if (plan == null) {
            undefined(list, "no schedules were agreed before the run");
            return;
        }
        list.usd(WELFARE, "W of the schedules agreed before the run", plan.welfareUsd());
        list.usd(BOUND, "Most such schedules could be worth", plan.upperBoundUsd());
        list.ratio(
                GAP,
                "Gap of the schedules agreed before the run",
                plan.upperBoundUsd() - plan.welfareUsd(),
                Math.max(1, plan.upperBoundUsd() - plan.aloneUsd()),
                MetricsEvaluator.LEAST_USD,
                "nothing is at stake");
        list.usd(LOSS, LOSS_LABEL, plan.welfareUsd() - welfareUsd);
        list.count(ROUNDS, "Rounds of the agreement before the run", plan.rounds());
        list.usd(HOURLY, HOURLY_LABEL, plan.hourlyWelfareUsd());
        list.usd(HOURLY_BOUND, HOURLY_BOUND_LABEL, plan.hourlyUpperBoundUsd());
        list.usd(HOURLY_LOSS, HOURLY_LOSS_LABEL, plan.welfareUsd() - plan.hourlyWelfareUsd());
        list.usd(TRADING_LOSS, TRADING_LOSS_LABEL, plan.hourlyWelfareUsd() - welfareUsd);
        list.count(HOURLY_ROUNDS, HOURLY_ROUNDS_LABEL, plan.hourlyRounds());
    }

    static void undefined(MetricList list, String reason) {
        list.undefined(WELFARE, "W of the schedules agreed before the run", "$", reason);
        list.undefined(BOUND, "Most such schedules could be worth", "$", reason);
        list.undefined(GAP, "Gap of the schedules agreed before the run", "share", reason);
        list.undefined(LOSS, LOSS_LABEL, "$", reason);
        list.undefined(ROUNDS, "Rounds of the agreement before the run", "", reason);
        list.undefined(HOURLY, HOURLY_LABEL, "$", reason);
        list.undefined(HOURLY_BOUND, HOURLY_BOUND_LABEL, "$", reason);
        list.undefined(HOURLY_LOSS, HOURLY_LOSS_LABEL, "$", reason);
        list.undefined(TRADING_LOSS, TRADING_LOSS_LABEL, "$", reason);
        list.undefined(HOURLY_ROUNDS, HOURLY_ROUNDS_LABEL, "", reason);
    }
}
