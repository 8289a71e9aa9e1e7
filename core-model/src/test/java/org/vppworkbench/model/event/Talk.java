package org.vppworkbench.model.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.ClearedOffer;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.model.physics.HomeInterval;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** Writes an event stream by hand. */
public final class Talk {
    public static final String AGGREGATOR = Envelope.AGGREGATOR;

    /** 15 and 16 August 2023. */
    public static final Horizon TWO_DAYS = new Horizon(LocalDate.of(2023, 8, 15), 2, Horizon.LOS_ANGELES);

    private final List<LoggedEvent> events = new ArrayList<>();
    private MessageSource source = MessageSource.RULE;
    private int messages;

    public List<LoggedEvent> events() {
        return events;
    }

    /** The same as a log. */
    public EventLog log() {
        EventLog log = new EventLog();
        events.forEach(log::accept);
        return log;
    }

    public Talk event(RunEvent event) {
        events.add(new LoggedEvent(events.size(), Instant.EPOCH.plusSeconds(events.size()), event));
        return this;
    }

    public static Opportunity energy(int hour) {
        return new Opportunity(Product.ENERGY, hour, 4, 300);
    }

    public Talk started() {
        return event(new RunEvent.RunStarted("rule", "RULE", 1, TWO_DAYS.start(), TWO_DAYS.intervals(), List.of("a", "b")));
    }

    public Talk opened(int hour, RunEvent.Standing... standings) {
        return event(new RunEvent.OpportunityOpened(energy(hour), List.of(standings)));
    }

    public static RunEvent.Standing standing(String home, double kw, double reservation) {
        return new RunEvent.Standing(home, kw, reservation, BindingConstraint.NONE);
    }

    public Talk closed(int hour, RunEvent.Outcome outcome, int rounds) {
        return event(new RunEvent.OpportunityClosed(energy(hour), outcome, rounds, "closed"));
    }

    public Talk settled(int hour, boolean cleared, Contract... contracts) {
        return event(new RunEvent.OfferSettled(new ClearedOffer(energy(hour), 1, 300, cleared, List.of(contracts))));
    }

    public static Contract contract(String home, int hour, double kw, double price, double reservation) {
        return new Contract(home, Product.ENERGY, hour, kw, price, reservation);
    }

    public Talk dispatched(int interval) {
        return event(new RunEvent.IntervalDispatched(interval, List.of(idle(), idle())));
    }

    public static HomeInterval idle() {
        return new HomeInterval(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Who decides from now on. */
    public Talk by(MessageSource decider) {
        source = decider;
        return this;
    }

    /** A decision of an agent about an hour, in whatever way it ended. */
    public Talk decided(int hour, int round, String agent, RunEvent.DecisionOutcome outcome) {
        return event(new RunEvent.AgentDecided(agent, Product.ENERGY, hour, round, source, outcome));
    }

    /** Envelope of the next message; its id is {@code m0}, {@code m1} … */
    public Envelope envelope(int hour, int round, String from, String to, @Nullable String inReplyTo) {
        return new Envelope(
                "m" + messages++, inReplyTo, round, from, to, Product.ENERGY, hour, round, source, "", null);
    }

    public Talk says(NegotiationMessage message) {
        return says(message, null);
    }

    public Talk says(NegotiationMessage message, @Nullable WhatIfResult whatIf) {
        return event(new RunEvent.MessageSent(message, GateVerdict.PASSED, whatIf));
    }

    public Talk calls(int hour, double price) {
        return says(new NegotiationMessage.CallForProposals(
                envelope(hour, 0, AGGREGATOR, Envelope.ALL, null), 4, price, 3));
    }

    public Talk proposes(int hour, int round, String home, double kw, double price, @Nullable WhatIfResult whatIf) {
        return says(
                new NegotiationMessage.Proposal(envelope(hour, round, home, AGGREGATOR, null), new Terms(kw, 0, price)), whatIf);
    }

    public Talk counters(int hour, int round, String home, double kw, double price) {
        return says(new NegotiationMessage.CounterOffer(
                envelope(hour, round, AGGREGATOR, home, null), new Terms(kw, 0, price)));
    }

    public Talk accepts(int hour, int round, String home, String inReplyTo, double kw, double price) {
        return says(new NegotiationMessage.Acceptance(
                envelope(hour, round, home, AGGREGATOR, inReplyTo), new Terms(kw, 0, price)));
    }

    public Talk refuses(int hour, String home, @Nullable WhatIfResult whatIf) {
        return says(
                new NegotiationMessage.Refusal(
                        envelope(hour, 1, home, AGGREGATOR, null),
                        NegotiationMessage.RefusalReason.NOT_WORTHWHILE,
                        BindingConstraint.NONE),
                whatIf);
    }

    /** A reply of a home that the gate refuses. */
    public Talk fails(int hour, int round, String home, String check) {
        return event(new RunEvent.MessageSent(
                new NegotiationMessage.ProtocolViolation(envelope(hour, round, home, AGGREGATOR, null), check, ""),
                new GateVerdict(false, check, ""),
                null));
    }

    /** A what-if that names a cost. */
    public static WhatIfResult whatIf(double kw, double costUsd) {
        double reservation = kw > 0 ? costUsd / kw * 1000 : 0;
        return new WhatIfResult(
                kw, kw, costUsd, reservation, 0, BindingConstraint.NONE, -1, 0, TimeSeries.of(), TimeSeries.of());
    }
}
