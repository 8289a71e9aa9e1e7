package org.vppworkbench.negotiation.coordination;

import org.vppworkbench.model.coordination.ProductSeries;
import org.vppworkbench.model.market.Product;

/**
 * The gate before the rounds: what a home answers while prices are sought must not be below 0 nor above what it could ever sell.
 * An answer is not an offer, so that neither its hour nor a price can be judged yet.
 */
final class Possible {
    /** What a solver may miss a limit by: the step of a meter [kW]. */
    static final double TOLERANCE_KW = 0.01;

    private Possible() {}

    static boolean within(ProductSeries kw, ProductSeries mostKw) {
        if (kw.intervals() != mostKw.intervals()) {
            return false;
        }
        for (Product product : Product.values()) {
            for (int t = 0; t < mostKw.intervals(); t++) {
                double value = kw.at(product, t);
                if (!(value >= -TOLERANCE_KW && value <= mostKw.at(product, t) + TOLERANCE_KW)) {
                    return false;
                }
            }
        }
        return true;
    }
}
