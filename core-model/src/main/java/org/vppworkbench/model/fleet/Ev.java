package org.vppworkbench.model.fleet;

import java.util.List;

/**
 * A car as edited.
 *
 * @param model name of the model, display only
 * @param capacityKwh usable battery [kWh]
 * @param chargeKw charger limit [kW]
 * @param eta one-way efficiency, in (0, 1]
 * @param minSocFraction least share at all times [0..1]
 * @param initialSocFraction at the start of a run [0..1]
 * @param v2gKw discharge limit [kW]; 0 means none
 * @param v2gDegradationPerKwh [$/kWh]
 * @param trips recurring trips
 */
public record Ev(
        String model,
        double capacityKwh,
        double chargeKw,
        double eta,
        double minSocFraction,
        double initialSocFraction,
        double v2gKw,
        double v2gDegradationPerKwh,
        List<Trip> trips) {
    public Ev {
        trips = List.copyOf(trips);
    }
}
