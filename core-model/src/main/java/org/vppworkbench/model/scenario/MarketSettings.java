package org.vppworkbench.model.scenario;

import org.vppworkbench.model.market.MarketRules;

/**
 * The market a run takes place in.
 *
 * @param timeline when opportunities are traded
 * @param rules what the market accepts as an offer
 * @param forecast what agents and homes expect
 * @param calls contingency calls
 */
public record MarketSettings(Timeline timeline, MarketRules rules, ForecastSettings forecast, CallSettings calls) {
    public static final MarketSettings DEFAULT =
            new MarketSettings(Timeline.HOURLY, MarketRules.RESEARCH, ForecastSettings.PERFECT, CallSettings.NONE);
}
