package org.vppworkbench.negotiation.protocol;

import java.util.List;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.scenario.AgentSettings;

/**
 * All the aggregator sees: the opportunity, its settings and what homes told it. There is no way
 * from here to a desk, a what-if tool or a reservation price.
 *
 * @param opportunity with the published forecast price
 * @param rules what the market accepts, bid caps among it
 * @param settings of the agents
 * @param letterhead for the envelopes of the replies
 * @param deadlineRound last round
 * @param positions one per home, in fleet order
 * @param closing whether this is the last word: what is not accepted now is turned down
 */
public record AggregatorTurn(
        Opportunity opportunity,
        MarketRules rules,
        AgentSettings settings,
        Letterhead letterhead,
        int deadlineRound,
        List<Position> positions,
        boolean closing) {
    public AggregatorTurn {
        positions = List.copyOf(positions);
    }

    /** The same turn with the conversations as they stand now. */
    public AggregatorTurn withPositions(List<Position> now) {
        return new AggregatorTurn(opportunity, rules, settings, letterhead, deadlineRound, now, closing);
    }

    /** The most that may be bid: the published price, not above the bid cap [$/MWh]. */
    public double topPrice() {
        return Math.min(opportunity.forecastPrice(), rules.capPerMwh(opportunity.product()));
    }

    public int round() {
        return letterhead.round();
    }

    /**
     * Required quantity that is neither agreed nor promised in a standing counter-offer, in whole
     * watts, so that the order of the homes leaves no trace in the last digits [kW].
     */
    public double leftKw() {
        double left = opportunity.requiredKw();
        for (Position position : positions) {
            Offer agreed = position.agreed();
            Offer counter = position.counter();
            if (position.stage() == Stage.AGREED && agreed != null) {
                left -= agreed.terms().kw();
            } else if (position.stage() == Stage.COUNTERED && counter != null) {
                left -= counter.terms().kw();
            }
        }
        return Math.max(Math.floor(left * 1000 + 1e-6) / 1000, 0);
    }
}
