package org.vppworkbench.model.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.RandomHomes;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

class PriceForecastTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 8, 15);
    private static final Horizon WEEK = days(FIRST, 7);

    private static Horizon days(LocalDate first, int days) {
        return new Horizon(first, days, Horizon.LOS_ANGELES);
    }

    private static TimeSeries hourly(Horizon days, IntToDoubleFunction value) {
        return TimeSeries.generate(days.intervals(), t -> value.applyAsDouble(Horizon.hourOf(t)));
    }

    private static KnownMarket energy(Horizon days, IntToDoubleFunction price) {
        return new KnownMarket(days, new MarketSeries(hourly(days, price), null, null, null), Map.of());
    }

    private static KnownMarket random(long seed, Horizon days) {
        SplittableRandom random = new SplittableRandom(seed);
        TimeSeries[] series = new TimeSeries[5];
        for (int i = 0; i < series.length; i++) {
            double[] values = random.doubles(days.hours(), -20, 300).toArray();
            series[i] = hourly(days, hour -> values[hour]);
        }
        return new KnownMarket(
                days,
                new MarketSeries(series[0], series[1].map(Math::abs), series[2].map(Math::abs), null),
                Map.of("loadForecastMw", series[3].map(v -> 25_000 + 20 * v), "solarForecastMw", series[4]));
    }

    @Test
    void persistenceIsTheSameHourOfTheDayBefore() {
        KnownMarket market = energy(WEEK, hour -> hour);
        MarketSeries forecast = market.forecast(new Persistence(), days(FIRST.plusDays(2), 3));
        for (int hour = 0; hour < 72; hour++) {
            assertEquals(48 + hour - 24, forecast.hourMean(Product.ENERGY, hour), 0);
        }
        assertThrows(
                IllegalArgumentException.class, () -> market.forecast(new Persistence(), days(FIRST, 1)));
    }

    @Test
    void persistenceKeepsTheClockHourWhenTheClocksChange() {
        // 12 March 2023 has no 02:00: 24 hours on the 11th, 23 on the 12th; prices are counted hours.
        KnownMarket spring = energy(days(LocalDate.of(2023, 3, 11), 3), hour -> hour);
        MarketSeries short23 = spring.forecast(new Persistence(), days(LocalDate.of(2023, 3, 12), 1));
        assertEquals(1, short23.hourMean(Product.ENERGY, 1));
        assertEquals(3, short23.hourMean(Product.ENERGY, 2), "03:00 follows 01:00 and is forecast from 03:00");
        assertEquals(23, short23.hourMean(Product.ENERGY, 22));
        MarketSeries after = spring.forecast(new Persistence(), days(LocalDate.of(2023, 3, 13), 1));
        assertEquals(24 + 1, after.hourMean(Product.ENERGY, 2), "the day before had no 02:00: its 01:00");
        assertEquals(24 + 2, after.hourMean(Product.ENERGY, 3));

        // 5 November 2023 has 01:00 twice, as its hours 1 and 2.
        KnownMarket autumn = energy(days(LocalDate.of(2023, 11, 4), 3), hour -> hour);
        MarketSeries long25 = autumn.forecast(new Persistence(), days(LocalDate.of(2023, 11, 5), 1));
        assertEquals(1, long25.hourMean(Product.ENERGY, 1));
        assertEquals(1, long25.hourMean(Product.ENERGY, 2));
        assertEquals(2, long25.hourMean(Product.ENERGY, 3));
        assertEquals(23, long25.hourMean(Product.ENERGY, 24));
        MarketSeries next = autumn.forecast(new Persistence(), days(LocalDate.of(2023, 11, 6), 1));
        assertEquals(24 + 1.5, next.hourMean(Product.ENERGY, 1), "the mean of both");
        assertEquals(24 + 3, next.hourMean(Product.ENERGY, 2));
    }

    /** Every price from the day of delivery on is changed; drivers too, from the day after it. */
    @Test
    void aPoisonedFutureChangesNoForecast() {
        for (int seed = 0; seed < RandomHomes.cases(3); seed++) {
            KnownMarket market = random(seed, WEEK);
            for (PriceForecaster method : List.of(new Persistence(), new PriceRegression())) {
                for (int day = method.daysNeeded(); day < 7; day++) {
                    Horizon delivery = days(FIRST.plusDays(day), 1);
                    MarketSeries honest = market.forecast(method, delivery);
                    MarketSeries poisoned = poisoned(market, WEEK.dayStart(day)).forecast(method, delivery);
                    assertEquals(honest, poisoned, method + " on " + delivery.firstDay());
                    if (day > method.daysNeeded()) {
                        MarketSeries past = poisoned(market, WEEK.dayStart(day - 1)).forecast(method, delivery);
                        assertNotEquals(honest, past, "the poison of the day before is seen");
                    }
                }
            }
        }
    }

    private static KnownMarket poisoned(KnownMarket market, int from) {
        MarketSeries prices = market.prices();
        int nextDay = from + 96;
        Map<String, TimeSeries> drivers = Map.of(
                "loadForecastMw", poison(market.drivers().get("loadForecastMw"), nextDay),
                "solarForecastMw", poison(market.drivers().get("solarForecastMw"), nextDay));
        return new KnownMarket(
                market.days(),
                new MarketSeries(poison(prices.energy(), from), poison(prices.spin(), from), poison(prices.nonSpin(), from), null),
                drivers);
    }

    private static TimeSeries poison(TimeSeries series, int from) {
        return TimeSeries.generate(series.length(), t -> t < from ? series.at(t) : 777 + 3 * series.at(t));
    }

    /**
     * Prices that are a linear function of the regressors are forecast exactly on every day that has its pairs, except that
     * no forecast leaves the range of the prices before that day.
     */
    @Test
    void regressionFindsAnExactLinearRelationWithinTheRangeItHasSeen() {
        SplittableRandom random = new SplittableRandom(5);
        double[] load = random.doubles(WEEK.hours(), 20_000, 40_000).toArray();
        double[] solar = random.doubles(WEEK.hours(), 0, 9000).toArray();
        double[] price = new double[WEEK.hours()];
        for (int hour = 0; hour < price.length; hour++) {
            double before = hour < 24 ? 50 : price[hour - 24];
            price[hour] = 5 + 0.4 * before + 0.002 * load[hour] - 0.003 * solar[hour] + 7 * Math.sin(Math.PI * hour / 12);
        }
        KnownMarket market = new KnownMarket(
                WEEK,
                new MarketSeries(hourly(WEEK, hour -> price[hour]), null, null, null),
                Map.of("loadForecastMw", hourly(WEEK, h -> load[h]), "solarForecastMw", hourly(WEEK, h -> solar[h])));
        MarketSeries forecast = market.forecast(new PriceRegression(), days(FIRST.plusDays(3), 4));
        int limited = 0;
        for (int hour = 0; hour < 96; hour++) {
            int before = 24 * ((72 + hour) / 24);
            double lowest = Arrays.stream(price, 0, before).min().orElseThrow();
            double highest = Arrays.stream(price, 0, before).max().orElseThrow();
            assertEquals(
                    Math.clamp(price[72 + hour], lowest, highest), forecast.hourMean(Product.ENERGY, hour), 1e-6);
            limited += price[72 + hour] < lowest || price[72 + hour] > highest ? 1 : 0;
        }
        assertTrue(limited > 0 && limited < 20, limited + " hours outside the range seen");
        assertThrows(
                IllegalArgumentException.class,
                () -> market.forecast(new PriceRegression(), days(FIRST.plusDays(2), 1)));
    }

    @Test
    void regressionKeepsReserveAtOrAboveZeroAndSurvivesConstantData() {
        boolean clipped = false;
        for (int seed = 0; seed < RandomHomes.cases(5); seed++) {
            KnownMarket market = random(seed, WEEK);
            MarketSeries low = new MarketSeries(
                    market.prices().energy().map(p -> p - 150), market.prices().spin().map(p -> Math.max(0, p - 200)),
                    market.prices().nonSpin(), null);
            MarketSeries forecast = new KnownMarket(WEEK, low, market.drivers())
                    .forecast(new PriceRegression(), days(FIRST.plusDays(3), 4));
            assertTrue(Objects.requireNonNull(forecast.spin()).min() >= 0);
            assertTrue(Objects.requireNonNull(forecast.energy()).min() < 0, "energy may be negative");
            clipped |= forecast.spin().min() == 0;
        }
        assertTrue(clipped, "no reserve price was ever clipped: the test tests nothing");
        KnownMarket flat = new KnownMarket(
                WEEK, new MarketSeries(hourly(WEEK, h -> 40), null, null, null),
                Map.of("loadForecastMw", hourly(WEEK, h -> 1), "solarForecastMw", hourly(WEEK, h -> 0)));
        MarketSeries forecast = flat.forecast(new PriceRegression(), days(FIRST.plusDays(3), 1));
        assertEquals(40, forecast.energy().min(), 1e-9);
        assertEquals(40, forecast.energy().max(), 1e-9);
    }

    @Test
    void noiseOfAPartIsThatOfTheWholeAndKeepsTheSign() {
        KnownMarket market = random(1, WEEK);
        PriceNoise noise = new PriceNoise(42, 0.5);
        MarketSeries week = market.noisy(noise, WEEK);
        MarketSeries part = market.noisy(noise, days(FIRST.plusDays(2), 3));
        for (Product product : Product.values()) {
            for (int t = 0; t < 288; t++) {
                assertEquals(week.at(product, 192 + t), part.at(product, t), 0);
                assertEquals(
                        Math.signum(market.prices().at(product, 192 + t)), Math.signum(part.at(product, t)), 0);
            }
        }
        assertNotEquals(week, market.noisy(new PriceNoise(43, 0.5), WEEK));
        assertEquals(market.prices().energy(), market.noisy(new PriceNoise(42, 0), WEEK).energy());
    }

    @Test
    void noiseKeepsTheMeanAndHasItsSigma() {
        double sigma = 0.5;
        int n = 20_000;
        double sum = 0;
        double logs = 0;
        double squares = 0;
        PriceNoise noise = new PriceNoise(7, sigma);
        for (int hour = 0; hour < n; hour++) {
            double factor = noise.factor(Product.ENERGY, WEEK.start().plusSeconds(3600L * hour));
            sum += factor;
            logs += Math.log(factor);
            squares += Math.log(factor) * Math.log(factor);
        }
        // five standard errors of each mean
        assertEquals(1, sum / n, 5 * Math.sqrt((Math.exp(sigma * sigma) - 1) / n));
        assertEquals(-sigma * sigma / 2, logs / n, 5 * sigma / Math.sqrt(n));
        assertEquals(sigma, Math.sqrt(squares / n - (logs / n) * (logs / n)), 5 * sigma / Math.sqrt(2 * n));
    }
}
