package org.vppworkbench.model.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

class SiteNoiseTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 8, 15);

    private static Horizon days(LocalDate first, int days) {
        return new Horizon(first, days, Horizon.LOS_ANGELES);
    }

    private static ProsumerInputs home(String id, int intervals, double importLimit, double pv, double load) {
        TimeSeries price = TimeSeries.constant(intervals, 0.3);
        return new ProsumerInputs(
                id, price, price, 0.3, importLimit, 100, TimeSeries.constant(intervals, pv),
                TimeSeries.constant(intervals, load), null, null, HardPreferences.NONE, java.util.List.of());
    }

    @Test
    void errorsKeepTheMeanHaveSigmaAndAreCorrelatedOverHours() {
        int days = 700;
        double sigma = 0.5;
        Horizon horizon = days(LocalDate.of(2021, 1, 1), days);
        TimeSeries pv = new SiteNoise(3, sigma).pv(home("a", horizon.intervals(), 1000, 1, 1), horizon);
        // Days are independent: the mean of a day's factors has a variance below that of one factor.
        assertEquals(1, pv.mean(0, pv.length()), 5 * Math.sqrt((Math.exp(sigma * sigma) - 1) / days));
        double product = 0;
        double square = 0;
        int pairs = 0;
        double overMidnight = 0;
        for (int day = 1; day < days; day++) {
            int start = horizon.dayStart(day);
            double first = log(pv, start, sigma);
            overMidnight += first * log(pv, start - 4, sigma);
            for (int t = start + 4; t < horizon.dayStart(day + 1); t += 4) {
                product += log(pv, t, sigma) * log(pv, t - 4, sigma);
                square += log(pv, t, sigma) * log(pv, t, sigma);
                pairs++;
            }
        }
        assertEquals(sigma, Math.sqrt(square / pairs), 0.03);
        assertEquals(SiteNoise.RHO, product / square, 0.03);
        assertEquals(0, overMidnight / days / (sigma * sigma), 5 / Math.sqrt(days));
    }

    private static double log(TimeSeries factor, int t, double sigma) {
        return Math.log(factor.at(t)) + sigma * sigma / 2;
    }

    @Test
    void errorsBelongToHomeSeriesAndDateAlone() {
        SiteNoise noise = new SiteNoise(3, 0.5);
        Horizon week = days(FIRST, 7);
        Horizon part = days(FIRST.plusDays(2), 3);
        TimeSeries whole = noise.pv(home("home-001", 672, 1000, 2, 2), week);
        assertEquals(whole.slice(192, 480), noise.pv(home("home-001", 288, 1000, 2, 2), part));
        assertNotEquals(whole, noise.pv(home("home-002", 672, 1000, 2, 2), week));
        assertNotEquals(whole, noise.load(home("home-001", 672, 1000, 2, 2), whole, week));
        assertNotEquals(whole, new SiteNoise(4, 0.5).pv(home("home-001", 672, 1000, 2, 2), week));
    }

    @Test
    void expectedLoadCanBeServed() {
        Horizon week = days(FIRST, 7);
        SiteNoise noise = new SiteNoise(3, 1);
        ProsumerInputs home = home("home-001", 672, 2.5, 1, 3);
        TimeSeries pv = noise.pv(home, week);
        TimeSeries load = noise.load(home, pv, week);
        int cut = 0;
        for (int t = 0; t < 672; t++) {
            assertTrue(load.at(t) <= 2.5 + pv.at(t));
            cut += load.at(t) == 2.5 + pv.at(t) ? 1 : 0;
        }
        assertTrue(cut > 50 && cut < 600, cut + " intervals cut");
    }
}
