package org.vppworkbench.model.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HorizonTest {
    @Test
    void theSampleWeekHas672IntervalsFromLocalMidnight() {
        Horizon week = new Horizon(LocalDate.of(2023, 8, 15), 7, Horizon.LOS_ANGELES);
        assertEquals(672, week.intervals());
        assertEquals(168, week.hours());
        assertEquals(Instant.parse("2023-08-15T07:00:00Z"), week.start());
        assertEquals(Instant.parse("2023-08-22T07:00:00Z"), week.end());
        assertEquals(6, week.dayOf(671));
        assertEquals(1, week.dayOf(96));
    }

    @Test
    void clockChangesMakeShortAndLongDays() {
        Horizon spring = new Horizon(LocalDate.of(2023, 3, 12), 2, Horizon.LOS_ANGELES);
        assertEquals(92, spring.dayStart(1));
        assertEquals(188, spring.intervals());
        assertEquals(0, spring.dayOf(91));
        assertEquals(1, spring.dayOf(92));
        Horizon autumn = new Horizon(LocalDate.of(2023, 11, 5), 2, Horizon.LOS_ANGELES);
        assertEquals(100, autumn.dayStart(1));
        assertEquals(0, autumn.dayOf(99));
        assertEquals(1, autumn.dayOf(100));
    }

    @Test
    void anInstantThatIsNoLocalMidnightIsRefused() {
        Instant start = Instant.parse("2023-08-15T08:00:00Z");
        assertThrows(IllegalArgumentException.class, () -> Horizon.of(start, 96, Horizon.LOS_ANGELES));
        Instant midnight = Instant.parse("2023-08-15T07:00:00Z");
        assertThrows(IllegalArgumentException.class, () -> Horizon.of(midnight, 95, Horizon.LOS_ANGELES));
        assertEquals(2, Horizon.of(midnight, 192, Horizon.LOS_ANGELES).days());
    }

    @Test
    void aSeriesRefusesGaps() {
        assertThrows(IllegalArgumentException.class, () -> TimeSeries.of(1, Double.NaN));
    }

    @Test
    void horizonsWithoutDaysAndHalfDaysAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Horizon(LocalDate.of(2023, 8, 15), 0, Horizon.LOS_ANGELES));
        Instant midnight = Instant.parse("2023-08-15T07:00:00Z");
        for (int intervals : new int[] {0, 95, 97, 191}) {
            assertThrows(IllegalArgumentException.class, () -> Horizon.of(midnight, intervals, Horizon.LOS_ANGELES), "" + intervals);
        }
        assertEquals(2, Horizon.of(midnight, 192, Horizon.LOS_ANGELES).days());
    }

    @Test
    void seriesAreEqualByTheirValues() {
        assertEquals(TimeSeries.of(1, 2), TimeSeries.generate(2, i -> i + 1));
        assertNotEquals(TimeSeries.of(1, 2), TimeSeries.of(2, 1));
        assertNotEquals("1, 2", TimeSeries.of(1, 2));
        assertEquals(TimeSeries.of(1, 2).hashCode(), TimeSeries.of(1, 2).hashCode());
    }
}
