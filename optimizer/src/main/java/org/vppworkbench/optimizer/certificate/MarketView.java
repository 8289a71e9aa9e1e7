package org.vppworkbench.optimizer.certificate;

import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.optimizer.schedule.FleetMultipliers;

/** Prices, D and its multipliers per product and interval, looked up once for all homes of a {@link DualBound}. */
final class MarketView {
    private static final Product[] PRODUCTS = Product.values();

    private final MarketPrices prices;
    private final CertificateRules rules;
    private final double[] magnitude;
    private final double[][] requiredKw = new double[PRODUCTS.length][];
    private final double[][] multiplier = new double[PRODUCTS.length][];

    MarketView(RunInputs inputs, CertificateRules rules, FleetMultipliers y) {
        this.rules = rules;
        int n = rules.intervals();
        prices = new MarketPrices(inputs, n);
        for (Product product : PRODUCTS) {
            int p = product.ordinal();
            requiredKw[p] = new double[n];
            multiplier[p] = y.required(product).toArray();
            for (int t = 0; t < n; t++) {
                requiredKw[p][t] = rules.requiredKw(product, t);
                multiplier[p][t] = Math.max(0, multiplier[p][t]);
            }
        }
        magnitude = new double[n];
        for (int t = 0; t < n; t++) {
            magnitude[t] = sumOfMagnitudes(t);
        }
    }

    private double sumOfMagnitudes(int t) {
        double size = Math.abs(realTime(t));
        for (Product product : PRODUCTS) {
            size += Math.abs(price(product, t)) + multiplier(product, t);
        }
        return size;
    }

    /** All prices and multipliers of an interval in magnitude, for the rounding margin. */
    double magnitude(int t) {
        return magnitude[t];
    }

    /** Price of a product [$/kWh]. */
    double price(Product product, int t) {
        return prices.price(product, t);
    }

    /** Real-time price, 0 where there is none [$/kWh]. */
    double realTime(int t) {
        return prices.realTime(t);
    }

    /** D of an interval, 0 where nothing is bought [kW]. */
    double requiredKw(Product product, int t) {
        return requiredKw[product.ordinal()][t];
    }

    /** Multiplier of D, at least 0 [$ per kW in an interval]. */
    double multiplier(Product product, int t) {
        return multiplier[product.ordinal()][t];
    }

    boolean called(int t) {
        return rules.called(t);
    }
}
