package org.vppworkbench.app.experiment;

import org.jspecify.annotations.Nullable;

/**
 * How shares are computed.
 *
 * @param permutations orders to draw; {@code null} enumerates small fleets and draws {@link #PERMUTATIONS} for the others
 * @param seed of the orders
 * @param force whether work beyond {@link #MOST_SECONDS} is done
 */
public record SharesOptions(@Nullable Integer permutations, long seed, boolean force) {
    /** Orders drawn where nothing else is asked for ({@code domain.md} §6). */
    public static final int PERMUTATIONS = 1000;

    /** Estimated work that is refused unless forced [s]. */
    public static final double MOST_SECONDS = 600;
}
