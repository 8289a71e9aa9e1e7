package org.vppworkbench.negotiation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.RandomStreams;
import org.vppworkbench.model.simulation.TradingSession;

/** One opportunity in memory. */
public record TestSession(Opportunity opportunity, List<ProsumerDesk> desks, List<RunEvent> events)
        implements TradingSession {
    public static TestSession of(double requiredKw, double price, ProsumerDesk... desks) {
        Opportunity opportunity = new Opportunity(Product.ENERGY, 19, requiredKw, price);
        return new TestSession(opportunity, List.of(desks), new ArrayList<>());
    }

    @Override
    public void emit(RunEvent event) {
        events.add(event);
    }

    @Override
    public RandomGenerator random(String name) {
        return new RandomStreams(1).named(opportunity.id() + "/" + name);
    }

    @Override
    public CancelToken cancel() {
        return CancelToken.NEVER;
    }

    public List<RunEvent.MessageSent> sent() {
        return events.stream()
                .filter(RunEvent.MessageSent.class::isInstance)
                .map(RunEvent.MessageSent.class::cast)
                .toList();
    }

    /** All messages of one kind. */
    public <T extends NegotiationMessage> List<T> messages(Class<T> kind) {
        return sent().stream()
                .map(RunEvent.MessageSent::message)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
