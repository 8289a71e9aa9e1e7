package org.vppworkbench.model.scenario;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketRules;

/**
 * The market a run takes place in.
 *
 * @param timeline when opportunities are traded
 * @param rules what the market accepts as an offer
 * @param forecast what agents and homes expect
 * @param calls contingency calls
 * @param dayPermutation seed by which the market prices of the days of the run change places, against agents that know the
 *     week by heart ({@link DayPermutation}); {@code null} where they stay
 */
public record MarketSettings(
        Timeline timeline,
        MarketRules rules,
        ForecastSettings forecast,
        CallSettings calls,
        @Nullable Long dayPermutation) {
    /** Days as they were. */
    public MarketSettings(Timeline timeline, MarketRules rules, ForecastSettings forecast, CallSettings calls) {
        this(timeline, rules, forecast, calls, null);
    }

    public static final MarketSettings DEFAULT =
            new MarketSettings(Timeline.HOURLY, MarketRules.RESEARCH, ForecastSettings.PERFECT, CallSettings.NONE);
}
