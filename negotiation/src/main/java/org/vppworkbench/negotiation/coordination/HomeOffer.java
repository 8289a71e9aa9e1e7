package org.vppworkbench.negotiation.coordination;

import org.vppworkbench.model.market.CoalitionSolver.Ask;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.simulation.ProsumerDesk;

/**
 * What a home offers for an hour.
 *
 * @param terms constant over the hour
 * @param messageId where it said so
 */
record HomeOffer(ProsumerDesk desk, Terms terms, String messageId) {
    Ask ask() {
        return new Ask(desk.prosumer(), terms.kw(), terms.pricePerMwh());
    }

    String prosumer() {
        return desk.prosumer();
    }
}
