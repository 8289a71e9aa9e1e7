package org.vppworkbench.model.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Product;

/** The log, its fold, and where stepping stops. */
class RunEventsTest {
    /** One refused call at hour 0, one sale at hour 1, one skipped hour 2, two days of dispatch. */
    private static Talk run() {
        Talk talk = new Talk().started();
        talk.opened(0).calls(0, 300).refuses(0, "a", null).refuses(0, "b", null);
        talk.closed(0, RunEvent.Outcome.NO_PROPOSAL, 1);
        talk.opened(1).calls(1, 300).proposes(1, 1, "a", 2, 250, null).counters(1, 1, "a", 2, 200);
        talk.accepts(1, 2, "a", "m5", 2, 200);
        talk.event(new RunEvent.CoalitionFormed(Talk.energy(1), List.of(new RunEvent.Member("a", 2, 200)), 0.2, 0));
        talk.settled(1, true, Talk.contract("a", 1, 2, 200, 100)).closed(1, RunEvent.Outcome.TRADED, 2);
        talk.event(new RunEvent.OpportunitySkipped(Talk.energy(2), 0.1));
        for (int t = 0; t < Talk.TWO_DAYS.intervals(); t++) {
            talk.dispatched(t);
        }
        return talk.event(new RunEvent.RunFinished(Talk.TWO_DAYS.intervals(), 1));
    }

    @Test
    void theStateIsAFoldOfTheEventsWhereverItStarts() {
        EventLog log = run().log();
        RunHistory history = new RunHistory(log);
        RunFold fold = new RunFold();
        assertEquals(RunState.EMPTY, fold.state());
        for (int position = 0; position < log.size(); position++) {
            fold.apply(log.get(position));
            assertEquals(fold.state(), history.stateAt(position + 1), "position " + (position + 1));
        }
        RunState last = history.stateAt(log.size());
        assertEquals(RunState.Ending.FINISHED, last.ending());
        assertEquals(192, last.dispatched());
        assertEquals(7, last.messages());
        assertEquals(List.of(Talk.contract("a", 1, 2, 200, 100)), last.contracts());
        assertSame(log, history.log());
        assertThrows(IllegalArgumentException.class, () -> history.stateAt(-1));
        assertThrows(IllegalArgumentException.class, () -> history.stateAt(log.size() + 1));
    }

    @Test
    void theStateKnowsTheHourThatIsTradedAndForgetsTheOneBefore() {
        EventLog log = run().log();
        RunHistory history = new RunHistory(log);
        RunState talking = history.stateAt(10); // after the counter-offer of hour 1
        assertEquals(1, talking.trading().hour());
        assertEquals(1, talking.trading().round());
        assertEquals(Talk.energy(1), talking.trading().current());
        assertEquals(4, talking.trading().events().size());
        assertTrue(talking.contracts().isEmpty());
        RunState skipped = history.stateAt(15);
        assertEquals(2, skipped.trading().hour());
        assertNull(skipped.trading().current(), "hour 2 was not traded");
    }

    @Test
    void aVoidOfferLeavesNoContractAndACancelEndsTheRun() {
        RunFold fold = new RunFold();
        new Talk().settled(0, false, Talk.contract("a", 0, 1, 1, 1)).event(new RunEvent.RunCancelled(3)).events().forEach(fold::apply);
        assertTrue(fold.state().contracts().isEmpty());
        assertEquals(RunState.Ending.CANCELLED, fold.state().ending());
    }

    @Test
    void anEventLeftOutOrAppliedTwiceIsRefused() {
        List<LoggedEvent> events = run().events();
        RunFold fold = new RunFold().apply(events.get(0));
        assertThrows(IllegalArgumentException.class, () -> fold.apply(events.get(0)));
        assertThrows(IllegalArgumentException.class, () -> fold.apply(events.get(2)));
        EventLog log = new EventLog();
        log.accept(events.get(0));
        assertThrows(IllegalArgumentException.class, () -> log.accept(events.get(2)));
    }

    @Test
    void theLogGivesBackDispatchAndOffers() {
        EventLog log = run().log();
        assertEquals(Talk.idle(), log.dispatch(2, 192).at(1, 191));
        assertEquals(1, log.offers().size());
        assertEquals(2, log.offers().getFirst().totalKw(), 1e-12);
    }

    @Test
    void stepsForwardAndBackVisitTheSameStops() {
        EventLog log = run().log();
        RunStops stops = new RunStops(log, Talk.TWO_DAYS);
        assertTrue(stops.catchUp());
        assertFalse(stops.catchUp(), "nothing new");
        assertEquals(log.size(), stops.end());
        for (StepKind kind : StepKind.values()) {
            int forward = 0;
            for (int position = 0; position < log.size(); ) {
                int next = stops.next(kind, position);
                assertTrue(next > position, kind + " stands still at " + position);
                if (next < log.size()) {
                    assertEquals(next, stops.previous(kind, stops.next(kind, next)), kind + " back to " + next);
                }
                position = next;
                forward++;
            }
            assertTrue(forward > 0);
            assertEquals(0, stops.previous(kind, 0));
        }
        assertEquals(1 + 96 + 15, stops.next(StepKind.DAY, 0) + 1, "the first day ends with its last interval");
        assertEquals(log.size(), stops.next(StepKind.DAY, stops.next(StepKind.DAY, 0)));
        assertEquals(3, stops.next(StepKind.MESSAGE, 0), "the call");
        assertEquals(3, stops.next(StepKind.ROUND, 0), "round 0 is the call");
        assertEquals(14, stops.next(StepKind.HOUR_WITH_PROPOSALS, 0), "the end of trading of hour 1");
        assertEquals(14, stops.endOfTrading(1).orElseThrow());
        assertTrue(stops.endOfTrading(47).isPresent(), "a quiet hour ends when it is dispatched");
    }

    @Test
    void afterTradingADayAheadHoursStopWithTheirDeliveryAndALateAnswerMovesNothing() {
        Talk talk = new Talk().started();
        for (int hour = 0; hour < 48; hour++) {
            talk.opened(hour).closed(hour, RunEvent.Outcome.NO_AGREEMENT, 1);
        }
        int traded = talk.events().size();
        for (int t = 0; t < 12; t++) {
            talk.dispatched(t);
        }
        talk.settled(47, true, Talk.contract("a", 47, 2, 200, 100));
        for (int t = 12; t < Talk.TWO_DAYS.intervals(); t++) {
            talk.dispatched(t);
        }
        RunStops stops = new RunStops(talk.log(), Talk.TWO_DAYS);
        stops.catchUp();

        assertEquals(traded, stops.endOfTrading(47).orElseThrow());
        assertEquals(traded, stops.previous(StepKind.HOUR, traded + 1), "the last trading is a stop");
        assertEquals(traded + 13, stops.next(StepKind.MESSAGE, traded), "the answer");
        int position = traded;
        for (int hour = 1; hour <= 48; hour++) {
            position = stops.next(StepKind.HOUR, position);
            assertEquals(traded + 4 * hour + (hour > 3 ? 1 : 0), position, "delivery of hour " + hour);
        }
    }

    @Test
    void everyHourTellsWhatBecameOfIt() {
        RunStops stops = new RunStops(run().log(), Talk.TWO_DAYS);
        assertTrue(stops.hour(0).isEmpty(), "not read yet");
        stops.catchUp();
        HourSummary refused = stops.hour(0).orElseThrow();
        assertEquals(HourSummary.Kind.NO_PROPOSAL, refused.kind());
        assertEquals(2, refused.refusals());
        HourSummary sold = stops.hour(1).orElseThrow();
        assertEquals(HourSummary.Kind.TRADED, sold.kind());
        assertEquals(1, sold.proposals());
        assertEquals(1, sold.contracts());
        assertEquals(2, sold.soldKw(), 1e-12);
        assertEquals(0, sold.reserveKw(), 1e-12);
        assertEquals(HourSummary.Kind.QUIET, stops.hour(2).orElseThrow().kind());
        assertEquals(HourSummary.Kind.QUIET, stops.hour(30).orElseThrow().kind());
    }

    @Test
    void theBestOutcomeOfAnHourIsKept() {
        Talk talk = new Talk().opened(3).closed(3, RunEvent.Outcome.NOT_CLEARED, 1);
        talk.opened(3).closed(3, RunEvent.Outcome.NO_AGREEMENT, 1);
        RunStops stops = new RunStops(talk.log(), Talk.TWO_DAYS);
        stops.catchUp();
        assertEquals(HourSummary.Kind.NOT_CLEARED, stops.hour(3).orElseThrow().kind());
        talk.event(new RunEvent.OfferSettled(new org.vppworkbench.model.market.ClearedOffer(
                new org.vppworkbench.model.market.Opportunity(Product.SPIN, 3, 4, 20), 1, 20, true,
                List.of(new Contract("a", Product.SPIN, 3, 1.5, 10, 5)))));
        talk.event(new RunEvent.RunCancelled(3));
        RunStops again = new RunStops(talk.log(), Talk.TWO_DAYS);
        again.catchUp();
        assertEquals(1.5, again.hour(3).orElseThrow().reserveKw(), 1e-12);
        assertEquals(talk.events().size(), again.next(StepKind.DAY, 0), "a cancelled run ends its day");
    }

    @Test
    void aNegotiationEventKnowsItsProductAndTheOthersHaveNone() {
        int products = 0;
        for (LoggedEvent logged : run().event(new RunEvent.RunCancelled(1)).events()) {
            boolean quiet = logged.event() instanceof RunEvent.RunStarted
                    || logged.event() instanceof RunEvent.IntervalDispatched
                    || logged.event() instanceof RunEvent.RunFinished
                    || logged.event() instanceof RunEvent.RunCancelled;
            assertEquals(quiet ? null : Product.ENERGY, RunEvent.productOf(logged.event()));
            products += quiet ? 0 : 1;
        }
        assertEquals(14, products);
    }
}
