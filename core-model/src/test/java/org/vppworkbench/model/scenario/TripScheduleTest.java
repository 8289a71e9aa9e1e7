package org.vppworkbench.model.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.fleet.Trip;
import org.vppworkbench.model.time.Horizon;

class TripScheduleTest {
    private static Trip daily(String departure, String arrival) {
        return new Trip(
                EnumSet.allOf(DayOfWeek.class), LocalTime.parse(departure), LocalTime.parse(arrival), 10);
    }

    private static TripSchedule on(LocalDate day, int days, Trip... trips) {
        return TripSchedule.of(List.of(trips), new Horizon(day, days, Horizon.LOS_ANGELES));
    }

    @Test
    void departureRoundsDownAndArrivalUp() {
        TripSchedule schedule = on(Examples.FIRST, 1, daily("08:10", "17:50"));
        assertEquals(true, schedule.plugged().get(31));
        assertEquals(false, schedule.plugged().get(32));
        assertEquals(false, schedule.plugged().get(71));
        assertEquals(true, schedule.plugged().get(72));
        assertEquals(10, schedule.drivenKwh().at(32));
        assertEquals(10, schedule.drivenKwh().sum());
    }

    @Test
    void aTripUnderWayAtTheStartIsNotDrivenAgain() {
        TripSchedule schedule = on(Examples.FIRST, 1, daily("22:00", "02:00"));
        assertEquals(false, schedule.plugged().get(0));
        assertEquals(false, schedule.plugged().get(7));
        assertEquals(true, schedule.plugged().get(8));
        assertEquals(0, schedule.drivenKwh().at(0));
        // tonight's trip arrives after the end and is driven
        assertEquals(10, schedule.drivenKwh().at(88));
        assertEquals(false, schedule.plugged().get(95));
        assertEquals(1, schedule.departures().size());
    }

    @Test
    void aWeekendTripTouchesNoWeekday() {
        Trip saturday = new Trip(
                EnumSet.of(DayOfWeek.SATURDAY), LocalTime.of(10, 0), LocalTime.of(12, 0), 5);
        assertEquals(0, on(Examples.FIRST, 5, saturday).departures().size());
        assertEquals(1, on(Examples.FIRST, 7, saturday).departures().size());
    }

    @Test
    void aCarThatIsNotPluggedInStandsUnconnectedUntilItIsBackFromItsNextTrip() {
        Trip monday = new Trip(
                EnumSet.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), LocalTime.of(17, 0), 5, false);
        Trip wednesday = new Trip(EnumSet.of(DayOfWeek.WEDNESDAY), LocalTime.of(9, 0), LocalTime.of(10, 0), 5);
        LocalDate start = LocalDate.of(2023, 8, 14);
        TripSchedule week = on(start, 7, monday, wednesday);
        int back = 2 * 96 + 40;
        for (int t = 0; t < 7 * 96; t++) {
            assertEquals(t < 32 || t >= back, week.plugged().get(t), "interval " + t);
        }
        assertEquals(10, week.drivenKwh().sum());
        // the trip of the week before still keeps the car unconnected
        TripSchedule tuesday = on(start.plusDays(1), 1, monday);
        assertEquals(false, tuesday.plugged().contains(true));
        assertEquals(0, tuesday.drivenKwh().sum());
        // the same week after week, with one trip only: it never charges again
        assertEquals(false, on(start.minusDays(1), 9, monday).plugged().subList(0, 96).contains(true));
        assertEquals(true, on(start.plusDays(3), 1, monday, wednesday).plugged().get(0));
    }

    @Test
    void clockChanges() {
        LocalDate spring = LocalDate.of(2023, 3, 12);
        TripSchedule skipped = on(spring, 1, daily("02:30", "06:00"));
        assertEquals(92, skipped.plugged().size());
        // 02:30 does not exist and becomes 03:30, ten intervals after midnight; 06:00 is five hours after it
        assertEquals(10, skipped.departures().get(0).depart());
        assertEquals(20, skipped.departures().get(0).arrive());
        TripSchedule gone = on(spring, 1, daily("02:00", "03:00"));
        assertEquals(8, gone.departures().get(0).depart());
        assertEquals(9, gone.departures().get(0).arrive());
        TripSchedule autumn = on(LocalDate.of(2023, 11, 5), 1, daily("08:00", "18:00"));
        assertEquals(100, autumn.plugged().size());
        assertEquals(36, autumn.departures().get(0).depart());
        assertEquals(76, autumn.departures().get(0).arrive());
    }

    @Test
    void overlapsAreFound() {
        assertNull(on(Examples.FIRST, 2, daily("08:00", "12:00"), daily("12:00", "14:00")).firstOverlap());
        assertNotNull(on(Examples.FIRST, 2, daily("08:00", "12:00"), daily("11:45", "14:00")).firstOverlap());
        assertNotNull(on(Examples.FIRST, 2, daily("22:00", "09:00"), daily("08:00", "12:00")).firstOverlap());
    }

    @Test
    void windowsCoverEveryQuarterHourTheyTouch() {
        Horizon day = new Horizon(Examples.FIRST, 1, Horizon.LOS_ANGELES);
        assertEquals(List.of(72, 73), window("18:05", "18:20", day));
        assertEquals(96, window("07:00", "07:00", day).size());
        assertEquals(List.of(0, 95), window("23:50", "00:10", day));
        assertEquals(List.of(92, 93, 94, 95), window("23:00", "00:00", day));
        // 01:00-02:00 happens twice when the clock goes back
        assertEquals(8, window("01:00", "02:00", new Horizon(LocalDate.of(2023, 11, 5), 1, Horizon.LOS_ANGELES))
                .size());
    }

    private static List<Integer> window(String from, String to, Horizon horizon) {
        return new DailyWindow(LocalTime.parse(from), LocalTime.parse(to)).intervals(horizon);
    }
}
