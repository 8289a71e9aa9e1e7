package org.vppworkbench.app.ui.negotiation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.task.ManualPulse;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.session.LiveRun;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.event.StepKind;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.OwnerChange;

class BranchViewModelTest {
    private final Workbench workbench = SampleRun.fresh();
    private final ManualPulse pulse = new ManualPulse();
    private final TransportViewModel transport = new TransportViewModel(workbench, pulse, LocalDateTime.of(2023, 8, 16, 17, 0));
    private final NegotiationViewModel negotiation = new NegotiationViewModel(transport);
    private final BranchViewModel branches = new BranchViewModel(workbench, transport, negotiation);
    private LiveRun first;

    @BeforeEach
    void run() {
        workbench.startRun();
        pulse.beat(1);
        first = Objects.requireNonNull(workbench.runProperty().get());
    }

    @Test
    void refusingEverythingMakesANewRunThatIsTheSameUpToThere() {
        String home = branches.homeProperty().get();
        int position = transport.positionProperty().get();
        ExperimentResult before = Objects.requireNonNull(workbench.outcomeProperty().get());

        branches.refuseEverything();
        pulse.beat(2);

        ExperimentResult after = Objects.requireNonNull(workbench.outcomeProperty().get());
        assertEquals(before.events().subList(0, position), after.events().subList(0, position));
        assertTrue(after.events().get(position).event() instanceof RunEvent.OwnerChanged);
        assertEquals(position + 1, transport.positionProperty().get());
        assertEquals("Run 2 · branch of run 1 at event " + String.format(java.util.Locale.ROOT, "%,d", position)
                + ": " + home + " refuses everything", workbench.runProperty().get().title());
        Turn told = negotiation.turns().getLast();
        assertEquals("Branch", told.performative());
        assertTrue(told.words().contains(home + " refuses everything"), told.words());
        negotiation.filterProperty().set(new TurnFilter(null, Product.SPIN, null, ""));
        assertTrue(negotiation.turns().contains(told), "it concerns every product");
        assertFalse(workbench.staleProperty().get());
        assertEquals("Branch complete", workbench.noticeProperty().get().title());
    }

    @Test
    void bothRunsAreKeptAndGoingBackShowsTheSamePlace() {
        int position = transport.positionProperty().get();
        branches.refuseEverything();
        pulse.beat(2);
        ExperimentResult branch = workbench.outcomeProperty().get();

        assertEquals(2, workbench.shelf().runs().size());
        workbench.show(workbench.runBefore().orElseThrow());

        assertTrue(first.same(workbench.runProperty().get()));
        assertEquals(position, transport.positionProperty().get());
        assertTrue(workbench.runBefore().isEmpty());

        workbench.show(workbench.shelf().runs().getLast());
        assertEquals(branch, workbench.outcomeProperty().get());
    }

    @Test
    void anOpportunityCanBeRefusedWhileItIsOpenOnly() {
        assertTrue(branches.open().isEmpty(), "the opening position is the end of an hour");

        transport.previous(StepKind.ROUND);
        String opportunity = branches.open().orElseThrow().id();
        String home = branches.homeProperty().get();
        branches.refuseThis();
        pulse.beat(2);

        assertEquals(
                new OwnerChange.Refuses(home, opportunity),
                workbench.runProperty().get().scenario().scenario().branches().getLast().change());
    }

    @Test
    void askingLessChangesTheAsk() {
        transport.moveTo(transport.positionProperty().get() - 60);

        assertEquals("", branches.ask(0.5));
        assertEquals(2, workbench.shelf().runs().size());
    }

    @Test
    void anImpossibleChangeIsExplainedAndMakesNoRun() {
        assertTrue(branches.ask(0).contains("(0, 10]"), branches.ask(0));
        assertTrue(branches.leave(java.time.LocalDate.of(2023, 8, 16), "soon").contains("soon"));
        assertTrue(first.same(workbench.runProperty().get()));
        assertEquals(1, workbench.shelf().runs().size());
    }

    @Test
    void aCarLeavesAtAnotherTime() {
        transport.moveTo(1);
        negotiation.filterProperty().set(new TurnFilter(homeWithDeparture(), null, null, ""));
        var day = branches.departureDays().getFirst();
        var time = branches.departure(day).orElseThrow();

        assertEquals("", branches.leave(day, time.plusMinutes(15).toString()));
        assertNotNull(workbench.outcomeProperty().get());
        assertTrue(workbench.runProperty().get().title().contains("car leaves at"), workbench.runProperty().get().title());
    }

    @Test
    void nothingBranchesFromTheStartOrTheEnd() {
        assertFalse(branches.impossibleProperty().get());
        transport.moveTo(0);
        assertTrue(branches.impossibleProperty().get());
        transport.moveTo(Integer.MAX_VALUE);
        assertTrue(branches.impossibleProperty().get());
    }

    private String homeWithDeparture() {
        for (String home : negotiation.homes()) {
            negotiation.filterProperty().set(new TurnFilter(home, null, null, ""));
            if (!branches.departureDays().isEmpty()) {
                return home;
            }
        }
        throw new AssertionError("no car leaves on the sample day");
    }
}
