package org.vppworkbench.model.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.scenario.Timeline;
import org.vppworkbench.model.time.Horizon;

class TradingCalendarTest {
    private static List<TradingCalendar.Gate> gates(Timeline timeline, int year, int month, int day, int days) {
        Horizon horizon = new Horizon(LocalDate.of(year, month, day), days, Horizon.LOS_ANGELES);
        List<TradingCalendar.Gate> gates = TradingCalendar.of(timeline, horizon).gates();
        List<Integer> hours = gates.stream().flatMap(gate -> gate.hours().stream()).toList();
        assertEquals(IntStream.range(0, horizon.hours()).boxed().toList(), hours, "every hour once, in time order");
        return gates;
    }

    @Test
    void hourlyTradesSeventyFiveMinutesAhead() {
        List<TradingCalendar.Gate> gates = gates(Timeline.HOURLY, 2023, 8, 15, 1);
        assertEquals(24, gates.size());
        assertEquals(0, gates.get(1).interval());
        assertEquals(4 * 18 - 5, gates.get(18).interval());
    }

    @Test
    void dayAheadTradesAtTenOfTheDayBefore() {
        List<TradingCalendar.Gate> gates = gates(Timeline.DAY_AHEAD, 2023, 8, 15, 3);
        assertEquals(List.of(0, 40, 96 + 40), gates.stream().map(TradingCalendar.Gate::interval).toList());
        assertEquals(24, gates.get(1).hours().getFirst());
    }

    /** On 12 March 2023 the clock skips 02:00: 10:00 is the 36th quarter hour, and the day has 23 hours. */
    @Test
    void gateFollowsTheClockOnDaysOfClockChange() {
        List<TradingCalendar.Gate> spring = gates(Timeline.DAY_AHEAD, 2023, 3, 12, 2);
        assertEquals(36, spring.get(1).interval());
        assertEquals(23, spring.get(0).hours().size());
        List<TradingCalendar.Gate> autumn = gates(Timeline.DAY_AHEAD, 2023, 11, 5, 2);
        assertEquals(44, autumn.get(1).interval());
        assertEquals(25, autumn.get(0).hours().size());
    }
}
