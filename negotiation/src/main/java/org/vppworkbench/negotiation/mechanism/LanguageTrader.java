package org.vppworkbench.negotiation.mechanism;

import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.TradingSession;

/**
 * Language models where it is worth their price: opportunities with a small gross stake are left to the rules, which is a
 * choice of the experiment and no fallback.
 *
 * @param models who trades the others
 * @param rules who trades the small ones
 * @param leastStakeUsd gross stake from which a model is asked [$]
 */
record LanguageTrader(OpportunityTrader models, OpportunityTrader rules, double leastStakeUsd)
        implements OpportunityTrader {
    @Override
    public Agreement trade(TradingSession session) {
        Opportunity opportunity = session.opportunity();
        double stake = opportunity.requiredKw() * opportunity.forecastPrice() / 1000;
        return (stake < leastStakeUsd ? rules : models).trade(session);
    }
}
