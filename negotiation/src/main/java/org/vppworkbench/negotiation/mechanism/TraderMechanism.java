package org.vppworkbench.negotiation.mechanism;

import org.vppworkbench.model.simulation.Mechanism;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.TraderBrief;

/** A mechanism that sells one opportunity after the other, by a trader that others may build on. */
public interface TraderMechanism extends Mechanism {
    /** The trader of one run; nothing is shared between runs. */
    OpportunityTrader trader(TraderBrief brief);
}
