package org.vppworkbench.model.scenario;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Preference.BlackoutWindow;
import org.vppworkbench.model.fleet.Preference.DailyDischargeCap;
import org.vppworkbench.model.fleet.Preference.EvReadyBy;
import org.vppworkbench.model.fleet.Preference.MaxEventsPerDay;
import org.vppworkbench.model.fleet.Preference.PriceFloor;
import org.vppworkbench.model.fleet.Preference.ReserveFloor;
import org.vppworkbench.model.fleet.Strength;

/** Checks of a home's preferences against its own devices. */
final class PreferenceChecks {
    /** Dearest violation accepted; an assumption [$ per unit]. */
    private static final double MAX_USD_PER_UNIT = 1000;

    /** Rounding allowed when energies are compared [kWh]. */
    private static final double TOLERANCE_KWH = 1e-9;

    private PreferenceChecks() {}

    static void check(Home home, String at, Findings out) {
        for (int i = 0; i < home.preferences().size(); i++) {
            Preference preference = home.preferences().get(i);
            String field = at + ", preferences[" + i + "] " + preference.getClass().getSimpleName();
            out.inRange(field + ".usdPerUnit", preference.usdPerUnit(), 0, MAX_USD_PER_UNIT, "$ per unit");
            switch (preference) {
                case ReserveFloor floor -> checkFloor(home.bess(), floor, field + ".limit", out);
                case EvReadyBy ready -> checkReady(home.ev(), ready, field, out);
                case DailyDischargeCap cap -> out.inRange(field + ".limit", cap.kwh(), 0, Findings.MAX_KWH, "kWh");
                case PriceFloor floor -> out.inRange(field + ".limit", floor.usdPerKwh(), -1, 10, "$/kWh");
                case MaxEventsPerDay events -> out.inRange(field + ".limit", events.count(), 0, 1000, "per day");
                case BlackoutWindow _ -> {}
            }
        }
    }

    private static void checkFloor(@Nullable Bess bess, ReserveFloor floor, String field, Findings out) {
        if (bess == null) {
            out.inRange(field, floor.kwh(), 0, Findings.MAX_KWH, "kWh");
            out.warning(field, Findings.number(floor.kwh()), "a floor without a battery has no effect", null);
            return;
        }
        double max = bess.maxSocFraction() * bess.capacityKwh();
        if (Double.isNaN(max) || !out.inRange(field, floor.kwh(), 0, max, "kWh (maxSocFraction × capacityKwh)")) {
            return;
        }
        double initial = bess.initialSocFraction() * bess.capacityKwh();
        if (floor.strength() == Strength.HARD && initial < floor.kwh() - TOLERANCE_KWH) {
            out.error(
                    field,
                    Findings.number(floor.kwh()),
                    "initial energy below the hard floor: the home cannot keep it on its own",
                    "[0, " + Findings.number(initial) + "] kWh (initialSocFraction × capacityKwh), or SOFT");
        }
    }

    private static void checkReady(@Nullable Ev ev, EvReadyBy ready, String at, Findings out) {
        String field = at + ".limit";
        if (ev == null) {
            out.inRange(field, ready.kwh(), 0, Findings.MAX_KWH, "kWh");
            out.warning(field, Findings.number(ready.kwh()), "a car need without a car has no effect", null);
        } else if (!Double.isNaN(ev.capacityKwh())) {
            out.inRange(field, ready.kwh(), 0, ev.capacityKwh(), "kWh (ev.capacityKwh)");
        }
        if (ev != null && !ready.everyDeparture() && CarDues.never(ready, ev.trips())) {
            boolean leaves = ready.by() == null;
            out.warning(
                    at + (leaves ? ".days" : ".by"),
                    ready.when(),
                    "has no effect: " + (leaves ? "the car never leaves on these days" : "the car is always away then"),
                    null);
        }
    }
}
