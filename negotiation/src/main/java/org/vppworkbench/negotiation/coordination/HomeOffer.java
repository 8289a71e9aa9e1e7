package org.vppworkbench.negotiation.coordination;

import org.vppworkbench.model.market.CoalitionSolver.Ask;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.negotiation.protocol.Conversation;

/**
 * What a home offers for an hour.
 *
 * @param conversation in which it said so
 * @param terms constant over the hour
 * @param messageId where it said so
 */
record HomeOffer(ProsumerDesk desk, Conversation conversation, Terms terms, String messageId) {
    Ask ask() {
        return new Ask(desk.prosumer(), terms.kw(), terms.minKw(), terms.pricePerMwh());
    }

    String prosumer() {
        return desk.prosumer();
    }
}
