package org.vppworkbench.model.forecast;

import java.util.Arrays;

/** Tomorrow is like today: the price of the same clock hour of the day before. */
public record Persistence() implements PriceForecaster {
    @Override
    public int daysNeeded() {
        return 1;
    }

    @Override
    public int daysUsed() {
        return 1;
    }

    @Override
    public double[] day(PriceHistory history, DriverHistory drivers, boolean reserve) {
        double[] price = new double[ClockDay.HOURS];
        Arrays.setAll(price, hour -> history.at(1, hour));
        return price;
    }
}
