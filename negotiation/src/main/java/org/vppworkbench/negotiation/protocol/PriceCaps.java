package org.vppworkbench.negotiation.protocol;

import org.vppworkbench.model.market.Product;

/**
 * Bid limits of the market ({@code domain.md} §1.3): CAISO energy bid floor and hard cap; reserves
 * not below 0.
 */
public final class PriceCaps {
    /** Hard energy bid cap [$/MWh], used for reserves too. */
    public static final double MOST_PER_MWH = 2000;

    private static final double LEAST_ENERGY_PER_MWH = -150;

    private PriceCaps() {}

    /** Lowest price that may be quoted [$/MWh]. */
    public static double least(Product product) {
        return product.isReserve() ? 0 : LEAST_ENERGY_PER_MWH;
    }
}
