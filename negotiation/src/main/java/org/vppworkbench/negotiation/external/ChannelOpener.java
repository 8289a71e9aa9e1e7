package org.vppworkbench.negotiation.external;

import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.scenario.HumanSeat;
import org.vppworkbench.model.simulation.CancelToken;

/** Starts the programs of a run, and seats the persons. */
@FunctionalInterface
public interface ChannelOpener {
    /**
     * Starts one.
     *
     * @param cancel ends a wait for the program
     */
    AgentChannel open(ExternalAgent agent, CancelToken cancel);

    /**
     * Seats a person.
     *
     * @param cancel ends a wait for the person
     * @throws IllegalStateException where nobody can sit; whoever offers seats sees to it
     */
    default AgentChannel seat(HumanSeat seat, CancelToken cancel) {
        throw new IllegalStateException("nobody is there to sit at " + seat.id());
    }
}
