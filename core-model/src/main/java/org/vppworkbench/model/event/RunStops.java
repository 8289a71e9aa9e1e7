package org.vppworkbench.model.event;

import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.time.Horizon;

/**
 * Where stepping through a log stops, and what became of every hour. Stops depend on the events alone, so a step back
 * undoes a step forward. Grows with the log; used by one thread.
 */
public final class RunStops {
    private final EventLog log;
    private final Horizon horizon;
    private final Map<StepKind, TreeSet<Integer>> stops = new EnumMap<>(StepKind.class);
    private final TreeMap<Integer, HourSummary> hours = new TreeMap<>();
    private int read;
    private int lastHour = -1;
    private String lastRound = "";
    private int delivered;
    /** Intervals delivered at the last stop of an hour, and when an hour was talked about last. */
    private int deliveredAtStop;

    private int deliveredAtTalk;

    /**
     * @param log the log to read
     * @param horizon days of the run
     */
    public RunStops(EventLog log, Horizon horizon) {
        this.log = log;
        this.horizon = horizon;
        for (StepKind kind : StepKind.values()) {
            stops.put(kind, new TreeSet<>());
        }
    }

    /** Reads what was appended to the log since the last call. Returns whether there was anything. */
    public boolean catchUp() {
        return catchUp(Integer.MAX_VALUE);
    }

    /**
     * The same, but at most so many events, so that a reader with little time may come back for the rest.
     *
     * @param most events read at most, at least 1
     */
    public boolean catchUp(int most) {
        int size = (int) Math.min(log.size(), (long) read + most);
        if (size == read) {
            return false;
        }
        for (LoggedEvent logged : log.range(read, size)) {
            read(logged.event(), Math.toIntExact(logged.sequence()) + 1);
        }
        read = size;
        return true;
    }

    /** Position after the last event read. */
    public int end() {
        return read;
    }

    /** The next stop after {@code position}, or the end of what is known of the log. */
    public int next(StepKind kind, int position) {
        Integer stop = stops(kind).higher(position);
        return stop == null ? read : stop;
    }

    /** The last stop before {@code position}, or 0. */
    public int previous(StepKind kind, int position) {
        Integer stop = stops(kind).lower(position);
        return stop == null ? 0 : stop;
    }

    /** What became of an hour, where it is known already. */
    public Optional<HourSummary> hour(int hour) {
        return Optional.ofNullable(hours.get(hour));
    }

    /** Where the trading of an hour ends, where it is known already. */
    public OptionalInt endOfTrading(int hour) {
        HourSummary summary = hours.get(hour);
        return summary == null ? OptionalInt.empty() : OptionalInt.of(summary.position());
    }

    private void read(RunEvent event, int position) {
        switch (event) {
            case RunEvent.OpportunitySkipped e -> talk(e.opportunity().hour(), position, 0, 0);
            case RunEvent.OpportunityOpened e -> talk(e.opportunity().hour(), position, 0, 0);
            case RunEvent.MessageSent e -> readMessage(e.message(), position);
            case RunEvent.CoalitionFormed e -> turn(e.opportunity().hour(), position);
            case RunEvent.OfferSettled e -> {
                int hour = e.offer().opportunity().hour();
                if (hour == lastHour && delivered == deliveredAtTalk) {
                    turn(hour, position);
                } else if (hour == lastHour) {
                    // the answer comes hours after the talks: their end stays where it is
                    stops(StepKind.MESSAGE).add(position);
                }
                if (e.offer().cleared()) {
                    hours.computeIfPresent(hour, (h, s) -> s.sold(e.offer()));
                } else {
                    hours.computeIfPresent(hour, (h, s) -> s.raisedTo(HourSummary.Kind.NOT_CLEARED));
                }
            }
            case RunEvent.OpportunityClosed e -> {
                turn(e.opportunity().hour(), position);
                hours.computeIfPresent(e.opportunity().hour(), (h, s) -> s.raisedTo(kindOf(e.outcome())));
            }
            case RunEvent.IntervalDispatched e -> readInterval(e.interval(), position);
            case RunEvent.RunStarted e -> {}
            case RunEvent.AgentDecided e -> {}
            case RunEvent.OwnerChanged e -> stops(StepKind.MESSAGE).add(position);
            case RunEvent.PricesCoordinated e -> stops(StepKind.MESSAGE).add(position);
            case RunEvent.RunFinished e -> stops(StepKind.DAY).add(position);
            case RunEvent.RunCancelled e -> stops(StepKind.DAY).add(position);
        }
    }

    private void readMessage(NegotiationMessage message, int position) {
        boolean refusal = message instanceof NegotiationMessage.Refusal;
        boolean proposal = message instanceof NegotiationMessage.Proposal;
        talk(message.envelope().hour(), position, proposal ? 1 : 0, refusal ? 1 : 0);
        String round = roundOf(message);
        if (round.equals(lastRound)) {
            stops(StepKind.ROUND).remove(position - 1);
        }
        lastRound = round;
        stops(StepKind.MESSAGE).add(position);
        stops(StepKind.ROUND).add(position);
    }

    private static String roundOf(NegotiationMessage message) {
        Envelope envelope = message.envelope();
        return envelope.product() + "@" + envelope.hour() + "/" + envelope.round();
    }

    private void turn(int hour, int position) {
        talk(hour, position, 0, 0);
        stops(StepKind.MESSAGE).add(position);
        stops(StepKind.ROUND).remove(position - 1);
        stops(StepKind.ROUND).add(position);
    }

    private void talk(int hour, int position, int proposals, int refusals) {
        HourSummary before = hours.getOrDefault(hour, HourSummary.quiet(hour, position));
        if (hour == lastHour) {
            stops(StepKind.HOUR).remove(before.position());
            stops(StepKind.HOUR_WITH_PROPOSALS).remove(before.position());
            if (!stops(StepKind.MESSAGE).contains(before.position())) {
                stops(StepKind.PLAY).remove(before.position());
            }
        }
        lastHour = hour;
        deliveredAtTalk = delivered;
        HourSummary after = before.talked(position, proposals, refusals);
        hours.put(hour, after);
        stopAtHour(position);
        if (after.proposals() > 0) {
            stops(StepKind.HOUR_WITH_PROPOSALS).add(position);
        }
    }

    private void stopAtHour(int position) {
        stops(StepKind.HOUR).add(position);
        stops(StepKind.PLAY).add(position);
        deliveredAtStop = delivered;
    }

    /** Where no trading falls into an hour of delivery, stepping by hours stops at its end. */
    private void readInterval(int interval, int position) {
        int hour = Horizon.hourOf(interval);
        delivered = interval + 1;
        if (interval % Horizon.INTERVALS_PER_HOUR == 0 && !hours.containsKey(hour)) {
            hours.put(hour, HourSummary.quiet(hour, position));
            stopAtHour(position);
        } else if (delivered % Horizon.INTERVALS_PER_HOUR == 0
                && delivered - deliveredAtStop >= Horizon.INTERVALS_PER_HOUR) {
            stopAtHour(position);
        }
        int day = horizon.dayOf(interval);
        if (horizon.dayStart(day + 1) == interval + 1 && interval + 1 < horizon.intervals()) {
            stops(StepKind.DAY).add(position);
        }
    }

    private static HourSummary.Kind kindOf(RunEvent.Outcome outcome) {
        return switch (outcome) {
            case TRADED -> HourSummary.Kind.TRADED;
            case NOT_CLEARED -> HourSummary.Kind.NOT_CLEARED;
            case NO_AGREEMENT -> HourSummary.Kind.NO_AGREEMENT;
            case NO_PROPOSAL -> HourSummary.Kind.NO_PROPOSAL;
        };
    }

    private NavigableSet<Integer> stops(StepKind kind) {
        return Objects.requireNonNull(stops.get(kind));
    }
}
