package org.vppworkbench.model.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.physics.HomeInterval;

/** Applies events one after the other. {@link #state()} depends on the events applied and on nothing else. */
public final class RunFold {
    private int position;
    private @Nullable Instant simulatedTime;
    private RunEvent.@Nullable RunStarted header;
    private int dispatched;
    private List<HomeInterval> homes;
    private int hour;
    private final List<LoggedEvent> events;
    private @Nullable Opportunity current;
    private int round;
    /** That of the state it started from until a contract comes: states between two contracts share one list. */
    private List<Contract> contracts;
    private boolean ownContracts;
    private int messages;
    private RunState.Ending ending;

    /** Starts before the first event. */
    public RunFold() {
        this(RunState.EMPTY);
    }

    /** Continues from a state. */
    public RunFold(RunState from) {
        this.position = from.position();
        this.simulatedTime = from.simulatedTime();
        this.header = from.header();
        this.dispatched = from.dispatched();
        this.homes = from.homes();
        this.hour = from.trading().hour();
        this.events = new ArrayList<>(from.trading().events());
        this.current = from.trading().current();
        this.round = from.trading().round();
        this.contracts = from.contracts();
        this.messages = from.messages();
        this.ending = from.ending();
    }

    /**
     * Applies the next event.
     *
     * @throws IllegalArgumentException if an event was left out or applied twice
     */
    public RunFold apply(LoggedEvent logged) {
        if (logged.sequence() != position) {
            throw new IllegalArgumentException(
                    "event " + logged.sequence() + " where event " + position + " is next. Maybe one was left out");
        }
        position++;
        simulatedTime = logged.simulatedTime();
        switch (logged.event()) {
            case RunEvent.RunStarted started -> header = started;
            case RunEvent.IntervalDispatched done -> {
                dispatched = done.interval() + 1;
                homes = done.homes();
            }
            case RunEvent.OwnerChanged changed -> events.add(logged);
            case RunEvent.PricesCoordinated agreed -> events.add(logged);
            case RunEvent.RunFinished finished -> ending = RunState.Ending.FINISHED;
            case RunEvent.RunCancelled cancelled -> ending = RunState.Ending.CANCELLED;
            case RunEvent.OpportunitySkipped skipped -> about(skipped.opportunity().hour(), logged);
            case RunEvent.OpportunityOpened opened -> {
                about(opened.opportunity().hour(), logged);
                current = opened.opportunity();
                round = 0;
            }
            case RunEvent.MessageSent sent -> {
                about(sent.message().envelope().hour(), logged);
                round = sent.message().envelope().round();
                messages++;
            }
            case RunEvent.AgentDecided decided -> about(decided.hour(), logged);
            case RunEvent.CoalitionFormed formed -> about(formed.opportunity().hour(), logged);
            case RunEvent.OfferSettled settled -> {
                // an answer that comes after other hours were traded belongs to none of their talks
                if (settled.offer().opportunity().hour() == hour) {
                    events.add(logged);
                }
                if (settled.offer().cleared()) {
                    sold(settled.offer().contracts());
                }
            }
            case RunEvent.OpportunityClosed closed -> about(closed.opportunity().hour(), logged);
        }
        return this;
    }

    /** The state after the events applied so far. */
    public RunState state() {
        return new RunState(
                position,
                simulatedTime,
                header,
                dispatched,
                homes,
                new HourTrading(hour, events, current, round),
                contracts,
                messages,
                ending);
    }

    private void sold(List<Contract> more) {
        if (!ownContracts) {
            contracts = new ArrayList<>(contracts);
            ownContracts = true;
        }
        contracts.addAll(more);
    }

    private void about(int newHour, LoggedEvent logged) {
        if (newHour != hour) {
            hour = newHour;
            events.clear();
            current = null;
            round = 0;
        }
        events.add(logged);
    }
}
