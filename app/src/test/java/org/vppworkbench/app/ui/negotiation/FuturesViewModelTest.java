package org.vppworkbench.app.ui.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.task.ManualPulse;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.LiveRun;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.StepKind;

class FuturesViewModelTest {
    private final Workbench workbench = SampleRun.fresh();
    private final ManualPulse pulse = new ManualPulse();
    private final TransportViewModel transport = new TransportViewModel(workbench, pulse, LocalDateTime.of(2023, 8, 16, 17, 0));
    private final NegotiationViewModel negotiation = new NegotiationViewModel(transport);
    private final BranchViewModel branches = new BranchViewModel(workbench, transport, negotiation);
    private final FuturesViewModel futures = new FuturesViewModel(workbench, transport, negotiation);

    @Test
    void bothFuturesStepTogetherFromWhereTheyPart() {
        workbench.startRun();
        pulse.beat(1);
        LiveRun base = Objects.requireNonNull(workbench.runProperty().get());
        assertFalse(futures.possibleProperty().get());
        transport.previous(StepKind.ROUND);
        branches.refuseEverything();
        pulse.beat(2);
        LiveRun branch = Objects.requireNonNull(workbench.runProperty().get());
        int shared = OtherFuture.shared(branch);
        assertTrue(futures.possibleProperty().get());

        futures.shownProperty().set(true);
        transport.moveTo(shared);
        assertEquals(texts(negotiation.turns()), texts(futures.before()), "the same before they part");

        int first = futures.firstDifferenceProperty().get();
        List<LoggedEvent> a = base.log().range(0, base.log().size());
        List<LoggedEvent> b = branch.log().range(0, branch.log().size());
        int expected = IntStream.range(shared, Math.min(a.size(), b.size() - 1))
                .filter(i -> !a.get(i).event().equals(b.get(i + 1).event())).findFirst().orElseThrow() + 2;
        assertEquals(expected, first);
        futures.showFirstDifference();
        assertEquals(first, transport.positionProperty().get());

        transport.jumpToHour(18);
        assertTrue(futures.before().stream().anyMatch(t -> futures.onlyHere(t, false)) || !futures.differs(18));
        assertTrue(IntStream.range(0, 24).anyMatch(futures::differs));
        assertFalse(IntStream.range(0, 12).anyMatch(futures::differs), "nothing differs before");

        assertEquals(4, futures.rows().size());
        assertEquals("W [$]", futures.rows().getFirst().name());

        workbench.show(workbench.runBefore().orElseThrow());
        assertFalse(futures.shownProperty().get());
    }

    private static List<String> texts(List<Turn> turns) {
        return turns.stream().map(Turn::toString).toList();
    }
}
