package org.vppworkbench.optimizer.certificate;

import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;

/** Realised prices per product and interval, looked up once for all homes. */
final class MarketPrices {
    private static final Product[] PRODUCTS = Product.values();

    private final double[][] price;
    private final double[] realTime;

    /**
     * @param intervals number of intervals of the run
     */
    MarketPrices(RunInputs inputs, int intervals) {
        price = new double[PRODUCTS.length][intervals];
        realTime = new double[intervals];
        for (int t = 0; t < intervals; t++) {
            lookUp(inputs, t);
        }
    }

    private void lookUp(RunInputs inputs, int t) {
        for (Product product : PRODUCTS) {
            price[product.ordinal()][t] = inputs.prices().at(product, t) / 1000;
        }
        realTime[t] = inputs.prices().realTimeAt(t) / 1000;
    }

    /** Price of a product, 0 where it is not traded [$/kWh]. */
    double price(Product product, int t) {
        return price[product.ordinal()][t];
    }

    /** Real-time price, 0 where there is none [$/kWh]. */
    double realTime(int t) {
        return realTime[t];
    }
}
