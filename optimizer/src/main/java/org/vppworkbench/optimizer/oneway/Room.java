package org.vppworkbench.optimizer.oneway;

import java.util.Arrays;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.Horizon;

/** What of D nobody has taken yet, per product and interval [kW]. */
final class Room {
    private final double[][] leftKw;

    Room(RunInputs inputs) {
        leftKw = new double[Product.values().length][inputs.horizon().intervals()];
        for (Product product : Product.values()) {
            Arrays.setAll(leftKw[product.ordinal()], t -> inputs.required().kw(product, Horizon.hourOf(t)));
        }
    }

    /** What is left in an interval, at least 0 [kW]. */
    double kw(int product, int t) {
        return Math.max(0, leftKw[product][t]);
    }

    /** Takes what a home sells, per product and interval [kW]. */
    void take(double[][] soldKw) {
        add(soldKw, -1);
    }

    void giveBack(double[][] soldKw) {
        add(soldKw, 1);
    }

    private void add(double[][] soldKw, double sign) {
        for (int p = 0; p < leftKw.length; p++) {
            for (int t = 0; t < leftKw[p].length; t++) {
                leftKw[p][t] += sign * soldKw[p][t];
            }
        }
    }
}
