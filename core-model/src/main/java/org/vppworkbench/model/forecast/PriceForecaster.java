package org.vppworkbench.model.forecast;

/**
 * A method that forecasts the prices of one product on one local day from what is known before that day. What it must not
 * know it is not handed.
 */
public sealed interface PriceForecaster permits Persistence, PriceRegression {
    /** Days of prices it needs before the day of delivery. */
    int daysNeeded();

    /** The most days of prices it looks at. */
    int daysUsed();

    /**
     * Forecasts.
     *
     * @param history prices before the day of delivery, at least {@link #daysNeeded()} days
     * @param drivers published forecasts up to the day of delivery; may be without any where the method uses none
     * @param reserve whether the product is reserve, whose price is never below 0
     * @return price per clock hour, 0 to 23 [$/MWh]
     */
    double[] day(PriceHistory history, DriverHistory drivers, boolean reserve);
}
