package org.vppworkbench.sample.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.vppworkbench.model.simulation.RandomStreams;

/**
 * What is drawn once per local day.
 *
 * @param heat heat index after the cooling of a storm; about standard normal
 * @param logLevel log of the price level [log $/MWh]
 * @param amplitude of the daily shape
 * @param logScarcity log excess of the peak hour over the common price, 0 on common days
 * @param clearness solar energy relative to a clear day (0..1]
 * @param oversupply whether real-time prices fall around noon
 * @param realTimeScarcity share of the scarcity that real time sees
 * @param realTimeBias log difference of real time to day-ahead
 */
record SyntheticDay(
        double heat,
        double logLevel,
        double amplitude,
        double logScarcity,
        double clearness,
        boolean oversupply,
        double realTimeScarcity,
        double realTimeBias) {

    /** Draws the days one after the other. */
    static List<SyntheticDay> draw(RandomStreams streams, double level, int days) {
        RandomGenerator heatDraws = streams.named("synthetic heat");
        RandomGenerator draws = streams.named("synthetic days");
        double innovation = Math.sqrt(1 - Calibration.HEAT_PERSISTENCE * Calibration.HEAT_PERSISTENCE);
        double index = heatDraws.nextGaussian();
        List<SyntheticDay> all = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            if (day > 0) {
                index = Calibration.HEAT_PERSISTENCE * index + innovation * heatDraws.nextGaussian();
            }
            all.add(day(draws, index, StrictMath.log(level)));
        }
        return all;
    }

    private static SyntheticDay day(RandomGenerator draws, double index, double logPeriod) {
        boolean storm = draws.nextDouble() < Calibration.STORM_SHARE;
        double heat = storm ? index - Calibration.STORM_COOLING : index;
        double logLevel = logPeriod + Calibration.LEVEL_PER_HEAT * heat;
        double amplitude = Math.clamp(
                (1 + Calibration.AMPLITUDE_PER_HEAT * heat)
                        * StrictMath.exp(Calibration.AMPLITUDE_SD * draws.nextGaussian()),
                Calibration.LEAST_AMPLITUDE,
                Calibration.MOST_AMPLITUDE);
        double peakNoise = Calibration.PEAK_SD * draws.nextGaussian();
        double logScarcity = 0;
        if (heat > Calibration.SCARCITY_HEAT) {
            double peak = Math.clamp(
                    Calibration.PEAK_USD
                            * StrictMath.exp(Calibration.PEAK_PER_HEAT * (heat - Calibration.SCARCITY_HEAT) + peakNoise),
                    Calibration.LEAST_PEAK,
                    Calibration.MOST_PEAK);
            logScarcity = Math.max(0, StrictMath.log(peak) - (logLevel + amplitude * highest(Calibration.SHAPE)));
        }
        double cloud = draws.nextDouble();
        double clearness = storm
                ? Calibration.STORM_CLEAR_FROM + (Calibration.STORM_CLEAR_TO - Calibration.STORM_CLEAR_FROM) * cloud
                : Math.max(Calibration.LEAST_CLEAR, Calibration.MOST_CLEAR + Calibration.MEAN_CLOUD * StrictMath.log(1 - cloud));
        boolean oversupply = draws.nextDouble() < Calibration.OVERSUPPLY_SHARE || storm;
        return new SyntheticDay(
                heat,
                logLevel,
                amplitude,
                logScarcity,
                clearness,
                oversupply,
                Calibration.MOST_REAL_TIME_SCARCITY * draws.nextDouble(),
                Calibration.REAL_TIME_BIAS + Calibration.REAL_TIME_BIAS_SD * draws.nextGaussian());
    }

    /** Log day-ahead price of a local hour without its noise and without scarcity. */
    double logCommonPrice(int localHour) {
        return logLevel + amplitude * Calibration.SHAPE[localHour];
    }

    /** Log excess of a local hour by scarcity. */
    double logScarcity(int localHour) {
        return logScarcity * Calibration.SCARCITY[localHour];
    }

    private static double highest(double[] values) {
        return java.util.Arrays.stream(values).max().orElseThrow();
    }
}
