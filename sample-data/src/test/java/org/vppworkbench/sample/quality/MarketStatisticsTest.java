package org.vppworkbench.sample.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.SampleLibrary;

class MarketStatisticsTest {
    /** The table of the real weeks; of 2024 one value is filled here and missing there. */
    @ParameterizedTest
    @CsvSource({
        "sp15-2021-08, 0.096, 0.13, 0.91, -6.93, 7.5",
        "sp15-2023-07, 0.137, 0.25, 0.92, -1.57, 36.2",
        "sp15-2024-08, 0.170, 0.16, 0.90, 1.48, 11.7",
    })
    void realWeeksHaveTheStatisticsOfTheirSource(
            String id, double sd, double range, double lagOne, double mean, double sdDifference) {
        MarketStatistics found =
                MarketStatistics.of(SampleLibrary.load(id).orThrow().prices());
        assertEquals(sd, found.intraHourSd(), 0.004);
        assertEquals(range, found.hourRange(), 0.006);
        assertEquals(lagOne, found.lagOne(), 0.006);
        assertEquals(mean, found.meanDifference(), 0.02);
        assertEquals(sdDifference, found.sdDifference(), 0.06);
    }

    @Test
    void hourlyRealTimeVariesOnlyBetweenHours() {
        MarketStatistics week = MarketStatistics.of(SampleLibrary.load("la-2023-08").orThrow().prices());
        assertEquals(0, week.intraHourSd(), 1e-12);
        assertEquals(-42.2, week.meanDifference(), 0.05);
        assertEquals(165, week.sdDifference(), 0.5);
        assertEquals(0.32, week.correlation(), 0.005);
    }

    /** Two hours: real time 10, 30, 20, 20 and 40, 40, 40, 40; day-ahead 10 and 20. */
    @Test
    void workedByHand() {
        TimeSeries realTime = TimeSeries.of(10, 30, 20, 20, 40, 40, 40, 40);
        TimeSeries dayAhead = TimeSeries.of(10, 10, 10, 10, 20, 20, 20, 20);
        MarketStatistics found = MarketStatistics.of(new MarketSeries(dayAhead, null, null, realTime));
        // deviations -0.5, 0.5, 0, 0, 0, 0, 0, 0
        assertEquals(0.25, found.intraHourSd(), 1e-12);
        assertEquals(0.5, found.hourRange(), 1e-12);
        assertEquals(15, found.meanDifference(), 1e-12);
        assertEquals(5, found.sdDifference(), 1e-12);
        assertEquals(1, found.correlation(), 1e-12);
        assertNull(MarketStatistics.of(new MarketSeries(dayAhead, null, null, null)));
    }

    @Test
    void whatDoesNotVaryHasNoCorrelation() {
        TimeSeries flat = TimeSeries.constant(96, 3);
        MarketStatistics found = MarketStatistics.of(new MarketSeries(flat, null, null, flat));
        assertTrue(Double.isNaN(found.correlation()));
        assertTrue(Double.isNaN(found.intraHourSd()));
        assertTrue(Double.isNaN(found.hourRange()));
    }
}
