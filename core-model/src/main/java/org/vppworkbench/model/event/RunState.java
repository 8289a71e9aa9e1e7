package org.vppworkbench.model.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.physics.HomeInterval;

/**
 * The state of a run after its first {@code position} events: a pure function of them.
 *
 * @param position number of events applied
 * @param simulatedTime time of the last event, or {@code null} before the first
 * @param header the first event, or {@code null} before it
 * @param dispatched intervals dispatched
 * @param homes what every home did in the last dispatched interval, in fleet order; empty before it
 * @param trading the hour last heard of
 * @param contracts contracts in force, in order of award
 * @param messages messages sent
 * @param ending whether the run is over, and how
 */
public record RunState(
        int position,
        @Nullable Instant simulatedTime,
        RunEvent.@Nullable RunStarted header,
        int dispatched,
        List<HomeInterval> homes,
        HourTrading trading,
        List<Contract> contracts,
        int messages,
        Ending ending) {

    /** How a run ended. */
    public enum Ending {
        OPEN,
        FINISHED,
        CANCELLED
    }

    /** Before the first event. */
    public static final RunState EMPTY =
            new RunState(0, null, null, 0, List.of(), HourTrading.NONE, List.of(), 0, Ending.OPEN);

    public RunState {
        homes = List.copyOf(homes);
        contracts = List.copyOf(contracts);
    }
}
