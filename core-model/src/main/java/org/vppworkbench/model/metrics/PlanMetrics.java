package org.vppworkbench.model.metrics;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.RunEvent;

/**
 * What the homes agreed on for the whole run before they traded it ({@code model.md} §7), against what came of it: the loss
 * from contracts that are constant over the hour, and from days that came otherwise than expected. Defined for every mechanism
 * that agrees on schedules first.
 */
final class PlanMetrics {
    private static final String WELFARE = "planWelfareUsd";
    private static final String BOUND = "planUpperBoundUsd";
    private static final String GAP = "planGapShare";
    private static final String LOSS = "planLossUsd";
    private static final String ROUNDS = "planRounds";

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
        list.usd(LOSS, "Loss from agreed schedules to hourly contracts and their delivery", plan.welfareUsd() - welfareUsd);
        list.count(ROUNDS, "Rounds of the agreement before the run", plan.rounds());
    }

    static void undefined(MetricList list, String reason) {
        list.undefined(WELFARE, "W of the schedules agreed before the run", "$", reason);
        list.undefined(BOUND, "Most such schedules could be worth", "$", reason);
        list.undefined(GAP, "Gap of the schedules agreed before the run", "share", reason);
        list.undefined(LOSS, "Loss from agreed schedules to hourly contracts and their delivery", "$", reason);
        list.undefined(ROUNDS, "Rounds of the agreement before the run", "", reason);
    }
}
