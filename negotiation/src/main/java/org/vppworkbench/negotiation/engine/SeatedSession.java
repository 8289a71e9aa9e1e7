package org.vppworkbench.negotiation.engine;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.TradingSession;
import org.vppworkbench.negotiation.protocol.AggregatorPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;

/**
 * An opportunity to which some bring their own deciders, whatever mechanism it is traded by. A negotiation gives them their
 * places; mechanisms without one do not look.
 *
 * @param session the opportunity
 * @param homes who decides for these homes, by their ids
 * @param buyer who decides for the aggregator; {@code null} for whom the mechanism has
 */
public record SeatedSession(
        TradingSession session, Map<String, ProsumerPolicy> homes, @Nullable AggregatorPolicy buyer)
        implements TradingSession {
    public SeatedSession {
        homes = Map.copyOf(homes);
    }

    /** Who decides for a home. */
    static ProsumerPolicy home(TradingSession session, String id, ProsumerPolicy usual) {
        return session instanceof SeatedSession seated ? seated.homes.getOrDefault(id, usual) : usual;
    }

    /** Who decides for the aggregator. */
    static AggregatorPolicy buyer(TradingSession session, AggregatorPolicy usual) {
        AggregatorPolicy own = session instanceof SeatedSession seated ? seated.buyer : null;
        return own == null ? usual : own;
    }

    @Override
    public Opportunity opportunity() {
        return session.opportunity();
    }

    @Override
    public List<ProsumerDesk> desks() {
        return session.desks();
    }

    @Override
    public void emit(RunEvent event) {
        session.emit(event);
    }

    @Override
    public RandomGenerator random(String name) {
        return session.random(name);
    }

    @Override
    public CancelToken cancel() {
        return session.cancel();
    }
}
