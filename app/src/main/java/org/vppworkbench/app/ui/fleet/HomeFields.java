package org.vppworkbench.app.ui.fleet;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Pv;
import org.vppworkbench.model.scenario.Findings;

/** The numbers of a home, by section, with the ranges that the validation of fleets has. */
final class HomeFields {
    /** Least size of a device: there is none of nothing. */
    private static final double LEAST = 0.01;

    private static final double MAX_WEAR = 10;

    /** Load and meter. */
    static final List<HomeField> LOAD = List.of(
            field("load-scale", "Load ×", "", "Factor on the load profile", 0, 1000, Home::loadScale, HomeEdits::loadScale),
            field("import-limit", "Import limit", "kW", "Most the meter draws [kW]", 0, Findings.MAX_KW, Home::importLimitKw,
                    HomeEdits::importLimitKw),
            field("export-limit", "Export limit", "kW", "Most the meter feeds in [kW]", 0, Findings.MAX_KW, Home::exportLimitKw,
                    HomeEdits::exportLimitKw));

    /** The solar roof. */
    static final List<HomeField> PV = List.of(
            field("pv-kw", "Size", "kWdc", "Nameplate of the solar roof [kWdc]", 0, Findings.MAX_KW, HomeFields::pvKw, HomeEdits::pvKw));

    /** The battery. */
    static final List<HomeField> BATTERY = List.of(
            field("battery-kwh", "Capacity", "kWh", "Capacity of the battery [kWh]", LEAST, Findings.MAX_KWH,
                    h -> bess(h, Bess::capacityKwh), HomeEdits::capacityKwh),
            field("battery-charge", "Charge limit", "kW", "Most the battery charges [kW, AC]", LEAST, Findings.MAX_KW,
                    h -> bess(h, Bess::chargeKw), HomeEdits::chargeKw),
            field("battery-discharge", "Discharge limit", "kW", "Most the battery discharges [kW, AC]", LEAST, Findings.MAX_KW,
                    h -> bess(h, Bess::dischargeKw), HomeEdits::dischargeKw),
            field("battery-round-trip", "Round trip", "%", "Round-trip efficiency, AC to AC [%]", 1, 100,
                    h -> percent(bess(h, Bess::roundTripEfficiency)), (h, v) -> HomeEdits.roundTrip(h, v / 100)),
            field("battery-least", "Least SoC", "%", "Physical lower limit [% of the capacity]", 0, 100,
                    h -> percent(bess(h, Bess::minSocFraction)), (h, v) -> limits(h, v / 100, -1, -1)),
            field("battery-most", "Most SoC", "%", "Physical upper limit [% of the capacity]", 0, 100,
                    h -> percent(bess(h, Bess::maxSocFraction)), (h, v) -> limits(h, -1, v / 100, -1)),
            field("battery-start", "SoC at start", "%", "State of charge at the start of a run [% of the capacity]", 0, 100,
                    h -> percent(bess(h, Bess::initialSocFraction)), (h, v) -> limits(h, -1, -1, v / 100)),
            field("battery-wear", "Wear", "$/kWh", "Wear [$ per kWh discharged]", 0, MAX_WEAR,
                    h -> bess(h, Bess::degradationPerKwh), HomeEdits::wear));

    /** The car. */
    static final List<HomeField> CAR = List.of(
            field("car-kwh", "Battery", "kWh", "Usable battery of the car [kWh]", LEAST, Findings.MAX_KWH,
                    h -> ev(h, Ev::capacityKwh), HomeEdits::carKwh),
            field("car-kw", "Charger", "kW", "Charger limit [kW]", LEAST, Findings.MAX_KW, h -> ev(h, Ev::chargeKw), HomeEdits::carKw),
            field("car-v2g", "V2G", "kW", "What the car can feed back [kW]; 0 means none", 0, Findings.MAX_KW,
                    h -> ev(h, Ev::v2gKw), HomeEdits::v2gKw),
            field("car-eta", "Efficiency", "%", "One-way efficiency of charging [%]", 1, 100,
                    h -> percent(ev(h, Ev::eta)), (h, v) -> shares(h, v / 100, -1, -1, -1)),
            field("car-least", "Least SoC", "%", "Least state of charge at all times [%]", 0, 100,
                    h -> percent(ev(h, Ev::minSocFraction)), (h, v) -> shares(h, -1, v / 100, -1, -1)),
            field("car-start", "SoC at start", "%", "State of charge at the start of a run [%]", 0, 100,
                    h -> percent(ev(h, Ev::initialSocFraction)), (h, v) -> shares(h, -1, -1, v / 100, -1)),
            field("car-wear", "V2G wear", "$/kWh", "Wear of feeding back [$/kWh]", 0, MAX_WEAR,
                    h -> ev(h, Ev::v2gDegradationPerKwh), (h, v) -> shares(h, -1, -1, -1, v)));

    /** The rule agent. */
    static final List<HomeField> AGENT = List.of(
            field("agent-beta", "Concession β", "", "Concession exponent of the rule agent: below 1 it holds out (Boulware), above 1 it gives in early"
                    + " (Conceder)", 0.01, 50, h -> h.style().concessionExponent(), HomeEdits::concession),
            field("agent-markup", "Opening markup", "", "Share of the gap between reservation price and published price asked at first; above 1 the"
                    + " first ask is dearer than the market", 0, 2, h -> h.style().openingMarkup(), HomeEdits::markup));

    /** What can be set for many homes at once. */
    static final List<HomeField> MANY = List.of(
            field("many-battery-kwh", "Battery capacity", "kWh", "Capacity of the battery [kWh]", LEAST, Findings.MAX_KWH,
                    h -> bess(h, Bess::capacityKwh), HomeEdits::capacityKwh),
            field("many-battery-kw", "Battery power", "kW", "Charge and discharge limit of the battery [kW]", LEAST, Findings.MAX_KW,
                    h -> bess(h, Bess::dischargeKw), HomeEdits::batteryKw),
            field("many-floor", "Reserve floor", "kWh", "Least energy the owner keeps in the battery [kWh]; 0 for none", 0,
                    Findings.MAX_KWH, HomeFields::floorKwh, HomeEdits::floorKwh),
            field("many-floor-share", "Reserve floor", "% of battery", "Least energy the owner keeps, as a share of the capacity [%]; 0 for none",
                    0, 100, HomeFields::floorKwh, (h, v) -> HomeEdits.floorKwh(h, v / 100 * bess(h, Bess::capacityKwh))),
            field("many-pv", "Solar roof", "kWdc", "Nameplate of the solar roof [kWdc]", 0, Findings.MAX_KW, HomeFields::pvKw, HomeEdits::pvKw),
            field("many-load", "Load ×", "", "Factor on the load profile", 0, 1000, Home::loadScale, HomeEdits::loadScale),
            field("many-charger", "Charger", "kW", "Charger limit of the car [kW]", LEAST, Findings.MAX_KW, h -> ev(h, Ev::chargeKw), HomeEdits::carKw),
            field("many-v2g", "V2G", "kW", "What the car can feed back [kW]; 0 means none", 0, Findings.MAX_KW, h -> ev(h, Ev::v2gKw), HomeEdits::v2gKw),
            field("many-beta", "Concession β", "", "Concession exponent of the rule agent: below 1 Boulware, above 1 Conceder", 0.01, 50,
                    h -> h.style().concessionExponent(), HomeEdits::concession),
            field("many-markup", "Opening markup", "", "Opening markup of the rule agent", 0, 2, h -> h.style().openingMarkup(), HomeEdits::markup));

    private HomeFields() {}

    private static HomeField field(
            String id, String label, String unit, String explanation, double min, double max, ToDoubleFunction<Home> value,
            BiFunction<Home, Double, Home> change) {
        return new HomeField(id, label, unit, explanation, min, max, value, change);
    }

    /** To the display, without the tail that a hundredfold share may have. */
    static double percent(double share) {
        return Math.rint(share * 1e8) / 1e6;
    }

    private static double pvKw(Home home) {
        Pv pv = home.pv();
        return pv == null ? Double.NaN : pv.kwDc();
    }

    private static double bess(Home home, ToDoubleFunction<Bess> field) {
        Bess bess = home.bess();
        return bess == null ? Double.NaN : field.applyAsDouble(bess);
    }

    private static double ev(Home home, ToDoubleFunction<Ev> field) {
        Ev ev = home.ev();
        return ev == null ? Double.NaN : field.applyAsDouble(ev);
    }

    private static double floorKwh(Home home) {
        Preference.ReserveFloor floor = HomeEdits.floor(home);
        return home.bess() == null ? Double.NaN : floor == null ? 0 : floor.kwh();
    }

    /** Negative means as it is. */
    private static Home limits(Home home, double least, double most, double initial) {
        return HomeEdits.socLimits(home, or(least, bess(home, Bess::minSocFraction)), or(most, bess(home, Bess::maxSocFraction)),
                or(initial, bess(home, Bess::initialSocFraction)));
    }

    private static Home shares(Home home, double eta, double least, double initial, double wear) {
        return HomeEdits.carShares(home, or(eta, ev(home, Ev::eta)), or(least, ev(home, Ev::minSocFraction)),
                or(initial, ev(home, Ev::initialSocFraction)), or(wear, ev(home, Ev::v2gDegradationPerKwh)));
    }

    private static double or(double wanted, double now) {
        return wanted < 0 ? now : wanted;
    }
}
