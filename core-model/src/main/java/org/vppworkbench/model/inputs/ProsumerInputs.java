package org.vppworkbench.model.inputs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.time.TimeSeries;

/**
 * One home, resolved per interval: all the physics and the optimum need to know.
 *
 * @param id stable id; owners are ids, never names
 * @param importPrice rI [$/kWh] per interval
 * @param exportPrice rX ≤ rI [$/kWh] per interval
 * @param endValuePerKwh v_end, value of energy left in storage [$/kWh]
 * @param importLimitKw most the meter draws [kW]
 * @param exportLimitKw most the meter feeds in [kW]
 * @param pv available PV [kW] per interval, curtailable
 * @param load [kW] per interval
 * @param bess the battery, or {@code null}
 * @param ev the car, or {@code null}
 * @param hard hard preferences
 * @param soft soft preferences
 */
public record ProsumerInputs(
        String id,
        TimeSeries importPrice,
        TimeSeries exportPrice,
        double endValuePerKwh,
        double importLimitKw,
        double exportLimitKw,
        TimeSeries pv,
        TimeSeries load,
        @Nullable BessInputs bess,
        @Nullable EvInputs ev,
        HardPreferences hard,
        List<SoftPreference> soft) {
    public ProsumerInputs {
        soft = List.copyOf(soft);
    }

    /** The same home with other devices and preferences. */
    public ProsumerInputs with(
            @Nullable BessInputs otherBess,
            @Nullable EvInputs otherEv,
            HardPreferences otherHard,
            List<SoftPreference> otherSoft) {
        return new ProsumerInputs(
                id, importPrice, exportPrice, endValuePerKwh, importLimitKw, exportLimitKw, pv, load, otherBess, otherEv,
                otherHard, otherSoft);
    }
}
