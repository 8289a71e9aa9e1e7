package org.vppworkbench.negotiation.gate;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.negotiation.protocol.Conversation;
import org.vppworkbench.negotiation.protocol.Letterhead;
import org.vppworkbench.negotiation.protocol.Performative;

/**
 * A message before the gate, with everything the gate judges by.
 *
 * @param message what the agent wants to say
 * @param source who the agent is
 * @param rules what the market accepts, bid caps among it
 * @param letterhead what its envelope must say
 * @param conversation with the home concerned
 * @param desk of the home concerned; the gate belongs to the engine, the aggregator never sees it
 * @param deadlineRound last round
 * @param leftKw required quantity that is neither agreed nor promised to others [kW]
 * @param lastWord whether only a yes or no is due
 */
public record Submission(
        NegotiationMessage message,
        MessageSource source,
        MarketRules rules,
        Letterhead letterhead,
        Conversation conversation,
        ProsumerDesk desk,
        int deadlineRound,
        double leftKw,
        boolean lastWord) {

    boolean aggregator() {
        return letterhead.sender().equals(Envelope.AGGREGATOR);
    }

    Performative performative() {
        return Performative.of(message);
    }

    @Nullable Terms terms() {
        return Performative.terms(message);
    }
}
