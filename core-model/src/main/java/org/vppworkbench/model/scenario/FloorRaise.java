package org.vppworkbench.model.scenario;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.HardPreferences;
import org.vppworkbench.model.inputs.LimitChange;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.time.Horizon;

/**
 * Another hard floor of a battery from a moment on. A higher one binds as fast as the battery charges, from the floor before,
 * which every run holds then: so it can be kept, whatever was sold before, as far as the meter lets the battery charge.
 */
final class FloorRaise {
    private FloorRaise() {}

    /**
     * The interval at whose end a battery that begins at its floor and charges from then on is below its floor for the first
     * time, because the meter does not let it charge as fast as it could; -1 where it can follow.
     */
    static int unreachable(ProsumerInputs home, BessInputs bess, int from, int intervals) {
        double kwh = home.hard().floorKwh(bess, from);
        for (int t = from; t < intervals; t++) {
            double supply = home.importLimitKw() + home.pv().at(t) - home.load().at(t);
            double kw = Math.clamp(supply, 0, bess.chargeKw());
            kwh = Math.min(bess.maxKwh(), kwh + bess.etaCharge() * kw * Horizon.DELTA_HOURS);
            if (kwh < home.hard().floorKwh(bess, t + 1) - 1e-9) {
                return t;
            }
        }
        return -1;
    }

    /** The home with the floor; with an error as it was. */
    static ProsumerInputs applied(
            ProsumerInputs home, OwnerChange.KeepsAtLeast keep, Horizon horizon, String where, Findings out) {
        BessInputs bess = home.bess();
        if (bess == null) {
            out.error(where, keep.prosumer(), "the home has no battery", "the id of a home with a battery");
            return home;
        }
        int from = OwnerChanges.interval(keep.from(), horizon);
        if (from < 0 || from >= horizon.intervals()) {
            out.error(where, keep.from(), "not within the run", "a time of the run");
            return home;
        }
        if (!out.inRange(where, keep.kwh(), 0, bess.maxKwh(), "kWh, the most the battery holds")) {
            return home;
        }
        HardPreferences hard = home.hard();
        List<LimitChange> changes = changes(hard, bess, keep.kwh(), from, horizon.intervals());
        return home.with(home.bess(), home.ev(), hard.withFloorChanges(changes), home.soft());
    }

    private static List<LimitChange> changes(HardPreferences hard, BessInputs bess, double kwh, int from, int intervals) {
        List<LimitChange> changes = new ArrayList<>(hard.floorChanges());
        double old = hard.floorKwh(bess, from);
        if (kwh <= old) {
            // where the floor rises at this very moment, what came before was to reach it: it falls one interval later
            int falls = rises(hard, from) ? from + 1 : from;
            changes.removeIf(change -> change.interval() >= falls);
            if (falls < intervals && kwh < old) {
                changes.add(new LimitChange(falls, kwh));
            }
            return changes;
        }
        changes.removeIf(change -> change.interval() > from);
        double reached = old;
        for (int k = 1; from + k < intervals && reached < kwh && bess.chargeKw() > 0; k++) {
            reached = Math.min(kwh, old + k * bess.etaCharge() * bess.chargeKw() * Horizon.DELTA_HOURS);
            changes.add(new LimitChange(from + k, reached));
        }
        return changes;
    }

    private static boolean rises(HardPreferences hard, int from) {
        Double now = from == 0 ? null : hard.reserveKwh(from);
        Double before = from == 0 ? null : hard.reserveKwh(from - 1);
        return now != null && (before == null || now > before);
    }
}
