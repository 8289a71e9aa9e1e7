package org.vppworkbench.sample.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.SampleLibrary;
import org.vppworkbench.sample.quality.MarketStatistics;

/** The invented market passes the plausibility tests of the domain reference and has the statistics of the real one. */
class SyntheticMarketTest {
    private static final int SEEDS = 60 * Integer.getInteger("vpp.random.scale", 1);
    private static final LocalDate AUGUST = LocalDate.of(2023, 8, 1);

    private static SyntheticMarket.Series month(long seed) {
        return SyntheticMarket.generate(new SyntheticSpec(seed, AUGUST, 31));
    }

    @Test
    void everySeedIsPlausible() {
        Horizon horizon = new Horizon(AUGUST, 31, Horizon.LOS_ANGELES);
        for (long seed = 0; seed < SEEDS; seed++) {
            SyntheticMarket.Series market = month(seed);
            checkLengths(market, horizon.intervals());
            checkPrices(market, seed);
            checkDays(market, horizon, seed);
        }
    }

    private static void checkLengths(SyntheticMarket.Series market, int intervals) {
        assertEquals(intervals, market.prices().energy().length());
        assertEquals(intervals, market.prices().spin().length());
        assertEquals(intervals, market.prices().nonSpin().length());
        assertEquals(intervals, market.prices().realTime().length());
        assertEquals(intervals, market.loadForecastMw().length());
        assertEquals(intervals, market.solarForecastMw().length());
    }

    private static void checkPrices(SyntheticMarket.Series market, long seed) {
        TimeSeries energy = market.prices().energy();
        TimeSeries spin = market.prices().spin();
        for (TimeSeries lmp : new TimeSeries[] {energy, market.prices().realTime()}) {
            assertTrue(lmp.min() >= -150 && lmp.max() <= 2000, "seed " + seed);
        }
        double[] ratio = new double[energy.length()];
        for (int t = 0; t < ratio.length; t++) {
            assertTrue(market.prices().nonSpin().at(t) >= 0, "seed " + seed);
            assertTrue(spin.at(t) >= market.prices().nonSpin().at(t), "seed " + seed);
            assertTrue(energy.at(t) > spin.at(t), "seed " + seed + ": holding back cannot pay more than selling");
            assertEquals(energy.at(t), energy.at(t - t % 4), "day-ahead prices are hourly");
            ratio[t] = spin.at(t) / energy.at(t);
        }
        double mean = Arrays.stream(ratio).average().orElseThrow();
        double sd = Math.sqrt(Arrays.stream(ratio).map(r -> (r - mean) * (r - mean)).average().orElseThrow());
        assertTrue(sd > 0.2 * mean, "seed " + seed + ": spin is a share of the energy price");
    }

    private static void checkDays(SyntheticMarket.Series market, Horizon horizon, long seed) {
        Set<TimeSeries> energyDays = new HashSet<>();
        Set<TimeSeries> realTimeDays = new HashSet<>();
        TimeSeries energy = market.prices().energy();
        for (int day = 0; day < horizon.days(); day++) {
            int start = horizon.dayStart(day);
            assertTrue(
                    energy.mean(start + 4 * 17, start + 4 * 21) > energy.mean(start + 4 * 9, start + 4 * 15),
                    "seed " + seed + ", day " + day + ": evening is not above midday");
            energyDays.add(energy.slice(start, start + 96));
            realTimeDays.add(market.prices().realTime().slice(start, start + 96));
        }
        assertEquals(horizon.days(), energyDays.size());
        assertEquals(horizon.days(), realTimeDays.size());
    }

    /** Medians over the seeds lie within what the real weeks span, every month not far outside. */
    @Test
    void statisticsAreThoseOfTheRealWeeks() {
        MarketStatistics[] all = LongStream.range(0, SEEDS)
                .mapToObj(seed -> MarketStatistics.of(month(seed).prices()))
                .toArray(MarketStatistics[]::new);
        // real weeks: 0.096, 0.137, 0.170
        within("intra-hour sd", all, MarketStatistics::intraHourSd, 0.096, 0.170, 0.08, 0.30);
        // 0.13, 0.16, 0.25
        within("range in an hour", all, MarketStatistics::hourRange, 0.13, 0.25, 0.10, 0.30);
        // 0.90, 0.91, 0.92
        within("lag-1 autocorrelation", all, MarketStatistics::lagOne, 0.89, 0.94, 0.82, 0.97);
        // 0.32, 0.69, 0.77, 0.86
        within("RT-DA correlation", all, MarketStatistics::correlation, 0.32, 0.86, 0.15, 0.95);
        // -42.2, -6.9, -1.6, 1.5
        within("mean RT-DA", all, MarketStatistics::meanDifference, -20, 1.5, -60, 10);
        // 7.5, 11.7, 36.2, 165
        within("sd RT-DA", all, MarketStatistics::sdDifference, 7.5, 165, 7.5, 250);
    }

    private static void within(
            String name,
            MarketStatistics[] all,
            ToDoubleFunction<MarketStatistics> value,
            double low,
            double high,
            double lowest,
            double highest) {
        double[] sorted = Arrays.stream(all).mapToDouble(value).sorted().toArray();
        double median = sorted[sorted.length / 2];
        String found = name + ": " + sorted[0] + " to " + sorted[sorted.length - 1] + ", median " + median;
        assertTrue(median >= low && median <= high, found);
        assertTrue(sorted[0] >= lowest && sorted[sorted.length - 1] <= highest, found);
    }

    /** Spin rises with scarcity: cents at night, most of the price on a scarce evening, with noise of its own. */
    @Test
    void spinIsAnOpportunityCost() {
        int scarce = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            SyntheticMarket.Series market = month(seed);
            double last = 0;
            for (int t = 0; t < market.prices().energy().length(); t += 4) {
                double energy = market.prices().at(Product.ENERGY, t);
                double spin = market.prices().at(Product.SPIN, t);
                if (energy < 30) {
                    assertTrue(spin < 15, "seed " + seed + ": spin " + spin + " at energy " + energy);
                }
                if (energy > 600) {
                    scarce++;
                    assertTrue(spin / energy > 0.3 && spin / energy < 0.95, spin + " of " + energy);
                    assertNotEquals(last, spin / energy);
                    last = spin / energy;
                }
            }
        }
        assertTrue(scarce > SEEDS / 2, scarce + " scarce hours");
    }

    @Test
    void someMonthsAreScarceAndSomePricesAreNegative() {
        int scarceMonths = 0;
        int negativeMonths = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            SyntheticMarket.Series market = month(seed);
            scarceMonths += market.prices().energy().max() > 300 ? 1 : 0;
            negativeMonths += market.prices().realTime().min() < 0 ? 1 : 0;
        }
        assertTrue(scarceMonths > SEEDS / 2 && scarceMonths < SEEDS, scarceMonths + " of " + SEEDS);
        assertTrue(negativeMonths > SEEDS / 4, negativeMonths + " of " + SEEDS);
    }

    @Test
    void equalSpecsGiveEqualSeriesAndOtherSeedsOthers() {
        assertEquals(month(5), month(5));
        assertNotEquals(month(5).prices(), month(6).prices());
        assertNotEquals(month(5).loadForecastMw(), month(6).loadForecastMw());
    }

    @Test
    void clockChangesHaveTheirHours() {
        for (String day : new String[] {"2023-03-12", "2023-11-05"}) {
            SyntheticSpec spec = new SyntheticSpec(3, LocalDate.parse(day).minusDays(1), 3);
            checkLengths(SyntheticMarket.generate(spec), spec.horizon().intervals());
        }
    }

    @Test
    void everythingInventedSaysSo() {
        Reading<DataSet> reading = SampleLibrary.load(SampleLibrary.SYNTHETIC_MONTH);
        DataSet data = reading.orThrow();
        assertTrue(reading.findings().isEmpty());
        assertTrue(data.title().startsWith("SYNTHETIC"), data.title());
        assertEquals("synthetic:1:2023-08-01:31", data.id());
        assertEquals(31 * 96, data.horizon().intervals());
        for (Provenance entry : data.provenance()) {
            boolean invented = entry.series().endsWith("[$/MWh]")
                    || entry.series().endsWith("[$/MW-h]")
                    || entry.series().endsWith("[MW]")
                    || entry.series().startsWith("PV yield");
            if (invented) {
                assertEquals(SeriesKind.SYNTHETIC, entry.kind(), entry.series());
            }
            assertFalse(entry.kind() == SeriesKind.REAL && !entry.series().contains("2025"), entry.series());
        }
        assertEquals(month(1).solarForecastMw(), data.drivers().get(DataSet.SOLAR_FORECAST_MW));
    }
}
