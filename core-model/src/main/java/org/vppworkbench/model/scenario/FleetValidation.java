package org.vppworkbench.model.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Pv;
import org.vppworkbench.model.fleet.Trip;

/** Checks a fleet on its own: everything that needs neither the data nor the days of a run. */
public final class FleetValidation {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** Dearest wear cost accepted; an assumption, far above any battery price [$/kWh]. */
    private static final double MAX_WEAR = 10;

    private FleetValidation() {}

    /**
     * All findings about the fleet.
     *
     * @param fleet what to check
     * @param where file or id of the fleet, as the user gave it
     */
    public static List<Finding> check(Fleet fleet, String where) {
        Findings out = new Findings();
        check(fleet, where, out);
        return out.list();
    }

    static void check(Fleet fleet, String where, Findings out) {
        if (fleet.homes().isEmpty()) {
            out.error(where + ", homes", 0, "the fleet has no homes", "at least 1 home");
        }
        Set<String> seen = new HashSet<>();
        for (Home home : fleet.homes()) {
            if (!ID.matcher(home.id()).matches()) {
                out.error(
                        where + ", id",
                        "\"" + home.id() + "\"",
                        "not usable as an id",
                        "1 to 64 letters, digits, '.', '_', '-', such as home-001");
            }
            if (!seen.add(home.id())) {
                out.error(where + ", " + home.id() + ", id", home.id(), "duplicate id", "every id once");
            }
            checkHome(home, where + ", " + home.id(), out);
        }
    }

    private static void checkHome(Home home, String at, Findings out) {
        out.inRange(at + ", load.scale", home.loadScale(), 0, 1000, "");
        out.inRange(at + ", importLimitKw", home.importLimitKw(), 0, Findings.MAX_KW, "kW");
        out.inRange(at + ", exportLimitKw", home.exportLimitKw(), 0, Findings.MAX_KW, "kW");
        out.aboveZero(at + ", style.concessionExponent", home.style().concessionExponent(), 50, "");
        out.inRange(at + ", style.openingMarkup", home.style().openingMarkup(), 0, 2, "");
        Pv pv = home.pv();
        if (pv != null) {
            out.inRange(at + ", pv.kwDc", pv.kwDc(), 0, Findings.MAX_KW, "kWdc");
        }
        Bess bess = home.bess();
        if (bess != null) {
            checkBess(bess, at + ", bess.", out);
        }
        Ev ev = home.ev();
        if (ev != null) {
            checkEv(ev, at + ", ev.", out);
        }
        PreferenceChecks.check(home, at, out);
    }

    private static void checkBess(Bess bess, String at, Findings out) {
        out.aboveZero(at + "capacityKwh", bess.capacityKwh(), Findings.MAX_KWH, "kWh");
        out.aboveZero(at + "chargeKw", bess.chargeKw(), Findings.MAX_KW, "kW");
        out.aboveZero(at + "dischargeKw", bess.dischargeKw(), Findings.MAX_KW, "kW");
        out.aboveZero(at + "roundTripEfficiency", bess.roundTripEfficiency(), 1, "");
        out.inRange(at + "degradationPerKwh", bess.degradationPerKwh(), 0, MAX_WEAR, "$/kWh");
        boolean lower = out.inRange(at + "minSocFraction", bess.minSocFraction(), 0, 1, "");
        boolean upper = out.inRange(at + "maxSocFraction", bess.maxSocFraction(), 0, 1, "");
        if (!lower || !upper) {
            return;
        }
        if (bess.minSocFraction() > bess.maxSocFraction()) {
            out.error(
                    at + "minSocFraction",
                    Findings.number(bess.minSocFraction()),
                    "lower limit above the upper limit",
                    "[0, " + Findings.number(bess.maxSocFraction()) + "], the maxSocFraction");
            return;
        }
        out.inRange(at + "initialSocFraction", bess.initialSocFraction(), bess.minSocFraction(), bess.maxSocFraction(),
                "(minSocFraction to maxSocFraction)");
    }

    private static void checkEv(Ev ev, String at, Findings out) {
        out.aboveZero(at + "capacityKwh", ev.capacityKwh(), Findings.MAX_KWH, "kWh");
        out.aboveZero(at + "chargeKw", ev.chargeKw(), Findings.MAX_KW, "kW");
        out.aboveZero(at + "eta", ev.eta(), 1, "");
        out.inRange(at + "v2gDegradationPerKwh", ev.v2gDegradationPerKwh(), 0, MAX_WEAR, "$/kWh");
        out.inRange(at + "v2gKw", ev.v2gKw(), 0, Findings.MAX_KW, "kW");
        if (out.inRange(at + "minSocFraction", ev.minSocFraction(), 0, 1, "")) {
            out.inRange(
                    at + "initialSocFraction", ev.initialSocFraction(), ev.minSocFraction(), 1, "(minSocFraction to 1)");
        }
        for (int i = 0; i < ev.trips().size(); i++) {
            Trip trip = ev.trips().get(i);
            String field = at + "trips[" + i + "].";
            out.inRange(field + "drivenKwh", trip.drivenKwh(), 0, Findings.MAX_KWH, "kWh");
            if (trip.days().isEmpty()) {
                out.warning(field + "days", "none", "a trip without days is never made", "MONDAY … SUNDAY");
            }
        }
    }
}
