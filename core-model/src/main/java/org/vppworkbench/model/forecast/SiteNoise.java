package org.vppworkbench.model.forecast;

import java.time.LocalDate;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.util.FastMath;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.simulation.RandomStreams;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Synthetic errors of a home's own forecasts of roof and load: the truth times {@code exp(x_h − σ²/2)}, where x is a
 * stationary AR(1) process over the hours of a local day, {@code x_h = ρ·x_{h−1} + √(1 − ρ²)·σ·z_h}. Each day is forecast
 * anew, so errors of different days are independent. They depend on seed, home, series and date only, never on other homes,
 * the order of the fleet or the length of the run. The factor has mean 1.
 *
 * @param seed master seed of the run
 * @param sigma standard deviation of the logarithm
 */
public record SiteNoise(long seed, double sigma) {
    /** Correlation of the errors of neighbouring hours. Assumption. */
    public static final double RHO = 0.8;

    /** Expected PV [kW]. */
    public TimeSeries pv(ProsumerInputs home, Horizon horizon) {
        return noisy(home.id() + "/pv", home.pv(), horizon);
    }

    /**
     * Expected load, kept within what the import limit and the expected PV can serve, so that the home can plan at all;
     * where that cuts, the mean is below the truth [kW].
     */
    public TimeSeries load(ProsumerInputs home, TimeSeries expectedPv, Horizon horizon) {
        TimeSeries load = noisy(home.id() + "/load", home.load(), horizon);
        return TimeSeries.generate(
                load.length(), t -> Math.min(load.at(t), home.importLimitKw() + expectedPv.at(t)));
    }

    private TimeSeries noisy(String name, TimeSeries truth, Horizon horizon) {
        double[] expected = new double[truth.length()];
        double step = Math.sqrt(1 - RHO * RHO) * sigma;
        for (int day = 0; day < horizon.days(); day++) {
            LocalDate date = horizon.date(day);
            RandomGenerator random = new RandomStreams(seed).named("outlook/" + name + "/" + date);
            double x = sigma * random.nextGaussian();
            for (int t = horizon.dayStart(day); t < horizon.dayStart(day + 1); t++) {
                if (t > horizon.dayStart(day) && t % Horizon.INTERVALS_PER_HOUR == 0) {
                    x = RHO * x + step * random.nextGaussian();
                }
                expected[t] = truth.at(t) * FastMath.exp(x - sigma * sigma / 2);
            }
        }
        return TimeSeries.of(expected);
    }
}
