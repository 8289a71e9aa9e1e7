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
 * @param dailyDischargeCapChanges other caps from a day of the run on, ascending by interval; {@code null} without any
 */
public record HardPreferences(
        @Nullable Double reserveFloorKwh,
        List<Integer> blackoutIntervals,
        @Nullable Double dailyDischargeCapKwh,
        List<EvReady> evReady,
        @Nullable List<LimitChange> dailyDischargeCapChanges) {

    /**
     * @param interval the interval at whose start the energy is due: that in which the car leaves, or any other
     * @param kwh energy due [kWh]
     */
    public record EvReady(int interval, double kwh) {}

    public static final HardPreferences NONE = new HardPreferences(null, List.of(), null, List.of());

    public HardPreferences {
        blackoutIntervals = List.copyOf(blackoutIntervals);
        evReady = List.copyOf(evReady);
        dailyDischargeCapChanges = dailyDischargeCapChanges == null || dailyDischargeCapChanges.isEmpty()
                ? null
                : List.copyOf(dailyDischargeCapChanges);
    }

    /** Preferences that hold for the whole run. */
    public HardPreferences(
            @Nullable Double reserveFloorKwh,
            List<Integer> blackoutIntervals,
            @Nullable Double dailyDischargeCapKwh,
            List<EvReady> evReady) {
        this(reserveFloorKwh, blackoutIntervals, dailyDischargeCapKwh, evReady, null);
    }

    /** The changes of the daily cap, empty without any. */
    public List<LimitChange> capChanges() {
        return dailyDischargeCapChanges == null ? List.of() : dailyDischargeCapChanges;
    }

    /** The daily cap of the local day that interval {@code t} is of, {@code null} without one [kWh]. */
    public @Nullable Double capKwh(int t) {
        return LimitChange.at(dailyDischargeCapKwh, capChanges(), t);
    }

    /** The lowest energy the battery may hold: the hard floor, not below the physical limit [kWh]. */
    public double floorKwh(BessInputs bess) {
        return reserveFloorKwh == null ? bess.minKwh() : Math.max(bess.minKwh(), reserveFloorKwh);
    }
}
