package org.vppworkbench.negotiation.external;

import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.simulation.CancelToken;

/** Starts the programs of a run. */
@FunctionalInterface
public interface ChannelOpener {
    /**
     * Starts one.
     *
     * @param cancel ends a wait for the program
     */
    AgentChannel open(ExternalAgent agent, CancelToken cancel);
}
