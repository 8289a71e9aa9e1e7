package org.vppworkbench.sample.synthetic;

import java.util.random.RandomGenerator;
import org.vppworkbench.model.simulation.RandomStreams;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** Real-time prices every 15 minutes: smooth between hours, noisy on ramps, now and then a spike. */
final class RealTimePrices {
    private static final int FIRST_SPIKE_HOUR = 14;
    private static final int LAST_SPIKE_HOUR = 20;

    private final HourGrid grid;
    private final RandomGenerator draws;
    private double noise;
    private double spike;
    private int spikeLeft;

    private RealTimePrices(HourGrid grid, RandomGenerator draws) {
        this.grid = grid;
        this.draws = draws;
    }

    static TimeSeries draw(HourGrid grid, RandomStreams streams) {
        RealTimePrices prices = new RealTimePrices(grid, streams.named("synthetic real-time"));
        double[] values = new double[grid.horizon().intervals()];
        for (int t = 0; t < values.length; t++) {
            values[t] = SyntheticMarket.cents(SyntheticMarket.bounded(prices.next(t)));
        }
        return TimeSeries.of(values);
    }

    private double next(int t) {
        int hour = Horizon.hourOf(t);
        SyntheticDay day = grid.day(hour);
        int localHour = grid.localHour(hour);
        double innovation = draws.nextGaussian();
        boolean large = draws.nextDouble() < Calibration.LARGE_INNOVATION_SHARE;
        double size = large ? Calibration.LARGE_INNOVATION_FACTOR : 1;
        noise = Calibration.QUARTER_PERSISTENCE * noise + Calibration.QUARTER_SD[localHour] * size * innovation;
        nextSpike(localHour);
        double price = StrictMath.exp(between(t) + day.realTimeBias() + noise + spike);
        double oversupply = Calibration.OVERSUPPLY_USD + Calibration.OVERSUPPLY_SD_USD * innovation;
        return day.oversupply() ? price - Calibration.OVERSUPPLY[localHour] * oversupply : price;
    }

    private void nextSpike(int localHour) {
        double chance = localHour >= FIRST_SPIKE_HOUR && localHour <= LAST_SPIKE_HOUR
                ? Calibration.SPIKE_CHANCE_AFTERNOON
                : Calibration.SPIKE_CHANCE;
        boolean strikes = draws.nextDouble() < chance;
        double height = Calibration.LEAST_SPIKE - Calibration.SPIKE_EXCESS * StrictMath.log(1 - draws.nextDouble());
        int length = 1 + draws.nextInt(Calibration.LONGEST_SPIKE);
        if (spikeLeft > 0) {
            spikeLeft--;
        }
        if (spikeLeft == 0) {
            spike = strikes ? Math.min(Calibration.MOST_SPIKE, height) : 0;
            spikeLeft = strikes ? length : 0;
        }
    }

    /** Log price on the straight line between the middles of two hours. */
    private double between(int t) {
        int hour = Horizon.hourOf(t);
        double offset = (t % Horizon.INTERVALS_PER_HOUR - 1.5) / Horizon.INTERVALS_PER_HOUR;
        int other = Math.clamp(offset > 0 ? hour + 1 : hour - 1, 0, grid.hours() - 1);
        double share = Math.abs(offset);
        return (1 - share) * log(hour) + share * log(other);
    }

    private double log(int hour) {
        return grid.logCommon(hour) + grid.day(hour).realTimeScarcity() * grid.logScarcity(hour);
    }
}
