package org.vppworkbench.sample.synthetic;

import java.util.List;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.simulation.RandomStreams;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * An invented market: hourly day-ahead energy, spin and non-spin, 15-minute real time, hourly load and solar forecasts.
 *
 * <p>With x the heat index of the day (first-order autoregression), G the level of the period, s(h) the daily shape and k(h)
 * the shape of a scarce evening, all of {@link Calibration}:
 * <pre>
 * πE = exp(log G + 0.1 x + a s(h) + u_h + B k(h))          B = 0 on common days, u autoregressive
 * πRT = exp(log πE without B, between hours by straight line, + β B k(h) + m + n_q + spike) − oversupply
 * πS = r_h + max(0, πE − K_h)                               K_h = 1.75 G (πE/100)^0.4 exp(noise)
 * πN = πS, in 13 % of the hours below 50 $/MW-h a random share of it
 * </pre>
 * Spin is thus the profit that a unit of cost K gives up by holding back, with noise of its own; it is never a share of
 * the energy price. Everything is drawn from named streams of one seed, so equal specs give equal bytes.
 */
public final class SyntheticMarket {
    /**
     * The series, one value per interval.
     *
     * @param prices energy, spin and non-spin hourly, real time every 15 minutes
     * @param loadForecastMw hourly [MW]
     * @param solarForecastMw hourly [MW]
     */
    public record Series(MarketSeries prices, TimeSeries loadForecastMw, TimeSeries solarForecastMw) {}

    private SyntheticMarket() {}

    /** The market of a spec. */
    public static Series generate(SyntheticSpec spec) {
        Horizon horizon = spec.horizon();
        RandomStreams streams = new RandomStreams(spec.seed());
        double level = Calibration.LEVEL_USD
                * StrictMath.exp(Calibration.LEVEL_SD * streams.named("synthetic level").nextGaussian());
        List<SyntheticDay> days = SyntheticDay.draw(streams, level, spec.days());
        HourGrid grid = HourGrid.of(horizon, days, streams);
        double[] energy = grid.energyPrices();
        ReservePrices reserves = ReservePrices.draw(energy, level, streams);
        PublishedForecasts forecasts = PublishedForecasts.draw(grid, streams);
        return new Series(
                new MarketSeries(
                        stepped(TimeSeries.of(energy)),
                        stepped(reserves.spin()),
                        stepped(reserves.nonSpin()),
                        RealTimePrices.draw(grid, streams)),
                stepped(forecasts.loadMw()),
                stepped(forecasts.solarMw()));
    }

    /** Keeps a price within the bid floor and the hard cap. */
    static double bounded(double price) {
        return Math.clamp(price, Calibration.FLOOR_USD, Calibration.CAP_USD);
    }

    private static TimeSeries stepped(TimeSeries hourly) {
        return TimeSeries.generate(
                hourly.length() * Horizon.INTERVALS_PER_HOUR, t -> cents(hourly.at(Horizon.hourOf(t))));
    }

    /** Markets publish hundredths. */
    static double cents(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
