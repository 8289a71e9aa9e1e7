package org.vppworkbench.optimizer.explain;

import java.util.List;
import org.vppworkbench.model.market.Product;

/**
 * Shadow price of D of one product and hour: what more of it would earn.
 *
 * @param requiredKw D_h [kW]
 * @param providedKw what the optimum provides, mean over the hour [kW]
 * @param usdPerKw of one more kW in an interval, one value per interval of the hour, 0 or more [$ per kW]
 */
public record RequiredPrice(Product product, int hour, double requiredKw, double providedKw, List<Double> usdPerKw) {
    public RequiredPrice {
        usdPerKw = List.copyOf(usdPerKw);
    }

    /** Mean over the intervals of the hour [$ per kW in an interval]. */
    public double meanUsdPerKw() {
        return hourUsdPerKw() / usdPerKw.size();
    }

    /** What one more kW throughout the hour would earn [$ per kW]. */
    public double hourUsdPerKw() {
        return usdPerKw.stream().mapToDouble(Double::doubleValue).sum();
    }
}
