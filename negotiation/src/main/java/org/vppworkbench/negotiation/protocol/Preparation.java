package org.vppworkbench.negotiation.protocol;

import java.util.List;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * Is handed all turns of a round before the homes speak, so that agents that need time can think side by side. The engine
 * still hears them one after the other in fleet order: nothing about who was ready first may reach a message.
 */
@FunctionalInterface
public interface Preparation {
    /** For agents that decide at once. */
    Preparation NONE = (turns, cancel) -> {};

    /**
     * Thinks ahead; the answers are taken with {@link ProsumerPolicy#reply}.
     *
     * @param turns as the agents will be handed them, in fleet order; desks of different homes may be used by different
     *     threads, one desk by one thread at a time
     */
    void prepare(List<ProsumerTurn> turns, CancelToken cancel);
}
