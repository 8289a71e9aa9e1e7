package org.vppworkbench.sample.synthetic;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.vppworkbench.model.simulation.RandomStreams;
import org.vppworkbench.model.time.Horizon;

/**
 * The hours of the period with their log prices before anything of real time. Days of a clock change have 23 or 25 hours.
 */
final class HourGrid {
    private final Horizon horizon;
    private final List<SyntheticDay> days;
    private final double[] logCommon;
    private final int[] dayOfHour;
    private final int[] localHour;

    private HourGrid(Horizon horizon, List<SyntheticDay> days) {
        this.horizon = horizon;
        this.days = List.copyOf(days);
        int hours = horizon.hours();
        this.logCommon = new double[hours];
        this.dayOfHour = new int[hours];
        this.localHour = new int[hours];
        Arrays.setAll(dayOfHour, hour -> horizon.dayOf(Horizon.firstInterval(hour)));
        Arrays.setAll(localHour, hour -> horizon.localStart(Horizon.firstInterval(hour)).getHour());
    }

    /** Draws the hourly noise of the day-ahead prices. */
    static HourGrid of(Horizon horizon, List<SyntheticDay> days, RandomStreams streams) {
        RandomGenerator draws = streams.named("synthetic day-ahead");
        double persistence = Calibration.HOUR_NOISE_PERSISTENCE;
        double innovation = Calibration.HOUR_NOISE_SD * Math.sqrt(1 - persistence * persistence);
        double bound = Calibration.HOUR_NOISE_BOUND;
        double noise = 0;
        HourGrid grid = new HourGrid(horizon, days);
        for (int hour = 0; hour < grid.hours(); hour++) {
            noise = persistence * noise + innovation * Math.clamp(draws.nextGaussian(), -bound, bound);
            grid.logCommon[hour] = grid.day(hour).logCommonPrice(grid.localHour(hour)) + noise;
        }
        return grid;
    }

    Horizon horizon() {
        return horizon;
    }

    int hours() {
        return logCommon.length;
    }

    SyntheticDay day(int hour) {
        return days.get(dayOfHour[hour]);
    }

    int localHour(int hour) {
        return localHour[hour];
    }

    /** Log day-ahead price without scarcity. */
    double logCommon(int hour) {
        return logCommon[hour];
    }

    double logScarcity(int hour) {
        return day(hour).logScarcity(localHour(hour));
    }

    /** Day-ahead energy prices per hour [$/MWh]. */
    double[] energyPrices() {
        double[] prices = new double[hours()];
        for (int hour = 0; hour < prices.length; hour++) {
            prices[hour] = SyntheticMarket.bounded(StrictMath.exp(logCommon[hour] + logScarcity(hour)));
        }
        return prices;
    }
}
