package org.vppworkbench.model.inputs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Preferences that bind the AWARE optimum and the dispatch alike.
 *
 * @param reserveFloorKwh least battery energy as the run begins, or {@code null} [kWh]
 * @param blackoutIntervals intervals in which nothing is sold, ascending
 * @param dailyDischargeCapKwh most energy sold per local day, or {@code null} [kWh]
 * @param evReady energy due in the car, at departures and at other times, ascending by interval
 * @param dailyDischargeCapChanges other caps from a day of the run on, ascending by interval; {@code null} without any
 * @param reserveFloorChanges other floors from a moment of the run on, ascending by interval; {@code null} without any
 */
public record HardPreferences(
        @Nullable Double reserveFloorKwh,
        List<Integer> blackoutIntervals,
        @Nullable Double dailyDischargeCapKwh,
        List<EvReady> evReady,
        @Nullable List<LimitChange> dailyDischargeCapChanges,
        @Nullable List<LimitChange> reserveFloorChanges) {

    /**
     * @param interval the interval at whose start the energy is due: that in which the car leaves, or any other
     * @param kwh energy due [kWh]
     */
    public record EvReady(int interval, double kwh) {}

    public static final HardPreferences NONE = new HardPreferences(null, List.of(), null, List.of());

    public HardPreferences {
        blackoutIntervals = List.copyOf(blackoutIntervals);
        evReady = List.copyOf(evReady);
        dailyDischargeCapChanges = some(dailyDischargeCapChanges);
        reserveFloorChanges = some(reserveFloorChanges);
    }

    private static @Nullable List<LimitChange> some(@Nullable List<LimitChange> changes) {
        return changes == null || changes.isEmpty() ? null : List.copyOf(changes);
    }

    /** Preferences that hold for the whole run. */
    public HardPreferences(
            @Nullable Double reserveFloorKwh,
            List<Integer> blackoutIntervals,
            @Nullable Double dailyDischargeCapKwh,
            List<EvReady> evReady) {
        this(reserveFloorKwh, blackoutIntervals, dailyDischargeCapKwh, evReady, null, null);
    }

    /** The same with other blackouts. */
    public HardPreferences withBlackout(List<Integer> intervals) {
        return new HardPreferences(
                reserveFloorKwh, intervals, dailyDischargeCapKwh, evReady, dailyDischargeCapChanges, reserveFloorChanges);
    }

    /** The same with other needs of the car. */
    public HardPreferences withEvReady(List<EvReady> ready) {
        return new HardPreferences(
                reserveFloorKwh, blackoutIntervals, dailyDischargeCapKwh, ready, dailyDischargeCapChanges, reserveFloorChanges);
    }

    /** The same with other changes of the daily cap. */
    public HardPreferences withCapChanges(List<LimitChange> changes) {
        return new HardPreferences(
                reserveFloorKwh, blackoutIntervals, dailyDischargeCapKwh, evReady, changes, reserveFloorChanges);
    }

    /** The same with other changes of the floor. */
    public HardPreferences withFloorChanges(List<LimitChange> changes) {
        return new HardPreferences(
                reserveFloorKwh, blackoutIntervals, dailyDischargeCapKwh, evReady, dailyDischargeCapChanges, changes);
    }

    /** The changes of the daily cap, empty without any. */
    public List<LimitChange> capChanges() {
        return dailyDischargeCapChanges == null ? List.of() : dailyDischargeCapChanges;
    }

    /** The daily cap of the local day that interval {@code t} is of, {@code null} without one [kWh]. */
    public @Nullable Double capKwh(int t) {
        return LimitChange.at(dailyDischargeCapKwh, capChanges(), t);
    }

    /** The changes of the floor, empty without any. */
    public List<LimitChange> floorChanges() {
        return reserveFloorChanges == null ? List.of() : reserveFloorChanges;
    }

    /** The floor the owner sets in interval {@code t}, {@code null} without one [kWh]. */
    public @Nullable Double reserveKwh(int t) {
        return LimitChange.at(reserveFloorKwh, floorChanges(), t);
    }

    /**
     * The lowest energy the battery may hold at a boundary of intervals: the higher of the floors of the two intervals it is
     * between, not below the physical limit [kWh]. What is stored at the end of interval {@code t} is bound by that of
     * {@code t + 1}; the 30-minute test in it by the lower of {@code t} and {@code t + 1}, so that who holds no reserve need
     * not be ahead of a floor that rises.
     *
     * @param boundary 0 to T; the end of interval {@code boundary − 1} and the start of interval {@code boundary}
     */
    public double floorKwh(BessInputs bess, int boundary) {
        Double kwh = reserveAtBoundaryKwh(boundary);
        return kwh == null ? bess.minKwh() : Math.max(bess.minKwh(), kwh);
    }

    /** What the owner wants stored at a boundary of intervals, {@code null} for nothing [kWh]. */
    public @Nullable Double reserveAtBoundaryKwh(int boundary) {
        Double after = reserveKwh(boundary);
        Double before = boundary == 0 ? after : reserveKwh(boundary - 1);
        return before == null || after == null ? (before == null ? after : before) : Double.valueOf(Math.max(before, after));
    }

    /** The floor at every boundary of {@code intervals} intervals, one entry more than there are intervals [kWh]. */
    public double[] floorsKwh(BessInputs bess, int intervals) {
        double[] floors = new double[intervals + 1];
        for (int boundary = 0; boundary <= intervals; boundary++) {
            floors[boundary] = floorKwh(bess, boundary);
        }
        return floors;
    }
}
