package org.vppworkbench.model.scenario;

/**
 * What the aggregator wants per hour, the same in every hour of the run.
 *
 * @param energyKw [kW]
 * @param spinKw [kW]
 * @param nonSpinKw [kW]
 */
public record Requirement(double energyKw, double spinKw, double nonSpinKw) {
    /** The requirement of the sample fleet Los Angeles 20. */
    public static final Requirement LOS_ANGELES_20 = new Requirement(25, 15, 15);
}
