package org.vppworkbench.model.forecast;

import java.time.Instant;
import org.apache.commons.math3.util.FastMath;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.simulation.RandomStreams;

/**
 * A synthetic error on the truth: each hour's price times {@code exp(σ·z − σ²/2)}, z standard normal. The factor has mean 1
 * and keeps the sign of the price. It depends on seed, product and the instant of the hour only, so that a part of a longer
 * run has the same errors. It is no forecast anybody could have made, and is labelled {@code NOISY}.
 *
 * @param seed master seed of the run
 * @param sigma standard deviation of the logarithm
 */
public record PriceNoise(long seed, double sigma) {
    /** The factor of one hour. */
    public double factor(Product product, Instant hour) {
        double z = new RandomStreams(seed).named("forecast/" + product + "/" + hour).nextGaussian();
        return FastMath.exp(sigma * z - sigma * sigma / 2);
    }
}
