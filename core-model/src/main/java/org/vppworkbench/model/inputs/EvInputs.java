package org.vppworkbench.model.inputs;

import java.util.List;
import org.vppworkbench.model.time.TimeSeries;

/**
 * A car at home ({@code model.md} §2). It charges only while plugged in; what it drives leaves the battery in the
 * interval of departure.
 *
 * @param capacityKwh usable battery [kWh]
 * @param chargeKw charger limit, AC side [kW]
 * @param v2gKw discharge limit to the grid [kW]; 0 means no V2G
 * @param eta one-way efficiency, in (0, 1]
 * @param minKwh least energy at all times [kWh]
 * @param initialKwh energy at the start of the horizon [kWh]
 * @param plugged per interval, whether the car is connected
 * @param drivenKwh per interval, energy driven, booked in the interval of departure [kWh]
 * @param degradationPerKwh wear cost of V2G [$/kWh]
 */
public record EvInputs(
        double capacityKwh,
        double chargeKw,
        double v2gKw,
        double eta,
        double minKwh,
        double initialKwh,
        List<Boolean> plugged,
        TimeSeries drivenKwh,
        double degradationPerKwh) {
    public EvInputs {
        plugged = List.copyOf(plugged);
    }
}
