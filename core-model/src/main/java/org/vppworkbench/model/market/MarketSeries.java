package org.vppworkbench.model.market;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Prices or forecasts, one value per interval. A {@code null} series means the product is not traded (or, for real time,
 * that the price is not known).
 *
 * @param energy day-ahead LMP [$/MWh]
 * @param spin spinning reserve [$/MW-h]
 * @param nonSpin non-spinning reserve [$/MW-h]
 * @param realTime real-time LMP [$/MWh]; {@code null} in forecasts
 */
public record MarketSeries(
        @Nullable TimeSeries energy,
        @Nullable TimeSeries spin,
        @Nullable TimeSeries nonSpin,
        @Nullable TimeSeries realTime) {

    public @Nullable TimeSeries of(Product product) {
        return switch (product) {
            case ENERGY -> energy;
            case SPIN -> spin;
            case NONSPIN -> nonSpin;
        };
    }

    /** Price of a product in an interval [$/MWh], 0 where it is not traded. */
    public double at(Product product, int interval) {
        TimeSeries series = of(product);
        return series == null ? 0 : series.at(interval);
    }

    /** Real-time price in an interval [$/MWh], what called reserve is paid; 0 where it is not known. */
    public double realTimeAt(int interval) {
        return realTime == null ? 0 : realTime.at(interval);
    }

    /** Mean over the hour [$/MWh], 0 where the product is not traded. */
    public double hourMean(Product product, int hour) {
        TimeSeries series = of(product);
        int first = Horizon.firstInterval(hour);
        return series == null ? 0 : series.mean(first, first + Horizon.INTERVALS_PER_HOUR);
    }

    /** Price at which an energy shortfall is bought back: {@code max(πRT, πE, 0)} [$/MWh] ({@code model.md} §3). */
    public double buyBack(int interval) {
        double dayAhead = Math.max(at(Product.ENERGY, interval), 0);
        return realTime == null ? dayAhead : Math.max(realTime.at(interval), dayAhead);
    }
}
