package org.vppworkbench.model.market;

/**
 * A product to be sold in one hour.
 *
 * @param product what
 * @param hour hour from the start of the horizon
 * @param requiredKw D_h, the most that is bought [kW]
 * @param forecastPrice π̂, hour mean [$/MWh]
 */
public record Opportunity(Product product, int hour, double requiredKw, double forecastPrice) {
    /** Stable name used in events and messages, such as {@code ENERGY@41}. */
    public String id() {
        return product + "@" + hour;
    }
}
