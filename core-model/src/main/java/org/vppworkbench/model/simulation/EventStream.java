package org.vppworkbench.model.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.scenario.Branch;
import org.vppworkbench.model.scenario.OwnerChange;
import org.vppworkbench.model.scenario.OwnerMessage;

/** Numbers events, stamps them with simulated time, lets each branch begin right after its event, and hears the owners. */
final class EventStream {
    private final EventSink sink;
    private final List<Branch> branches;
    private final List<OwnerChange> begun = new ArrayList<>();
    private int branched;
    private long sequence;
    private final List<Spoken> spoken = new ArrayList<>();
    private Instant now;

    EventStream(EventSink sink, Instant start, List<Branch> branches) {
        this.sink = sink;
        this.now = start;
        this.branches = branches;
    }

    void at(Instant simulatedTime) {
        now = simulatedTime;
    }

    void emit(RunEvent event) {
        sink.accept(new LoggedEvent(sequence++, now, event));
        while (branched < branches.size() && branches.get(branched).position() <= sequence) {
            OwnerChange change = branches.get(branched++).change();
            begun.add(change);
            spoken.add(new Spoken(change.prosumer(), change.words()));
            sink.accept(new LoggedEvent(sequence++, now, new RunEvent.OwnerChanged(change.prosumer(), change.words())));
        }
    }

    /** An owner says something now. */
    void told(OwnerMessage message) {
        begun.add(message.change());
        spoken.add(new Spoken(message.change().prosumer(), message.words()));
        emit(new RunEvent.OwnerChanged(message.change().prosumer(), message.words()));
    }

    /** What an owner said or began to do otherwise by now, in order. */
    List<String> said(String prosumer) {
        return spoken.stream().filter(said -> said.prosumer().equals(prosumer)).map(Spoken::words).toList();
    }

    private record Spoken(String prosumer, String words) {}

    /** What owners do otherwise by now, in order. */
    List<OwnerChange> begun() {
        return begun;
    }

    /** What the owner tells the agent of a home for an opportunity, as of now. */
    Instruction instruction(String prosumer, String opportunity) {
        boolean refuses = false;
        double share = 1;
        for (OwnerChange change : begun) {
            if (!change.prosumer().equals(prosumer)) {
                continue;
            }
            if (change instanceof OwnerChange.Refuses refusal) {
                String only = refusal.opportunity();
                refuses |= only == null || only.equals(opportunity);
            } else if (change instanceof OwnerChange.Asks asks) {
                share *= asks.share();
            }
        }
        return refuses || share != 1 ? new Instruction(refuses, share) : Instruction.NONE;
    }
}
