package org.vppworkbench.model.message;

/**
 * The typed numbers of a deal: the only part of a message that the engine reads.
 *
 * @param kw quantity, constant over the hour [kW]
 * @param minKw least quantity the home would sell at this price [kW]
 * @param pricePerMwh [$/MWh]
 */
public record Terms(double kw, double minKw, double pricePerMwh) {
    /** Another quantity and price in answer to these terms: the home's least quantity stays. */
    public Terms part(double otherKw, double otherPricePerMwh) {
        return new Terms(otherKw, Math.min(minKw, otherKw), otherPricePerMwh);
    }
}
