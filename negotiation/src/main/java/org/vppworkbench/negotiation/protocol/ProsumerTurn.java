package org.vppworkbench.negotiation.protocol;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.simulation.ProsumerDesk;

/**
 * All a home's agent sees when it is its turn: its own desk, the public announcement, and the
 * offers exchanged with the aggregator. Nothing of other homes.
 *
 * @param desk this home's preferences and what-if tool
 * @param opportunity public: product, hour, required quantity and published forecast price
 * @param rules public: what the market accepts, bid caps among it
 * @param letterhead for the envelope of the reply
 * @param deadlineRound last round
 * @param stage where the conversation stands
 * @param callId id of the call for proposals
 * @param ownAsk the home's standing ask, or {@code null}
 * @param counter the aggregator's standing counter-offer, or {@code null}
 * @param lastWord whether the home may only accept or turn down the counter-offer
 */
public record ProsumerTurn(
        ProsumerDesk desk,
        Opportunity opportunity,
        MarketRules rules,
        Letterhead letterhead,
        int deadlineRound,
        Stage stage,
        String callId,
        @Nullable Offer ownAsk,
        @Nullable Offer counter,
        boolean lastWord) {

    /** The same turn with another standing ask. */
    public ProsumerTurn withOwnAsk(@Nullable Offer ask) {
        return new ProsumerTurn(
                desk, opportunity, rules, letterhead, deadlineRound, stage, callId, ask, counter, lastWord);
    }

    /** The same turn with the desk as another agent of the same home shall see it. */
    public ProsumerTurn withDesk(ProsumerDesk other) {
        return new ProsumerTurn(
                other, opportunity, rules, letterhead, deadlineRound, stage, callId, ownAsk, counter, lastWord);
    }

    /** The most this opportunity can pay: the published price, not above the bid cap [$/MWh]. */
    public double topPrice() {
        return Math.min(opportunity.forecastPrice(), rules.capPerMwh(opportunity.product()));
    }

    public int round() {
        return letterhead.round();
    }
}
