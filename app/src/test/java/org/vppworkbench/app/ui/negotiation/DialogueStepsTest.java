package org.vppworkbench.app.ui.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.task.ManualPulse;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.model.event.RunState;

/** What is shown depends on the position alone, however one came there. */
class DialogueStepsTest {
    private final ManualPulse pulse = new ManualPulse();
    private final TransportViewModel transport = SampleRun.transport(pulse);
    private final NegotiationViewModel negotiation = new NegotiationViewModel(transport);

    private static List<String> fresh(RunState state) {
        ObservableList<Turn> turns = FXCollections.observableArrayList();
        new Dialogue(turns).show(state.trading());
        return turns.stream().map(Turn::toString).toList();
    }

    private List<String> shown() {
        return negotiation.turns().stream().map(Turn::toString).toList();
    }

    @Test
    void forwardAndBackwardShowTheSameTurns() {
        int end = transport.positionProperty().get();
        Map<Integer, RunState> states = new HashMap<>();
        for (int position = end - 150; position <= end; position += 7) {
            transport.moveTo(position);
            states.put(position, transport.stateProperty().get());
            assertEquals(fresh(transport.stateProperty().get()), shown(), "forward at " + position);
        }
        for (int position = end - 3; position >= end - 150; position -= 5) {
            transport.moveTo(position);
            assertEquals(fresh(transport.stateProperty().get()), shown(), "backward at " + position);
        }
        states.forEach((position, state) -> {
            transport.moveTo(position);
            assertEquals(state, transport.stateProperty().get(), "rewound to " + position);
        });
    }

    @Test
    void aRoundSaysWhatTheOneBeforeItChanged() {
        List<Turn> rounds = negotiation.turns().stream().filter(t -> t.side() == Turn.Side.ROUND).toList();

        assertTrue(rounds.size() > 2, rounds.toString());
        assertTrue(rounds.stream().anyMatch(t -> t.terms().contains("best open ask") && t.terms().contains("kW agreed")), rounds.toString());
    }

    @Test
    void fullSpeedComesToTheEndInFewFramesAndShowsItsState() {
        transport.playFromStartAtFullSpeed();
        int frames = 0;
        while (transport.playingProperty().get() && frames < 10_000) {
            pulse.beat(1_000_000_000L + 16_000_000L * frames++);
        }

        assertEquals(transport.knownProperty().get(), transport.positionProperty().get());
        assertTrue(frames < transport.knownProperty().get() / 2, frames + " frames");
        assertEquals(transport.stateProperty().get(), transport.detailProperty().get());
        assertEquals(fresh(transport.stateProperty().get()), shown());
    }

    @Test
    void whatIsCostlyFollowsAFewTimesASecondWhilePlaying() {
        transport.moveTo(transport.positionProperty().get() - 60);
        transport.speedProperty().set(50);
        transport.playingProperty().set(true);
        int changes = 0;
        RunState before = transport.detailProperty().get();
        for (int frame = 0; frame < 30; frame++) {
            pulse.beat(1_000_000_000L + 16_000_000L * frame);
            RunState now = transport.detailProperty().get();
            changes += now.position() == before.position() ? 0 : 1;
            before = now;
        }

        assertTrue(changes >= 1 && changes <= 3, changes + " changes in half a second");
        transport.playingProperty().set(false);
        assertEquals(transport.positionProperty().get(), transport.detailProperty().get().position());
    }

    @Test
    void searchCountsHitsAndGoesRound() {
        String home = Objects.requireNonNull(negotiation.selectedProperty().get()).home();
        negotiation.filterProperty().set(new TurnFilter(null, null, null, home));
        long hits = negotiation.turns().stream()
                .filter(t -> t.side() != Turn.Side.HEADING && t.side() != Turn.Side.ROUND).count();
        assertTrue(hits > 1, hits + " hits");
        negotiation.search().next();
        Turn first = negotiation.selectedProperty().get();
        for (int i = 0; i < hits; i++) {
            assertTrue(negotiation.search().countProperty().get().endsWith(" of " + hits), negotiation.search().countProperty().get());
            negotiation.search().next();
        }
        assertEquals(first, negotiation.selectedProperty().get());
        negotiation.search().previous();
        assertFalse(first.equals(negotiation.selectedProperty().get()));
        negotiation.filterProperty().set(new TurnFilter(null, null, null, "no such words"));
        assertEquals("no hit", negotiation.search().countProperty().get());
    }

    @Test
    void coalitionsAddUpToWhatTheMarketWasOffered() {
        List<CoalitionState> states = negotiation.coalitionProperty().get();

        assertFalse(states.isEmpty());
        double sold = states.stream().filter(s -> s.stage() == CoalitionState.Stage.SOLD).mapToDouble(CoalitionState::kw).sum();
        var summary = transport.hour(17).orElseThrow();
        assertEquals(summary.soldKw() + summary.reserveKw(), sold, 1e-9);
        states.forEach(s -> assertEquals(s.opportunity().requiredKw(), s.kw() + s.unmetKw(), 1e-9));
    }
}
