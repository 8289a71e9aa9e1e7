package org.vppworkbench.model.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.RandomHomes;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Preference.EvReadyBy;
import org.vppworkbench.model.fleet.Strength;
import org.vppworkbench.model.fleet.Trip;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.time.Horizon;

/** Car needs on some days, and by a time of day. The car of the examples is away from 08:00 to 18:00, Monday to Friday. */
class CarDuesTest {
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private static EvReadyBy hard(double kwh, Set<DayOfWeek> days, String by) {
        return new EvReadyBy(Strength.HARD, kwh, days, by == null ? null : LocalTime.parse(by), 0, "");
    }

    private static ProsumerInputs home(EvReadyBy... needs) {
        return Examples.resolve(Examples.home(needs)).orThrow().inputs().prosumers().get(0);
    }

    /** Monday 14 and Tuesday 15 August, worked out by hand. */
    @Test
    void aNeedIsDueOnItsDaysAndAtItsTime() {
        assertEquals(List.of(new EvReady(128, 40)), home(hard(40, Set.of(DayOfWeek.TUESDAY), null)).hard().evReady());
        assertEquals(List.of(new EvReady(28, 35), new EvReady(124, 35)), home(hard(35, Set.of(), "07:10")).hard().evReady());
        assertEquals(List.of(new EvReady(28, 35)), home(hard(35, Set.of(DayOfWeek.MONDAY), "07:00")).hard().evReady());
        assertEquals(List.of(new EvReady(32, 35), new EvReady(128, 35)), home(hard(35, Set.of(), "08:00")).hard().evReady());
        // away, or back just then
        assertEquals(List.of(), home(hard(35, Set.of(), "12:00")).hard().evReady());
        assertEquals(List.of(), home(hard(35, Set.of(), "18:00")).hard().evReady());
        assertEquals(List.of(new EvReady(73, 5), new EvReady(169, 5)), home(hard(5, Set.of(), "18:15")).hard().evReady());
        // the run begins at midnight, where nothing can be charged any more
        assertEquals(List.of(new EvReady(96, 35)), home(hard(35, Set.of(), "00:00")).hard().evReady());
        assertEquals(List.of(), home(hard(35, Set.of(DayOfWeek.SUNDAY), "07:00")).hard().evReady());
    }

    @Test
    void ofSeveralNeedsTheStrictestBindsAtEachMoment() {
        assertEquals(
                List.of(new EvReady(28, 36), new EvReady(32, 35), new EvReady(128, 40)),
                home(new EvReadyBy(Strength.HARD, 35, 0, ""), hard(40, Set.of(DayOfWeek.TUESDAY), null),
                        hard(36, Set.of(DayOfWeek.MONDAY), "07:00")).hard().evReady());
    }

    @Test
    void aSoftNeedIsDueAtTheSameMoments() {
        assertEquals(
                List.of(new SoftPreference.CarReady(124, 50, 0.4)),
                home(new EvReadyBy(Strength.SOFT, 50, Set.of(DayOfWeek.TUESDAY), LocalTime.of(7, 0), 0.4, "")).soft());
    }

    @Test
    void allSevenDaysAreEveryDay() {
        EvReadyBy every = new EvReadyBy(Strength.HARD, 40, EnumSet.allOf(DayOfWeek.class), null, 0, "");
        assertEquals(new EvReadyBy(Strength.HARD, 40, 0, ""), every);
        assertEquals("at every departure", every.when());
        assertEquals("at every departure on Mon Tue",
                hard(1, Set.of(DayOfWeek.TUESDAY, DayOfWeek.MONDAY), null).when());
        assertEquals("by 07:00 every day, if at home then", hard(1, Set.of(), "07:00").when());
    }

    @Test
    void whatCannotBeReachedByThenIsRefusedByName() {
        // 30 kWh at midnight, 7.2 kWh an hour: 37.2 at one o'clock
        assertEquals(List.of(new EvReady(4, 37)), Examples.resolve(Examples.home(hard(37, Set.of(DayOfWeek.MONDAY), "01:00")))
                .orThrow().inputs().prosumers().get(0).hard().evReady());
        Finding finding = Examples.resolve(Examples.home(hard(38, Set.of(DayOfWeek.MONDAY), "01:00"))).findings().stream()
                .filter(Finding::isError).findFirst().orElseThrow();
        assertTrue(finding.where().endsWith("home-001, EvReadyBy, due 2023-08-14 01:00"), finding.oneLine());
        assertTrue(finding.message().contains("0.800 kWh missing"), finding.oneLine());
    }

    @Test
    void aNeedThatIsNeverDueIsToldOf() {
        Trip always = new Trip(EnumSet.allOf(DayOfWeek.class), LocalTime.of(8, 0), LocalTime.of(18, 0), 1);
        Ev daily = new Ev("", 60, 8, 0.9, 0.1, 0.5, 0, 0, List.of(always));
        assertEquals(1, warnings(Examples.EV, hard(35, Set.of(DayOfWeek.SATURDAY), null)));
        assertEquals(0, warnings(daily, hard(35, Set.of(DayOfWeek.SATURDAY), null)));
        assertEquals(1, warnings(Examples.EV, hard(35, Set.of(DayOfWeek.MONDAY), "12:00")));
        assertEquals(0, warnings(Examples.EV, hard(35, Set.of(), "12:00")), "at weekends it is at home");
        assertEquals(1, warnings(daily, hard(35, Set.of(), "12:00")));
    }

    private static long warnings(Ev car, EvReadyBy ready) {
        return Examples.resolve(Examples.homeWith(Examples.BESS, car, ready)).findings().stream()
                .filter(f -> f.severity() == Finding.Severity.WARNING && f.message().startsWith("has no effect"))
                .count();
    }

    /**
     * Any calendar, clock changes among it: without days and time the need is due at the departures and nowhere else; with
     * days at those of them that leave on these days; by a time once on each of its days on which the car is not away.
     */
    @Test
    void everyCalendarIsKept() {
        int met = 0;
        int missed = 0;
        for (int seed = 0; seed < RandomHomes.cases(300); seed++) {
            java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
            LocalDate first = List.of(Examples.FIRST, LocalDate.of(2023, 3, 10), LocalDate.of(2023, 11, 3)).get(seed % 3);
            Horizon horizon = new Horizon(first.plusDays(random.nextInt(4)), 1 + random.nextInt(7), Horizon.LOS_ANGELES);
            LocalTime leaves = LocalTime.of(random.nextInt(24), random.nextInt(60));
            Trip trip = new Trip(days(random), leaves, leaves.plusMinutes(1 + random.nextInt(1400)), 5, random.nextBoolean());
            TripSchedule trips = TripSchedule.of(List.of(trip), horizon);
            Set<DayOfWeek> on = days(random);
            List<Integer> departures = trips.departures().stream().map(TripSchedule.Journey::depart).toList();
            assertEquals(departures, CarDues.of(new EvReadyBy(Strength.HARD, 1, 0, ""), trips, horizon));
            assertEquals(
                    departures.stream().filter(t -> on.contains(horizon.localStart(t).getDayOfWeek())).toList(),
                    CarDues.of(hard(1, on, null), trips, horizon), "seed " + seed);
            LocalTime by = LocalTime.of(random.nextInt(24), random.nextInt(60));
            List<Integer> due = CarDues.of(hard(1, on, by.toString()), trips, horizon);
            List<Integer> expected = new ArrayList<>();
            for (int t = 1; t < horizon.intervals(); t++) {
                ZonedDateTime start = horizon.localStart(t);
                boolean now = start.toLocalDate().atTime(by).atZone(horizon.zone()).toInstant()
                        .equals(start.plusSeconds(60L * (by.getMinute() % 15)).toInstant());
                int at = t;
                boolean away = trips.journeys().stream().anyMatch(j -> j.depart() < at && at <= j.arrive());
                if (on.contains(start.getDayOfWeek()) && now) {
                    met += away ? 0 : 1;
                    missed += away ? 1 : 0;
                    if (!away) {
                        expected.add(t);
                    }
                }
            }
            assertEquals(expected, due, "seed " + seed + " " + trip + " by " + by + " on " + on + " in " + horizon);
        }
        assertTrue(met > 100 && missed > 100, met + " due, " + missed + " while away");
    }

    private static Set<DayOfWeek> days(java.util.SplittableRandom random) {
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        for (DayOfWeek day : WEEKDAYS) {
            if (random.nextBoolean()) {
                days.add(day);
            }
        }
        return days;
    }
}
