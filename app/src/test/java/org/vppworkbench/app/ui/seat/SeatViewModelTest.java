package org.vppworkbench.app.ui.seat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.task.ManualPulse;
import org.vppworkbench.app.task.TaskStatus;
import org.vppworkbench.app.task.ThreadTaskExecutor;
import org.vppworkbench.app.ui.SampleRun;
import org.vppworkbench.app.ui.seat.SeatViewModel.Phase;
import org.vppworkbench.app.ui.session.StandardLaboratory;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.scenario.HumanSeat;

/** A seat in a real run, without a toolkit: the person decides, the run waits. */
class SeatViewModelTest {
    private static final long LONGEST_NS = 60_000_000_000L;

    private final ThreadTaskExecutor tasks = new ThreadTaskExecutor();
    private final ManualPulse pulse = new ManualPulse();
    private final Workbench workbench = new Workbench(new StandardLaboratory(), tasks);
    private final SeatViewModel seat = new SeatViewModel(workbench, pulse, System::nanoTime);

    SeatViewModelTest() {
        workbench.optimaByItselfProperty().set(false);
        until(() -> workbench.resolvedProperty().get() != null);
        SampleRun.fourHomes(workbench, 1, "rule");
        until(() -> workbench.resolvedProperty().get() != null);
    }

    /** Frames pass until something holds. */
    private void until(BooleanSupplier holds) {
        long end = System.nanoTime() + LONGEST_NS;
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "still waiting; phase " + seat.phaseProperty().get());
            tasks.deliver();
            pulse.beat(System.nanoTime());
            LockSupport.parkNanos(500_000);
        }
    }

    private boolean deciding() {
        return seat.phaseProperty().get() == Phase.DECIDING;
    }

    private boolean over() {
        return seat.phaseProperty().get() == Phase.OVER;
    }

    private SeatTurn turn() {
        return Objects.requireNonNull(seat.turnProperty().get());
    }

    private String home() {
        return workbench.document().fleet().homes().stream().filter(h -> h.bess() != null).findFirst().orElseThrow().id();
    }

    /** Asks a price at which the home loses nothing. */
    private void passing() {
        seat.priceProperty().set(Objects.requireNonNull(seat.whatIfProperty().get()).reservationPerMwh() + 1);
        until(() -> seat.verdictProperty().get().passed());
    }

    /** The run is over, and what came of it is known. */
    private ExperimentResult outcome() {
        until(() -> over() && workbench.outcomeProperty().get() != null);
        return Objects.requireNonNull(workbench.outcomeProperty().get());
    }

    private void sit(String place, boolean consent) {
        assertTrue(seat.take(HumanSeat.of(place), consent, 0));
        until(this::deciding);
    }

    @Test
    void theToolsAnswerBeforeAMoveIsMade() {
        sit(home(), false);
        until(() -> seat.verdictProperty().get().known());

        assertFalse(turn().aggregator());
        assertEquals("call_for_proposals", turn().kind());
        assertNotNull(seat.whatIfProperty().get());
        assertTrue(seat.ownProperty().get().capacityKwh() > 0);
        passing();

        seat.kwProperty().set(400);
        until(() -> !seat.verdictProperty().get().passed());
        assertTrue(seat.verdictProperty().get().words().contains("physics"), seat.verdictProperty().get().words());
        assertTrue(Objects.requireNonNull(seat.whatIfProperty().get()).deliverableKw() < 400);
    }

    @Test
    void aRefusedOfferIsExplainedOnceAndThenTheNextOneCounts() {
        sit(home(), false);
        until(() -> seat.verdictProperty().get().known());
        passing();
        double right = seat.kwProperty().get();
        seat.kwProperty().set(400);
        seat.moves().offer();
        until(() -> !seat.refusalProperty().get().isEmpty());

        assertTrue(deciding());
        assertTrue(seat.refusalProperty().get().contains("physics"), seat.refusalProperty().get());
        assertTrue(seat.refusalProperty().get().contains("One more try"));

        seat.kwProperty().set(right);
        seat.moves().offer();
        until(this::deciding);
        seat.moves().leave();

        ExperimentResult result = outcome();
        assertEquals("RULE + HUMAN", result.record().label());
        assertTrue(result.invariantsHold());
        assertNull(Objects.requireNonNull(result.external()).choices());
        assertFalse(workbench.staleProperty().get(), "a seat is no edit of the scenario");
        assertTrue(seat.history().stream().anyMatch(line -> line.contains("You left the seat")), seat.history().toString());
    }

    @Test
    void theRuleForAnHourIsNotAskedForItAgain() {
        sit(home(), true);
        int hour = turn().hour();
        seat.moves().ruleForTheHour();
        until(() -> over() || (deciding() && turn().hour() > hour));
        if (deciding()) {
            seat.moves().leave();
            until(this::over);
        }
        assertNotNull(seat.choices());
        assertTrue(String.valueOf(seat.choices()).contains("\\\"scope\\\":\\\"hour\\\""));
    }

    @Test
    void theAggregatorSeesOffersAndNothingOfTheHomes() {
        sit(Envelope.AGGREGATOR, false);

        assertTrue(turn().aggregator());
        assertEquals(4, seat.homes().size());
        seat.moves().suggest();
        until(() -> seat.homes().stream().anyMatch(home -> home.planned() != null) && seat.verdictProperty().get().known());
        assertTrue(seat.verdictProperty().get().passed(), seat.verdictProperty().get().words());
        assertNull(seat.whatIfProperty().get());
        seat.moves().send();
        until(() -> deciding() || over());
        if (deciding()) {
            seat.moves().leave();
            until(this::over);
        }
        assertTrue(outcome().invariantsHold());
    }

    @Test
    void earlierHoursAreLeftToTheRuleWhereTheSeatBeginsLater() {
        assertTrue(seat.take(HumanSeat.of(home()), false, 18));
        until(this::deciding);

        assertTrue(turn().hour() >= 18, turn().title());
        workbench.cancelRun();
        until(() -> over() && !workbench.runningProperty().get());
        assertEquals(TaskStatus.State.CANCELLED, tasks.tasks().stream()
                .filter(task -> task.title().startsWith("Run")).findFirst().orElseThrow().stateProperty().get());
    }

    @Test
    void aSecondRunEndsTheSeatOfTheFirst() {
        sit(home(), false);
        workbench.startRun();
        until(this::over);
        until(() -> workbench.outcomeProperty().get() != null);

        assertEquals("RULE", Objects.requireNonNull(workbench.outcomeProperty().get()).record().label());
    }

    @Test
    void underAMechanismWithoutAgentsNoSeatIsTaken() {
        SampleRun.fourHomes(workbench, 1, "posted-price");
        until(() -> workbench.resolvedProperty().get() != null);

        assertFalse(seat.take(HumanSeat.of(home()), false, 0));
        assertTrue(Objects.requireNonNull(workbench.noticeProperty().get()).text().contains("under this mechanism"));
    }
}
