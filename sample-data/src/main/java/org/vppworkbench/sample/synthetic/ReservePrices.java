package org.vppworkbench.sample.synthetic;

import java.util.random.RandomGenerator;
import org.vppworkbench.model.simulation.RandomStreams;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Reserve prices per hour [$/MW-h]: a small off-peak price, and the profit given up where energy is worth more than it
 * costs to make.
 */
record ReservePrices(TimeSeries spin, TimeSeries nonSpin) {

    static ReservePrices draw(double[] energy, double level, RandomStreams streams) {
        RandomGenerator draws = streams.named("synthetic reserves");
        double[] spin = new double[energy.length];
        double[] nonSpin = new double[energy.length];
        double cost = 0;
        double quiet = 0;
        for (int hour = 0; hour < energy.length; hour++) {
            cost = autoregressive(cost, Calibration.MARGIN_NOISE_PERSISTENCE, Calibration.MARGIN_NOISE_SD, draws);
            quiet = autoregressive(quiet, Calibration.RESERVE_NOISE_PERSISTENCE, 1, draws);
            double margin = Calibration.MARGIN_FACTOR
                    * level
                    * StrictMath.pow(Math.max(energy[hour], 0) / 100, Calibration.MARGIN_EXPONENT)
                    * StrictMath.exp(cost);
            double offPeak = Calibration.LEAST_RESERVE
                    + Calibration.RESERVE_RANGE / (1 + StrictMath.exp(-Calibration.RESERVE_STEEPNESS * quiet));
            spin[hour] = offPeak + Math.max(0, energy[hour] - margin);
            boolean cheaper = draws.nextDouble() < Calibration.CHEAPER_NON_SPIN_SHARE;
            double share = draws.nextDouble();
            nonSpin[hour] = cheaper && spin[hour] < Calibration.EQUAL_ABOVE_USD ? share * spin[hour] : spin[hour];
        }
        return new ReservePrices(TimeSeries.of(spin), TimeSeries.of(nonSpin));
    }

    private static double autoregressive(double last, double persistence, double sd, RandomGenerator draws) {
        return persistence * last + sd * Math.sqrt(1 - persistence * persistence) * draws.nextGaussian();
    }
}
