package org.vppworkbench.negotiation.engine;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.negotiation.agent.Willingness;
import org.vppworkbench.negotiation.protocol.Conversation;
import org.vppworkbench.negotiation.protocol.Performative;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;

/**
 * A home in one negotiation, as the engine holds it.
 *
 * @param desk the home's own
 * @param policy who decides for it
 * @param conversation with the aggregator
 */
public record Participant(ProsumerDesk desk, ProsumerPolicy policy, Conversation conversation) {

    public String id() {
        return desk.prosumer();
    }

    /** What the home itself knows about the quantity it speaks of. */
    @Nullable WhatIfResult basis(NegotiationMessage message, double topPrice, double neededKw) {
        Terms terms = Performative.terms(message);
        if (terms != null) {
            return desk.about(terms.kw());
        }
        return Performative.of(message) == Performative.REFUSAL
                ? Willingness.at(desk, topPrice, neededKw).whatIf()
                : null;
    }
}
