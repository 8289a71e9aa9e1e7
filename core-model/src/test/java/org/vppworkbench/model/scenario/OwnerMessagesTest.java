package org.vppworkbench.model.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.ProsumerInputs;

/** What owners say during a run, as numbers of the inputs, and what is refused; two days, the car is away from 8 to 18 h. */
class OwnerMessagesTest {
    private static final LocalDate DAY = Examples.FIRST;
    private static final LocalDate NEXT = DAY.plusDays(1);

    private static Resolution say(LocalDateTime at, OwnerChange change) {
        Scenario scenario = Examples.scenario(DAY, 2).withMessages(List.of(new OwnerMessage(at, "words", change)));
        return ScenarioResolver.resolve(scenario, Examples.fleet(Examples.home()), Examples.data(Examples.WEEK));
    }

    private static ProsumerInputs home(LocalDateTime at, OwnerChange change) {
        return say(at, change).orThrow().inputs().prosumers().getFirst();
    }

    private static void refused(String words, LocalDateTime at, OwnerChange change) {
        Resolution resolution = say(at, change);
        assertNull(resolution.resolved(), words);
        assertTrue(
                resolution.findings().stream().anyMatch(f -> f.isError() && f.message().contains(words)),
                words + " not in " + resolution.findings());
    }

    private static OwnerChange quiet(LocalDateTime from, LocalDateTime to) {
        return new OwnerChange.SellsNothing("home-001", from, to);
    }

    private static OwnerChange leaves(LocalDate day, String time) {
        return new OwnerChange.CarLeaves("home-001", day, LocalTime.parse(time));
    }

    private static OwnerChange needs(LocalDate day, double kwh) {
        return new OwnerChange.NeedsCar("home-001", day, kwh);
    }

    @Test
    void quietHoursAreABlackoutOfWholeQuarters() {
        ProsumerInputs home = home(DAY.atTime(12, 0), quiet(DAY.atTime(18, 5), DAY.atTime(19, 20)));
        assertEquals(List.of(72, 73, 74, 75, 76, 77), home.hard().blackoutIntervals());
        refused("past", DAY.atTime(18, 15), quiet(DAY.atTime(18, 0), DAY.atTime(19, 0)));
        refused("no time of the run", DAY.atTime(12, 0), quiet(DAY.atTime(19, 0), DAY.atTime(19, 0)));
        refused("not within the run", DAY.minusDays(1).atTime(12, 0), quiet(DAY.atTime(18, 0), DAY.atTime(19, 0)));
        refused("not within the run", DAY.plusDays(2).atTime(0, 0), quiet(DAY.atTime(18, 0), DAY.atTime(19, 0)));
        refused("no such home", DAY.atTime(12, 0), new OwnerChange.SellsNothing("x", DAY.atTime(18, 0), DAY.atTime(19, 0)));
    }

    @Test
    void aCarIsNeededFullerAsFarAsTheChargerReaches() {
        assertEquals(List.of(new EvReady(128, 40)), home(DAY.atTime(18, 0), needs(NEXT, 40)).hard().evReady());
        refused("left by then", NEXT.atTime(9, 0), needs(NEXT, 40));
        refused("too late", NEXT.atTime(7, 0), needs(NEXT, 40));
        refused("does not leave", DAY.atTime(1, 0), needs(DAY.plusDays(2), 40));
        refused("out of range", DAY.atTime(1, 0), needs(NEXT, 61));
    }

    @Test
    void aCarThatLeavesAtAnotherTimeTakesItsTripAlong() {
        for (String time : List.of("07:00", "09:30")) {
            EvInputs car = Objects.requireNonNull(home(DAY.atTime(20, 0), leaves(NEXT, time)).ev());
            int now = 96 + LocalTime.parse(time).toSecondOfDay() / 900;
            assertEquals(12, car.drivenKwh().at(now));
            assertEquals(0, car.drivenKwh().at(128));
            assertFalse(car.plugged().get(now));
            assertTrue(car.plugged().get(now - 1));
        }
        refused("away", DAY.atTime(1, 0), leaves(NEXT, "19:00"));
        refused("past", NEXT.atTime(9, 0), leaves(NEXT, "08:30"));
        refused("does not leave", DAY.atTime(1, 0), leaves(DAY.plusDays(5), "08:30"));
    }

    @Test
    void whatIsDueBeforeADepartureMovesWithItAndRefusalsChangeNoNumber() {
        ProsumerInputs plain = home(DAY.atTime(1, 0), new OwnerChange.Refuses("home-001", null));
        assertEquals(plain, home(DAY.atTime(1, 0), new OwnerChange.Asks("home-001", 0.9)));
        refused("", DAY.atTime(1, 0), new OwnerChange.Asks("home-001", 0));
        Scenario both = Examples.scenario(DAY, 2).withMessages(List.of(
                new OwnerMessage(DAY.atTime(18, 0), "", needs(NEXT, 40)), new OwnerMessage(DAY.atTime(20, 0), "", leaves(NEXT, "09:00"))));
        ProsumerInputs moved = ScenarioResolver.resolve(both, Examples.fleet(Examples.home()), Examples.data(Examples.WEEK))
                .orThrow().inputs().prosumers().getFirst();
        assertEquals(List.of(new EvReady(132, 40)), moved.hard().evReady());
    }
}
