package org.vppworkbench.model.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.HomeOutlook;
import org.vppworkbench.model.inputs.PriceKnowledge;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

class ExpectedDaysTest {
    private static final int QUARTERS = 192;

    private static Horizon days(LocalDate first, int days) {
        return new Horizon(first, days, Horizon.LOS_ANGELES);
    }

    private static ProsumerInputs home(TimeSeries price, TimeSeries credit, TimeSeries pv, TimeSeries load) {
        return new ProsumerInputs(
                "h", price, credit, 0.1, 100, 100, pv, load, null, null, HardPreferences.NONE, List.of());
    }

    private static TimeSeries series(Horizon horizon, IntToDoubleFunction value) {
        return TimeSeries.generate(horizon.intervals(), value);
    }

    /** Everything goes by the local clock; the day of the change is the first, the second or the third of the run. */
    @ParameterizedTest
    @ValueSource(strings = {"2023-03-10", "2023-03-11", "2023-03-12", "2023-11-03", "2023-11-04", "2023-11-05"})
    void expectationsGoByTheClock(LocalDate first) {
        Horizon horizon = days(first, 6);
        DayGrid grid = new DayGrid(horizon);
        TimeSeries byClock = series(horizon, t -> {
            var time = horizon.localStart(t);
            return 1 + time.getHour() + time.getMinute() / 60.0;
        });
        TimeSeries zero = series(horizon, t -> 0);
        HomeOutlook outlook = new HomeOutlook(home(byClock, zero, zero, byClock), PriceKnowledge.DAILY, 0);
        int to = horizon.dayStart(2);
        ExpectedDays expected = new ExpectedDays(outlook, grid, to);
        PlanWindow window = new PlanWindow(outlook, null, grid, 0, to, 4);
        double[] sameDaily = window.ofRun(byClock.toArray());
        int k = to;
        for (int t = to; t < horizon.intervals(); t += 4, k++) {
            boolean two = horizon.localStart(t).getHour() == 2;
            double load = two ? (filled(horizon, 0) + filled(horizon, 1)) / 2 : byClock.mean(t, t + 4);
            double known = two ? filled(horizon, 1) : byClock.mean(t, t + 4);
            assertEquals(load, expected.step(t, t + 4).loadKw(), 1e-12, "load at " + horizon.localStart(t));
            assertEquals(load, window.loadKw[k], 1e-12, "load of the window at " + horizon.localStart(t));
            assertEquals(known, expected.step(t, t + 4).buy(), 1e-12, "price at " + horizon.localStart(t));
            assertEquals(known, sameDaily[k], 1e-12, "schedule at " + horizon.localStart(t));
        }
        assertEquals(window.steps, k);
    }

    /** What stands for 2 o'clock of a day: a day without that hour takes the quarter hour before it. */
    private static double filled(Horizon horizon, int day) {
        return horizon.dayStart(day + 1) - horizon.dayStart(day) == 92 ? 2.75 : 3.375;
    }

    /** By hand: 2 kW of sun at noon of the first day, 2 kW or none on the second; load 0.5 kW; 0.30 $ and 0.06 $. */
    @Test
    void theChanceOfADullHourCountsTheDaysThatWereDull() {
        Horizon horizon = days(LocalDate.of(2023, 8, 15), 4);
        DayGrid grid = new DayGrid(horizon);
        TimeSeries load = series(horizon, t -> 0.5);
        TimeSeries bright = series(horizon, t -> t % 96 == 48 ? 2 : 0);
        TimeSeries mixed = series(horizon, t -> t == 48 ? 2 : 0);
        TimeSeries buy = series(horizon, t -> 0.30);
        TimeSeries sell = series(horizon, t -> 0.06);
        HomeOutlook twice = HomeOutlook.perfect(home(buy, sell, bright, load));
        HomeOutlook once = HomeOutlook.perfect(home(buy, sell, mixed, load));
        int noon = QUARTERS + 48;
        // none of two: (0 + 1)/(2 + 2); one of two: (1 + 1)/(2 + 2)
        assertEquals(0.06 + 0.24 / 4, new ExpectedDays(twice, grid, QUARTERS).step(noon, noon + 1).sell(), 1e-12);
        assertEquals(0.06 + 0.24 / 2, new ExpectedDays(once, grid, QUARTERS).step(noon, noon + 1).sell(), 1e-12);
        // none of three
        assertEquals(0.06 + 0.24 / 5, new ExpectedDays(twice, grid, 288).step(288 + 48, 288 + 49).sell(), 1e-12);
        // no surplus is expected at night: the credit as published
        assertEquals(0.06, new ExpectedDays(once, grid, QUARTERS).step(QUARTERS, QUARTERS + 4).sell(), 1e-12);
    }

    /** By hand: lowest prices 0.10 and 0.30. The lower of two days is 0.10 with 3/4, so 0.15; the mean of one is 0.20. */
    @Test
    void whoCanWaitExpectsTheLowestOfSeveralDays() {
        Horizon horizon = days(LocalDate.of(2023, 8, 15), 5);
        DayGrid grid = new DayGrid(horizon);
        TimeSeries price = series(horizon, t -> t % 96 == 12 ? (t < 96 ? 0.10 : 0.30) : 0.5);
        TimeSeries zero = series(horizon, t -> 0);
        ProsumerInputs home = home(price, price, zero, zero);
        ExpectedDays market = new ExpectedDays(new HomeOutlook(home, PriceKnowledge.DAILY, 0), grid, QUARTERS);
        int first = QUARTERS + 12;
        assertEquals(0.30, market.step(first, first + 1).buy(), 1e-12);
        assertEquals(0.30 - 0.05, market.step(first + 96, first + 97).buy(), 1e-12);
        // of three days: 0.10 with 7/8
        assertEquals(0.30 - (0.20 - 0.125), market.step(first + 192, first + 193).sell(), 1e-12);
    }

    /** The same prices, once filed and once of the market: what is known of the days to come is said, not guessed. */
    @Test
    void whatIsPublishedIsATypedFact() {
        Horizon horizon = days(LocalDate.of(2023, 8, 15), 4);
        DayGrid grid = new DayGrid(horizon);
        TimeSeries price = series(horizon, t -> t < QUARTERS ? 0.2 : 0.7);
        TimeSeries zero = series(horizon, t -> 0);
        ProsumerInputs home = home(price, price, zero, zero);
        ExpectedDays filed = new ExpectedDays(HomeOutlook.perfect(home), grid, QUARTERS);
        ExpectedDays market = new ExpectedDays(new HomeOutlook(home, PriceKnowledge.DAILY, 0), grid, QUARTERS);
        assertEquals(0.7, filed.step(QUARTERS, QUARTERS + 4).buy(), 1e-12);
        assertEquals(0.2, market.step(QUARTERS, QUARTERS + 4).buy(), 1e-12);
    }
}
