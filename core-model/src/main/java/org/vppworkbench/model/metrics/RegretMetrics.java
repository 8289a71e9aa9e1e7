package org.vppworkbench.model.metrics;

import org.jspecify.annotations.Nullable;

/**
 * What was lost between the best that physics allow and what a run achieved, part by part ({@code model.md} §8). The parts add
 * up to the total:
 *
 * <pre>
 * UB(BLIND) − W = (UB(BLIND) − W*) + (W_home − W⁰) + ((W* − W_home) − (W + d − W⁰)) + d
 *                 preferences        home plan       information and coordination     delivery
 * </pre>
 *
 * <p>d is what promises cost that were not kept, compared with not having made them: W + d is the welfare of the same dispatch
 * under contracts for what was delivered. Information and coordination are one gain from trade, W* − W_home, less what of it was
 * realised. The optimum on what was known, valued on what happened, W_forecast, tells them apart:
 *
 * <pre>
 * information = W* − W_forecast        coordination = (W_forecast − W_home) − (W + d − W⁰)
 * </pre>
 */
final class RegretMetrics {
    private static final String NO_FORECAST_OPTIMUM =
            "needs the optimum on forecasts, valued on what happened, which was not solved (vpp baseline --mode forecast)";

    private static final String TOTAL = "regretTotalUsd";
    private static final String PREFERENCES = "regretPreferencesUsd";
    private static final String HOME_PLAN = "regretHomePlanUsd";
    private static final String GAINS = "regretInformationAndCoordinationUsd";
    private static final String INFORMATION = "regretInformationUsd";
    private static final String COORDINATION = "regretCoordinationUsd";

    private RegretMetrics() {}

    /**
     * @param optimum certified optima of the period, or {@code null}
     * @param reason why there are none
     * @param w W of the run [$]
     * @param w0 W of the home plans without market [$]
     * @param deliveryUsd d, cost of energy not delivered above its day-ahead price [$]
     */
    static void addTo(
            MetricList list, @Nullable OptimumReference optimum, String reason, double w, double w0, double deliveryUsd) {
        String total = "Regret UB(BLIND) \u2212 W, the sum of its parts";
        String preferences = "Regret, preferences: UB(BLIND) \u2212 W*, at most what they cost";
        String homePlan = "Regret, home plan: W_home \u2212 W\u2070, value that needs no VPP";
        String gains = "Regret, information and coordination: W* \u2212 W_home less the gains from trade";
        if (optimum == null) {
            list.undefined(TOTAL, total, "$", reason);
            list.undefined(PREFERENCES, preferences, "$", reason);
            list.undefined(HOME_PLAN, homePlan, "$", reason);
            list.undefined(GAINS, gains, "$", reason);
        } else {
            double aware = optimum.awareObjective();
            double home = optimum.homeObjective();
            list.usd(TOTAL, total, optimum.blindUpperBound() - w);
            list.usd(PREFERENCES, preferences, optimum.blindUpperBound() - aware);
            list.usd(HOME_PLAN, homePlan, home - w0);
            list.usd(GAINS, gains, aware - home - (w + deliveryUsd - w0));
        }
        String information = "Regret, information alone: W* \u2212 W_forecast";
        String coordination = "Regret, coordination alone: W_forecast \u2212 W_home less the gains from trade";
        Double forecast = optimum == null ? null : optimum.forecastWelfare();
        if (optimum == null || forecast == null) {
            String missing = optimum == null ? reason : NO_FORECAST_OPTIMUM;
            list.undefined(INFORMATION, information, "$", missing);
            list.undefined(COORDINATION, coordination, "$", missing);
        } else {
            list.usd(INFORMATION, information, optimum.awareObjective() - forecast);
            list.usd(COORDINATION, coordination, forecast - optimum.homeObjective() - (w + deliveryUsd - w0));
        }
        list.usd("regretDeliveryUsd", "Regret, delivery: what promises not kept cost", deliveryUsd);
    }
}
