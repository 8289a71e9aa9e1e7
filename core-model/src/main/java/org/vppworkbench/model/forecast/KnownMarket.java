package org.vppworkbench.model.forecast;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Prices and published system forecasts over the days of a data set, from which forecasts for some of these days are made.
 * All series have one value per interval of {@code days}.
 *
 * @param days the days covered; days before a run are its history
 * @param prices realised prices
 * @param drivers published forecasts of the system, by name
 */
public record KnownMarket(Horizon days, MarketSeries prices, Map<String, TimeSeries> drivers) {
    public KnownMarket {
        drivers = Collections.unmodifiableSortedMap(new TreeMap<>(drivers));
    }

    /** The first interval of a run, counted from the first day covered. */
    int offset(Horizon run) {
        return Math.toIntExact(Duration.between(days.start(), run.start()).dividedBy(Duration.ofMinutes(15)));
    }

    /**
     * Forecasts every local day of a run with a method that sees only what was known before that day.
     *
     * @param run days within {@code days}, the first at least {@code method.daysNeeded()} days after their first
     */
    public MarketSeries forecast(PriceForecaster method, Horizon run) {
        return new MarketSeries(
                series(method, Product.ENERGY, run),
                series(method, Product.SPIN, run),
                series(method, Product.NONSPIN, run),
                null);
    }

    /** The realised prices of a run with the errors of {@link PriceNoise}. */
    public MarketSeries noisy(PriceNoise noise, Horizon run) {
        return new MarketSeries(
                noisy(noise, Product.ENERGY, run),
                noisy(noise, Product.SPIN, run),
                noisy(noise, Product.NONSPIN, run),
                null);
    }

    private @Nullable TimeSeries series(PriceForecaster method, Product product, Horizon run) {
        TimeSeries known = prices.of(product);
        if (known == null) {
            return null;
        }
        double[] forecast = new double[run.intervals()];
        for (int day = 0; day < run.days(); day++) {
            PriceHistory history = PriceHistory.before(run.date(day), days, known, method.daysUsed());
            if (history.days() < method.daysNeeded()) {
                throw new IllegalArgumentException(
                        "no history for " + run.date(day) + ": " + history.days() + " days, " + method.daysNeeded() + " needed");
            }
            DriverHistory published = DriverHistory.upTo(run.date(day), days, drivers, method.daysUsed());
            double[] byClock = method.day(history, published, product.isReserve());
            for (int t = run.dayStart(day); t < run.dayStart(day + 1); t++) {
                forecast[t] = byClock[run.localStart(t).getHour()];
            }
        }
        return TimeSeries.of(forecast);
    }

    private @Nullable TimeSeries noisy(PriceNoise noise, Product product, Horizon run) {
        TimeSeries known = prices.of(product);
        if (known == null) {
            return null;
        }
        int first = offset(run);
        double[] forecast = new double[run.intervals()];
        for (int hour = 0; hour < run.hours(); hour++) {
            int from = Horizon.firstInterval(hour);
            double factor = noise.factor(product, run.intervalStart(from));
            for (int t = from; t < from + Horizon.INTERVALS_PER_HOUR; t++) {
                forecast[t] = known.at(first + t) * factor;
            }
        }
        return TimeSeries.of(forecast);
    }
}
