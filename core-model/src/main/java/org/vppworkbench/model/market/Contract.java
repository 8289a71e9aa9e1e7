package org.vppworkbench.model.market;

/**
 * A home's promise: {@code kw} constant over one hour at a price.
 *
 * @param prosumer id of the home
 * @param product what is sold
 * @param hour hour from the start of the horizon
 * @param kw quantity, above 0 [kW]
 * @param pricePerMwh what the home is paid [$/MWh]
 * @param reservationPerMwh the home's true reservation price at the time of agreement, from the what-if tool [$/MWh]
 */
public record Contract(
        String prosumer, Product product, int hour, double kw, double pricePerMwh, double reservationPerMwh) {
    public Contract {
        if (!(kw > 0) || !Double.isFinite(kw)) {
            throw new IllegalArgumentException("contract of " + prosumer + ": kw = " + kw + ", must be above 0");
        }
        if (!Double.isFinite(pricePerMwh)) {
            throw new IllegalArgumentException("contract of " + prosumer + ": price " + pricePerMwh + " is not finite");
        }
    }
}
