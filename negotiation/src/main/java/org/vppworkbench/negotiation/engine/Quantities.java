package org.vppworkbench.negotiation.engine;

import org.vppworkbench.negotiation.protocol.Conversation;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Stage;

/** What conversations hold of the requirement. */
final class Quantities {
    private Quantities() {}

    /** Agreed, or promised in a standing counter-offer [kW]. */
    static double committedKw(Conversation conversation) {
        Offer counter = conversation.counter();
        return counter == null ? agreedKw(conversation) : counter.terms().kw();
    }

    /** Agreed and not yet awarded or rejected [kW]. */
    static double agreedKw(Conversation conversation) {
        Offer agreed = conversation.agreed();
        return conversation.stage() == Stage.AGREED && agreed != null ? agreed.terms().kw() : 0;
    }
}
