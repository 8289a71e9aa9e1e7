package org.vppworkbench.model.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.event.LoggedEvent;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Strength;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.LimitChange;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.MarketSimulation;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.RunRecord;

/** A home whose car leaves at 8 and is back at 18 on weekdays, and whose owner says things on Monday and Tuesday. */
class OwnerChangesTest {
    private static final LocalDate MONDAY = Examples.FIRST;
    private static final String HOME = "home-001";

    private static Resolution resolve(List<OwnerMessage> messages, List<Branch> branches, Preference... preferences) {
        Scenario scenario = Examples.scenario(MONDAY, 2).withMessages(messages).withBranches(branches);
        return ScenarioResolver.resolve(
                scenario, Examples.fleet(Examples.home(preferences)), Examples.data(Examples.WEEK));
    }

    private static ProsumerInputs told(String at, OwnerChange change, Preference... preferences) {
        return resolve(List.of(said(at, change)), List.of(), preferences).orThrow().inputs().prosumers().getFirst();
    }

    private static OwnerMessage said(String at, OwnerChange change) {
        return new OwnerMessage(LocalDateTime.parse(at), "words", change);
    }

    private static OwnerChange quiet(String from, String to) {
        return new OwnerChange.SellsNothing(HOME, LocalDateTime.parse(from), LocalDateTime.parse(to));
    }

    @Test
    void quietHoursAreABlackoutOnce() {
        ProsumerInputs home = told("2023-08-14T12:00", quiet("2023-08-14T18:05", "2023-08-14T19:50"));
        assertEquals(List.of(72, 73, 74, 75, 76, 77, 78, 79), home.hard().blackoutIntervals());
    }

    @Test
    void quietHoursComeOnTopOfAWindowAndEndWithTheRun() {
        Preference window = new Preference.BlackoutWindow(
                Strength.HARD, LocalTime.of(0, 0), LocalTime.of(0, 30), 0, "");
        ProsumerInputs home = told("2023-08-15T12:00", quiet("2023-08-15T23:30", "2023-08-20T00:00"), window);
        assertEquals(List.of(0, 1, 96, 97, 190, 191), home.hard().blackoutIntervals());
    }

    @Test
    void aFullerCarIsDueWhenItNextLeavesOnThatDay() {
        Preference usual = new Preference.EvReadyBy(Strength.HARD, 20, 0, "");
        ProsumerInputs home = told("2023-08-14T19:00", new OwnerChange.NeedsCar(HOME, MONDAY.plusDays(1), 40), usual);
        assertEquals(List.of(new EvReady(32, 20), new EvReady(96 + 32, 40)), home.hard().evReady());
        ProsumerInputs less = told("2023-08-14T19:00", new OwnerChange.NeedsCar(HOME, MONDAY.plusDays(1), 10), usual);
        assertEquals(new EvReady(96 + 32, 20), less.hard().evReady().getLast(), "the stricter one binds");
    }

    @Test
    void aCarThatLeavesAtAnotherTimeTakesItsNeedsAlong() {
        Preference hard = new Preference.EvReadyBy(Strength.HARD, 20, 0, "");
        Preference soft = new Preference.EvReadyBy(Strength.SOFT, 30, 0.5, "");
        OwnerChange earlier = new OwnerChange.CarLeaves(HOME, MONDAY.plusDays(1), LocalTime.of(6, 10));
        ProsumerInputs home = told("2023-08-14T19:00", earlier, hard, soft);
        EvInputs ev = home.ev();
        assertFalse(ev.plugged().get(96 + 24));
        assertTrue(ev.plugged().get(96 + 23));
        assertEquals(12, ev.drivenKwh().at(96 + 24));
        assertEquals(0, ev.drivenKwh().at(96 + 32));
        assertEquals(new EvReady(96 + 24, 20), home.hard().evReady().getLast());
        assertTrue(home.soft().contains(new SoftPreference.CarReady(96 + 24, 30, 0.5)));
        assertTrue(home.soft().contains(new SoftPreference.CarReady(32, 30, 0.5)), "Monday stays as it was");
        ProsumerInputs later = told(
                "2023-08-14T19:00", new OwnerChange.CarLeaves(HOME, MONDAY.plusDays(1), LocalTime.of(9, 0)));
        assertTrue(later.ev().plugged().get(96 + 35));
        assertFalse(later.ev().plugged().get(96 + 36));
    }

    @Test
    void aNeedByATimeAtWhichTheCarIsThenAwayFallsAway() {
        OwnerChange earlier = new OwnerChange.CarLeaves(HOME, MONDAY.plusDays(1), LocalTime.of(6, 0));
        ProsumerInputs home = told("2023-08-14T19:00", earlier,
                new Preference.EvReadyBy(Strength.HARD, 20, Set.of(), LocalTime.of(7, 0), 0, ""),
                new Preference.EvReadyBy(Strength.HARD, 15, 0, ""),
                new Preference.EvReadyBy(Strength.SOFT, 30, Set.of(), LocalTime.of(7, 0), 0.5, ""));
        assertEquals(
                List.of(new EvReady(28, 20), new EvReady(32, 15), new EvReady(96 + 24, 15)), home.hard().evReady());
        assertEquals(List.of(new SoftPreference.CarReady(28, 30, 0.5)), home.soft());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2023-08-13T12:00 | quiet 2023-08-14T18:00 2023-08-14T19:00 | not within the run",
        "2023-08-16T00:00 | quiet 2023-08-16T18:00 2023-08-16T19:00 | not within the run",
        "2023-08-14T18:20 | quiet 2023-08-14T18:00 2023-08-14T19:00 | past",
        "2023-08-14T12:00 | quiet 2023-08-14T19:00 2023-08-14T18:00 | no time of the run",
        "2023-08-14T12:00 | car 2023-08-19 40 | does not leave on this day",
        "2023-08-14T12:00 | car 2023-08-14 40 | left by then",
        "2023-08-15T07:00 | car 2023-08-15 40 | too late",
        "2023-08-14T12:00 | car 2023-08-15 61 | out of range",
        "2023-08-14T12:00 | leaves 2023-08-14 06:00 | past",
        "2023-08-14T05:00 | leaves 2023-08-14 19:00 | away then",
        "2023-08-14T12:00 | leaves 2023-08-20 06:00 | does not leave on this day",
        "2023-08-14T12:00 | asks 0 | out of range",
        "2023-08-14T12:00 | cap 3 2023-08-14 | past",
        "2023-08-14T12:00 | cap 3 2023-08-16 | not a day of the run",
        "2023-08-14T12:00 | cap -1 2023-08-15 | out of range",
        "2023-08-14T18:20 | keep 5 2023-08-14T18:00 | past",
        "2023-08-14T12:00 | keep 5 2023-08-16T00:00 | not within the run",
        "2023-08-14T12:00 | keep -1 2023-08-14T18:00 | out of range",
        "2023-08-14T12:00 | keep 9.5 2023-08-14T18:00 | out of range",
    })
    void whatCannotBeIsRefusedByName(String at, String change, String words) {
        Resolution resolution = resolve(List.of(said(at, change(change.split(" ")))), List.of());
        List<Finding> errors = resolution.findings().stream().filter(Finding::isError).toList();
        assertEquals(1, errors.size(), resolution.findings().toString());
        assertTrue(errors.getFirst().toString().contains(words), errors.toString());
    }

    private static OwnerChange change(String... words) {
        return switch (words[0]) {
            case "quiet" -> quiet(words[1], words[2]);
            case "keep" -> atLeast(Double.parseDouble(words[1]), words[2]);
            case "cap" -> atMost(Double.parseDouble(words[1]), words[2]);
            case "car" -> new OwnerChange.NeedsCar(HOME, LocalDate.parse(words[1]), Double.parseDouble(words[2]));
            case "leaves" -> new OwnerChange.CarLeaves(HOME, LocalDate.parse(words[1]), LocalTime.parse(words[2]));
            default -> new OwnerChange.Asks(HOME, Double.parseDouble(words[1]));
        };
    }

    private static OwnerChange atMost(double kwh, String from) {
        return new OwnerChange.SellsAtMost(HOME, kwh, LocalDate.parse(from));
    }

    @Test
    void anotherCapHoldsFromItsDayOnAndIsAsHardAsTheOwn() {
        ProsumerInputs none = told("2023-08-14T12:00", atMost(3, "2023-08-15"));
        assertEquals(null, none.hard().capKwh(95));
        assertEquals(3, none.hard().capKwh(96));
        ProsumerInputs hard = told("2023-08-14T12:00", atMost(3, "2023-08-15"),
                new Preference.DailyDischargeCap(Strength.HARD, 6, 0, ""));
        assertEquals(6, hard.hard().capKwh(95));
        assertEquals(3, hard.hard().capKwh(191));
        ProsumerInputs soft = told("2023-08-14T12:00", atMost(3, "2023-08-15"),
                new Preference.DailyDischargeCap(Strength.SOFT, 6, 0.2, ""));
        assertEquals(null, soft.hard().capKwh(96));
        SoftPreference.DailyCap cap = (SoftPreference.DailyCap) soft.soft().getFirst();
        assertEquals(List.of(6.0, 3.0, 0.2), List.of(cap.limitKwh(95), cap.limitKwh(96), cap.usdPerUnit()));
        ProsumerInputs last = resolve(
                        List.of(said("2023-08-14T12:00", atMost(3, "2023-08-15")),
                                said("2023-08-14T13:00", atMost(5, "2023-08-15")),
                                said("2023-08-14T14:00", quiet("2023-08-14T18:00", "2023-08-14T19:00"))),
                        List.of())
                .orThrow().inputs().prosumers().getFirst();
        assertEquals(List.of(new LimitChange(96, 5)), last.hard().capChanges(), "what is said last holds");
        ProsumerInputs atOnce = told("2023-08-14T00:00", atMost(3, "2023-08-14"));
        assertEquals(3, atOnce.hard().capKwh(0), "said at midnight it holds that day");
    }

    @Test
    void aCapIsUnknownBeforeAndKeptByTheToolAndInDispatch() {
        Ran base = run(List.of(), List.of());
        double cap = 1;
        Ran told = run(List.of(said("2023-08-14T20:00", atMost(cap, "2023-08-15"))), List.of());
        int first = said(told.events());
        assertEquals(base.events().subList(0, first), told.events().subList(0, first));
        double sold = energyKwh(told);
        assertTrue(energyKwh(base) > cap + 1, "it would have sold more");
        assertTrue(sold <= cap + 1e-9, "sold " + sold);
        double agreed = told.record().offers().stream()
                .filter(o -> o.opportunity().hour() >= 24 && o.opportunity().product() == Product.ENERGY)
                .flatMap(o -> o.contracts().stream())
                .mapToDouble(Contract::kw)
                .sum();
        assertTrue(agreed > 0 && agreed <= cap + 1e-6, "the tool offered " + agreed);
    }

    private static double energyKwh(Ran run) {
        double kwh = 0;
        for (int t = 96; t < 192; t++) {
            kwh += (run.record().dispatch().at(0, t).soldKw() + run.record().dispatch().at(0, t).calledKw()) / 4;
        }
        return kwh;
    }

    private static OwnerChange atLeast(double kwh, String from) {
        return new OwnerChange.KeepsAtLeast(HOME, kwh, LocalDateTime.parse(from));
    }

    private static List<LimitChange> floors(Preference.ReserveFloor own, OwnerMessage... messages) {
        Preference[] preferences = own == null ? new Preference[0] : new Preference[] {own};
        return resolve(List.of(messages), List.of(), preferences).orThrow().inputs().prosumers().getFirst().hard().floorChanges();
    }

    /** 5 kW at 0.9 bring 1.125 kWh a quarter hour; the battery holds at least 1 and at most 9 kWh. */
    @Test
    void aHigherFloorRisesAsFastAsTheBatteryCharges() {
        OwnerMessage eight = said("2023-08-14T12:00", atLeast(8, "2023-08-14T18:05"));
        assertEquals(
                List.of(new LimitChange(73, 2.125), new LimitChange(74, 3.25), new LimitChange(75, 4.375),
                        new LimitChange(76, 5.5), new LimitChange(77, 6.625), new LimitChange(78, 7.75), new LimitChange(79, 8)),
                floors(null, eight), "from the physical minimum");
        Preference.ReserveFloor three = new Preference.ReserveFloor(Strength.HARD, 3, 0, "");
        assertEquals(
                List.of(new LimitChange(73, 4.125), new LimitChange(74, 5.25), new LimitChange(75, 6.375),
                        new LimitChange(76, 7.5), new LimitChange(77, 8)),
                floors(three, eight));
        ProsumerInputs home = told("2023-08-14T12:00", atLeast(8, "2023-08-14T18:05"), three);
        assertEquals(List.of(3.0, 3.0, 4.125, 8.0, 8.0), java.util.stream.Stream.of(0, 72, 73, 77, 192)
                .map(boundary -> home.hard().floorKwh(home.bess(), boundary)).toList());
        assertEquals(
                List.of(new LimitChange(191, 4.125)), floors(three, said("2023-08-14T12:00", atLeast(8, "2023-08-15T23:30"))),
                "as far as the run goes");
        ProsumerInputs soft = told("2023-08-14T12:00", atLeast(2, "2023-08-14T18:00"),
                new Preference.ReserveFloor(Strength.SOFT, 6, 0.2, ""));
        assertEquals(List.of(new SoftPreference.Floor(6, 0.2)), soft.soft(), "a wish stays beside it");
        assertEquals(List.of(new LimitChange(73, 2)), soft.hard().floorChanges());
    }

    @Test
    void aLowerFloorHoldsAtOnceAndWhatIsSaidLastHolds() {
        Preference.ReserveFloor three = new Preference.ReserveFloor(Strength.HARD, 3, 0, "");
        ProsumerInputs home = told("2023-08-14T12:00", atLeast(2, "2023-08-14T18:00"), three);
        assertEquals(List.of(new LimitChange(72, 2)), home.hard().floorChanges());
        assertEquals(List.of(3.0, 2.0), List.of(home.hard().floorKwh(home.bess(), 72), home.hard().floorKwh(home.bess(), 73)));
        OwnerMessage eight = said("2023-08-14T12:00", atLeast(8, "2023-08-14T18:00"));
        // what the battery had to reach by 18:30 stays; it is not changed after it happened
        assertEquals(
                List.of(new LimitChange(73, 4.125), new LimitChange(74, 5.25), new LimitChange(75, 4)),
                floors(three, eight, said("2023-08-14T18:30", atLeast(4, "2023-08-14T18:30"))));
        assertEquals(
                List.of(new LimitChange(73, 4.125), new LimitChange(74, 5.25), new LimitChange(75, 6)),
                floors(three, eight, said("2023-08-14T18:30", atLeast(6, "2023-08-14T18:30"))));
        assertEquals(
                List.of(new LimitChange(73, 4.125), new LimitChange(74, 5.25), new LimitChange(75, 6.375),
                        new LimitChange(76, 7.5), new LimitChange(77, 8), new LimitChange(81, 3)),
                floors(three, eight, said("2023-08-14T18:30", atLeast(3, "2023-08-14T20:15"))));
        assertEquals(
                List.of(new LimitChange(52, 2)),
                floors(three, eight, said("2023-08-14T12:30", atLeast(2, "2023-08-14T13:00"))), "18:00 is off");
    }

    @Test
    void aFloorIsUnknownBeforeAndKeptInDispatch() {
        Ran base = run(List.of(), List.of());
        Ran told = run(List.of(said("2023-08-14T20:00", atLeast(6, "2023-08-15T10:00"))), List.of());
        int first = said(told.events());
        assertEquals(base.events().subList(0, first), told.events().subList(0, first));
        boolean below = false;
        for (int t = 96 + 48; t < 192; t++) {
            below |= base.record().dispatch().at(0, t).bessKwh() < 5.9;
            assertTrue(told.record().dispatch().at(0, t).bessKwh() >= 6 - 1e-9, "interval " + t);
        }
        assertTrue(below, "it would have been lower");
    }

    @Test
    void strangersAndHomesWithoutACarAreRefused() {
        OwnerChange stranger = new OwnerChange.Refuses("nobody", null);
        assertTrue(resolve(List.of(said("2023-08-14T12:00", stranger)), List.of()).findings().stream()
                .anyMatch(f -> f.isError() && f.toString().contains("no such home")));
        Scenario scenario = Examples.scenario(MONDAY, 2).withMessages(
                List.of(said("2023-08-14T12:00", new OwnerChange.NeedsCar(HOME, MONDAY.plusDays(1), 5)),
                        said("2023-08-14T12:00", new OwnerChange.CarLeaves(HOME, MONDAY.plusDays(1), LocalTime.of(6, 0)))));
        Resolution resolution = ScenarioResolver.resolve(
                scenario, Examples.fleet(Examples.homeWith(Examples.BESS, null)), Examples.data(Examples.WEEK));
        Resolution empty = ScenarioResolver.resolve(
                Examples.scenario(MONDAY, 2).withMessages(List.of(said("2023-08-14T12:00", atLeast(3, "2023-08-14T18:00")))),
                Examples.fleet(Examples.homeWith(null, Examples.EV)), Examples.data(Examples.WEEK));
        assertTrue(empty.findings().stream().anyMatch(f -> f.isError() && f.toString().contains("no battery")));
        assertEquals(2, resolution.findings().stream().filter(Finding::isError).count());
        Branch early = new Branch(0, new OwnerChange.Refuses(HOME, null));
        assertTrue(resolve(List.of(), List.of(early)).findings().stream()
                .anyMatch(f -> f.isError() && f.toString().contains("after an event")));
    }

    /** Sells all a home says it can deliver. */
    private static OpportunityTrader everything() {
        return session -> {
            List<Contract> contracts = new ArrayList<>();
            for (ProsumerDesk desk : session.desks()) {
                WhatIfResult most = desk.most();
                double kw = Math.min(session.opportunity().requiredKw(), most.deliverableKw());
                if (kw > 0.01 && !desk.instruction().refuses()) {
                    contracts.add(new Contract(
                            desk.prosumer(), session.opportunity().product(), session.opportunity().hour(), kw, 1, 0));
                }
            }
            return new OpportunityTrader.Agreement(contracts, -150, RunEvent.Outcome.TRADED, 1, "all");
        };
    }

    private record Ran(RunRecord record, List<LoggedEvent> events) {}

    private static Ran run(List<OwnerMessage> messages, List<Branch> branches) {
        List<LoggedEvent> events = new ArrayList<>();
        ResolvedScenario scenario = resolve(messages, branches).orThrow();
        RunRecord record = MarketSimulation.run(
                scenario, "all", "MECHANISM", everything(), events::add, ProgressSink.NONE, CancelToken.NEVER);
        return new Ran(record, events);
    }

    private static int said(List<LoggedEvent> events) {
        int i = 0;
        while (!(events.get(i).event() instanceof RunEvent.OwnerChanged)) {
            i++;
        }
        return i;
    }

    @Test
    void nobodyKnowsBeforeItIsSaid() {
        Ran base = run(List.of(), List.of());
        OwnerMessage dinner = said("2023-08-15T12:00", quiet("2023-08-15T18:00", "2023-08-15T20:00"));
        OwnerMessage car = said("2023-08-14T20:00", new OwnerChange.NeedsCar(HOME, MONDAY.plusDays(1), 50));
        Ran told = run(List.of(dinner, car), List.of());
        int first = said(told.events());
        assertEquals(base.events().subList(0, first), told.events().subList(0, first));
        assertEquals(192, told.record().dispatch().intervals());
        assertTrue(told.record().dispatch().at(0, 96 + 31).evKwh() >= 50 - 1e-9, "ready at eight");
        assertTrue(base.record().dispatch().at(0, 96 + 31).evKwh() < 50, "it would not have been");
        for (int t = 96 + 72; t < 96 + 80; t++) {
            assertEquals(0, told.record().dispatch().at(0, t).soldKw());
        }
        long spoken = told.events().stream().filter(e -> e.event() instanceof RunEvent.OwnerChanged).count();
        assertEquals(2, spoken);
        assertTrue(((RunEvent.OwnerChanged) told.events().get(first).event()).words().contains("words"));
    }

    @Test
    void anOwnerWhoRefusesOrAsksMoreIsHeardByTheDesk() {
        OwnerMessage stop = said("2023-08-14T09:00", new OwnerChange.Refuses(HOME, null));
        Ran told = run(List.of(stop), List.of());
        int first = said(told.events());
        assertTrue(told.events().subList(first, told.events().size()).stream()
                .noneMatch(e -> e.event() instanceof RunEvent.OfferSettled));
        assertTrue(told.events().subList(0, first).stream()
                .anyMatch(e -> e.event() instanceof RunEvent.OfferSettled), "it sold before");
        Branch only = new Branch(5, new OwnerChange.Refuses(HOME, "ENERGY@30"));
        Branch dearer = new Branch(6, new OwnerChange.Asks(HOME, 1.5));
        Ran branched = run(List.of(stop), List.of(only, dearer));
        assertEquals(3, branched.events().stream().filter(e -> e.event() instanceof RunEvent.OwnerChanged).count());
    }
}
