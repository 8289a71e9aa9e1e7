package org.vppworkbench.model.inputs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Preferences that bind the AWARE optimum and the dispatch alike.
 *
 * @param reserveFloorKwh least battery energy at all times, or {@code null} [kWh]
 * @param blackoutIntervals intervals in which nothing is sold, ascending
 * @param dailyDischargeCapKwh most energy sold per local day, or {@code null} [kWh]
 * @param evReady energy due in the car, at departures and at other times, ascending by interval
 */
public record HardPreferences(
        @Nullable Double reserveFloorKwh,
        List<Integer> blackoutIntervals,
        @Nullable Double dailyDischargeCapKwh,
        List<EvReady> evReady) {

    /**
     * @param interval the interval at whose start the energy is due: that in which the car leaves, or any other
     * @param kwh energy due [kWh]
     */
    public record EvReady(int interval, double kwh) {}

    public static final HardPreferences NONE = new HardPreferences(null, List.of(), null, List.of());

    public HardPreferences {
        blackoutIntervals = List.copyOf(blackoutIntervals);
        evReady = List.copyOf(evReady);
    }

    /** The lowest energy the battery may hold: the hard floor, not below the physical limit [kWh]. */
    public double floorKwh(BessInputs bess) {
        return reserveFloorKwh == null ? bess.minKwh() : Math.max(bess.minKwh(), reserveFloorKwh);
    }
}
