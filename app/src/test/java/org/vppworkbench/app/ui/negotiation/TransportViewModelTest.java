package org.vppworkbench.app.ui.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.task.ManualPulse;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.model.event.HourSummary;
import org.vppworkbench.model.event.StepKind;

class TransportViewModelTest {
    private final ManualPulse pulse = new ManualPulse();
    private final TransportViewModel transport = SampleRun.transport(pulse);
    private final NegotiationViewModel negotiation = new NegotiationViewModel(transport);

    @Test
    void opensAtFiveInTheAfternoonWithContracts() {
        assertEquals(17, transport.shownHour());
        assertEquals(HourSummary.Kind.TRADED, transport.hour(17).orElseThrow().kind());
        assertTrue(negotiation.headlineProperty().get().startsWith("Wed 16 Aug 2023, 17:00–18:00"));
    }

    @Test
    void theOpeningSelectionExplainsItself() {
        Why why = negotiation.whyProperty().get();

        assertNotNull(why.whatIf());
        assertTrue(why.rows().stream().anyMatch(r -> r.name().equals("Reservation price")), why.toString());
        assertTrue(why.rows().stream().anyMatch(r -> r.name().equals("Binding constraint")), why.toString());
    }

    @Test
    void playingMovesOneTurnPerBeatOfItsSpeed() {
        transport.moveTo(transport.positionProperty().get() - 40);
        int before = transport.positionProperty().get();
        transport.speedProperty().set(10);
        transport.playingProperty().set(true);
        pulse.beat(1_000_000_000L);
        int afterOne = transport.positionProperty().get();
        pulse.beat(1_050_000_000L);
        int tooEarly = transport.positionProperty().get();
        pulse.beat(1_150_000_000L);

        assertTrue(afterOne > before);
        assertEquals(afterOne, tooEarly);
        assertTrue(transport.positionProperty().get() > afterOne);
    }

    @Test
    void playingStopsAtTheEnd() {
        transport.moveTo(Integer.MAX_VALUE);
        transport.playingProperty().set(true);
        pulse.beat(1_000_000_000L);

        assertFalse(transport.playingProperty().get());
    }

    @Test
    void aQuietHourSaysWhyNothingWasTraded() {
        transport.jumpToHour(3);

        assertFalse(negotiation.turns().isEmpty());
        String all = negotiation.turns().toString();
        assertTrue(all.contains("minimum stake") || all.contains("Closed"), all);
    }

    @Test
    void nextHourWithProposalsSkipsQuietHours() {
        transport.moveTo(0);
        transport.next(StepKind.HOUR_WITH_PROPOSALS);

        assertTrue(transport.hour(transport.shownHour()).orElseThrow().proposals() > 0);
    }

    @Test
    void steppingByHoursStopsAtEveryHourUpToTheLastOneDelivered() {
        HourSteps steps = HourSteps.through(transport);

        assertEquals(IntStream.range(0, 24).boxed().toList(), steps.traded());
        assertEquals(
                IntStream.rangeClosed(1, 24).boxed().toList(),
                steps.delivered().stream().filter(d -> d > 0).map(d -> (d + 3) / 4).distinct().toList(),
                "one in every hour of delivery");
        assertEquals(96, steps.delivered().last());
        assertEquals(26, steps.count(), "24 hours are traded; no trading falls into the last two hours of delivery");
    }

    @Test
    void filtersCombine() {
        String home = negotiation.homes().getFirst();
        negotiation.filterProperty().set(new TurnFilter(home, null, "Proposal", ""));

        assertTrue(negotiation.turns().stream().filter(t -> t.sent() != null)
                .allMatch(t -> t.home().equals(home) && t.performative().equals("Proposal")));

        negotiation.filterProperty().set(new TurnFilter(null, null, null, "no such words anywhere"));

        assertTrue(negotiation.turns().stream().noneMatch(t -> t.sent() != null));
    }
}
