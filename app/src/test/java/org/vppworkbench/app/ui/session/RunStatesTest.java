package org.vppworkbench.app.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.model.event.EventLog;
import org.vppworkbench.model.event.RunFold;
import org.vppworkbench.model.event.RunHistory;
import org.vppworkbench.model.event.RunState;
import org.vppworkbench.model.event.RunStops;
import org.vppworkbench.model.event.StepKind;

/** The state of a run at every position, on the log of the sample day. */
class RunStatesTest {
    private final LiveRun live = Objects.requireNonNull(SampleRun.shared().runProperty().get());
    private final EventLog log = live.log();

    @Test
    void rewindingGivesTheSameStatesAsAFreshFoldAtEveryPosition() {
        RunHistory history = new RunHistory(log);
        RunFold fold = new RunFold();
        for (int n = 0; n < log.size(); n++) {
            fold.apply(log.get(n));
            if (n % 7 == 0) {
                assertEquals(fold.state(), history.stateAt(n + 1), "position " + (n + 1));
            }
        }
        RunHistory backwards = new RunHistory(log);
        for (int n = log.size(); n >= 0; n -= 13) {
            assertEquals(history.stateAt(n), backwards.stateAt(n), "position " + n);
        }
    }

    @Test
    void theLastStateIsFinishedAndCountsWhatHappened() {
        RunState last = new RunHistory(log).stateAt(log.size());

        assertEquals(RunState.Ending.FINISHED, last.ending());
        assertEquals(live.scenario().inputs().horizon().intervals(), last.dispatched());
        assertTrue(last.contracts().size() > 10, "contracts " + last.contracts().size());
    }

    @ParameterizedTest
    @EnumSource(StepKind.class)
    void aStepBackUndoesAStepForward(StepKind kind) {
        RunStops stops = new RunStops(log, live.scenario().inputs().horizon());
        stops.catchUp();
        int first = stops.next(kind, 0);
        int position = first;
        while (stops.next(kind, position) < stops.end()) {
            int next = stops.next(kind, position);
            assertEquals(position, stops.previous(kind, next), kind + " from " + next);
            position = next;
        }
        assertTrue(first > 0, kind + " stops at least once");
    }

    @Test
    void stopsDoNotDependOnHowTheLogArrived() {
        RunStops atOnce = new RunStops(log, live.scenario().inputs().horizon());
        atOnce.catchUp();
        EventLog growing = new EventLog();
        RunStops drop = new RunStops(growing, live.scenario().inputs().horizon());
        for (int n = 0; n < log.size(); n++) {
            growing.accept(log.get(n));
            if (n % 3 == 0) {
                drop.catchUp();
            }
        }
        drop.catchUp();
        for (int n = 0; n < log.size(); n += 11) {
            for (StepKind kind : StepKind.values()) {
                assertEquals(atOnce.next(kind, n), drop.next(kind, n), kind + " after " + n);
            }
        }
    }

    @Test
    void anyPositionIsReachedWithinATenthOfASecond() {
        RunHistory history = new RunHistory(log);
        history.stateAt(log.size());
        long begin = System.nanoTime();
        for (int n = 0; n < 100; n++) {
            history.stateAt((n * 7919) % log.size());
        }
        double millis = (System.nanoTime() - begin) / 1e6 / 100;
        assertTrue(millis < 100, millis + " ms per jump");
    }
}
