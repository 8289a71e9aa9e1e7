package org.vppworkbench.model.simulation;

import java.util.List;
import java.util.random.RandomGenerator;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Opportunity;

/** One opportunity as a mechanism sees it. */
public interface TradingSession {
    Opportunity opportunity();

    /** One desk per home, in fleet order. */
    List<ProsumerDesk> desks();

    /** Records an event of the negotiation. */
    void emit(RunEvent event);

    /** A random stream that depends on the master seed, the opportunity and the name only. */
    RandomGenerator random(String name);

    CancelToken cancel();
}
