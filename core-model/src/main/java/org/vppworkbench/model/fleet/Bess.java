package org.vppworkbench.model.fleet;

/**
 * A home battery as edited: limits as shares of capacity where owners think in shares.
 *
 * @param product name of the product, display only
 * @param capacityKwh [kWh]
 * @param chargeKw [kW]
 * @param dischargeKw [kW]
 * @param roundTripEfficiency AC to AC, in (0, 1]; one-way efficiencies are its square root
 * @param minSocFraction physical lower limit [0..1]
 * @param maxSocFraction physical upper limit [0..1]
 * @param initialSocFraction at the start of a run [0..1]
 * @param degradationPerKwh [$ per kWh discharged]
 */
public record Bess(
        String product,
        double capacityKwh,
        double chargeKw,
        double dischargeKw,
        double roundTripEfficiency,
        double minSocFraction,
        double maxSocFraction,
        double initialSocFraction,
        double degradationPerKwh) {}
