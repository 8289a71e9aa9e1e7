package org.vppworkbench.app.ui.fleet;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Pv;
import org.vppworkbench.model.fleet.TariffPlan;

/** All columns of the fleet table, in their order. */
final class FleetColumns {
    /** All of them. */
    static final List<FleetColumn> ALL = List.of(
            new FleetColumn.Words("home", "Home", "Stable id of the home", 6.2, true, Home::id),
            new FleetColumn.Choice<>("tariff", "Tariff", "Retail plan", 7.8, true, List.of(TariffPlan.values()),
                    HomeText::tariff, Home::tariff, HomeEdits::tariff),
            new FleetColumn.Choice<>("plan", "Home plan", "What the battery does without a contract", 8.2, true,
                    List.of(HomePlanKind.values()), HomeText::plan, Home::homePlan, HomeEdits::plan),
            new FleetColumn.Choice<>("car-plan", "Car plan", "When the car charges", 7, false, List.of(CarPlanKind.values()),
                    HomeText::carPlan, Home::carPlan, HomeEdits::carPlan),
            new FleetColumn.Words("load-profile", "Load profile", "Measured home whose load this one has, times the factor", 9, false,
                    Home::loadProfile),
            number("load", "Load ×", "Factor on the load profile", 4.8, true, Home::loadScale, HomeEdits::loadScale),
            number("import", "Import kW", "Most the meter draws [kW]", 5.6, false, Home::importLimitKw, HomeEdits::importLimitKw),
            number("export", "Export kW", "Most the meter feeds in [kW]", 5.6, false, Home::exportLimitKw, HomeEdits::exportLimitKw),
            number("pv", "PV kW", "Solar roof, nameplate [kWdc]", 4.8, true, FleetColumns::pvKw, HomeEdits::pvKw),
            new FleetColumn.Words("battery", "Battery", "Product of the battery", 10, false, FleetColumns::product),
            number("battery-kwh", "Bat. kWh", "Battery capacity [kWh]", 5.9, true, h -> bess(h, Bess::capacityKwh), HomeEdits::capacityKwh),
            number("battery-kw", "Bat. kW", "Battery charge and discharge limit [kW]; an edit sets both", 5.4, true,
                    h -> bess(h, Bess::dischargeKw), HomeEdits::batteryKw),
            number("round-trip", "Round trip %", "Round-trip efficiency of the battery, AC to AC [%]", 7.2, false,
                    h -> HomeFields.percent(bess(h, Bess::roundTripEfficiency)), (h, v) -> HomeEdits.roundTrip(h, v / 100)),
            number("battery-start", "Start SoC %", "State of charge of the battery at the start of a run [% of the capacity]", 6.6, false,
                    h -> HomeFields.percent(bess(h, Bess::initialSocFraction)), (h, v) -> HomeEdits.initialSoc(h, v / 100)),
            number("wear", "Wear $/kWh", "Wear of the battery [$ per kWh discharged]", 6.4, false,
                    h -> bess(h, Bess::degradationPerKwh), HomeEdits::wear),
            number("floor", "Floor kWh", "Least energy the owner keeps in the battery [kWh]; 0 for none", 6.6, true,
                    FleetColumns::floor, HomeEdits::floorKwh),
            new FleetColumn.Words("car", "Car", "Car and its battery [kWh]", 11, true, FleetColumns::car),
            number("car-kwh", "Car kWh", "Usable battery of the car [kWh]", 5.4, false, h -> ev(h, Ev::capacityKwh), HomeEdits::carKwh),
            number("car-kw", "Charger kW", "Charger limit [kW]", 6.2, false, h -> ev(h, Ev::chargeKw), HomeEdits::carKw),
            number("v2g", "V2G kW", "What the car can feed back [kW]; 0 means none", 5.2, false, h -> ev(h, Ev::v2gKw), HomeEdits::v2gKw),
            number("trips", "Trips", "Number of recurring trips; all are in the inspector", 4.2, false,
                    h -> ev(h, e -> e.trips().size()), null),
            number("prefs", "Prefs", "Number of preferences; all are in the inspector", 4.2, true, h -> h.preferences().size(), null),
            number("beta", "Style β", "Concession exponent of the rule agent: below 1 Boulware, above 1 Conceder", 5, true,
                    h -> h.style().concessionExponent(), HomeEdits::concession),
            number("markup", "Markup", "Opening markup: share of the gap between reservation price and published price asked at first", 5,
                    false, h -> h.style().openingMarkup(), HomeEdits::markup));

    private FleetColumns() {}

    /** A column by its id. */
    static FleetColumn byId(String id) {
        return ALL.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow(() -> new IllegalArgumentException("no column " + id));
    }

    private static FleetColumn number(
            String id, String title, String tooltip, double widthEm, boolean atFirst, ToDoubleFunction<Home> value,
            @Nullable BiFunction<Home, Double, Home> change) {
        return new FleetColumn.Quantity(id, title, tooltip, widthEm, atFirst, value, change);
    }

    private static double pvKw(Home home) {
        Pv pv = home.pv();
        return pv == null ? Double.NaN : pv.kwDc();
    }

    private static String product(Home home) {
        Bess bess = home.bess();
        return bess == null ? "" : bess.product();
    }

    private static String car(Home home) {
        return home.ev() == null ? "" : HomeText.car(home);
    }

    private static double bess(Home home, ToDoubleFunction<Bess> field) {
        Bess bess = home.bess();
        return bess == null ? Double.NaN : field.applyAsDouble(bess);
    }

    private static double ev(Home home, ToDoubleFunction<Ev> field) {
        Ev ev = home.ev();
        return ev == null ? Double.NaN : field.applyAsDouble(ev);
    }

    private static double floor(Home home) {
        Preference.ReserveFloor floor = HomeEdits.floor(home);
        return home.bess() == null ? Double.NaN : floor == null ? 0 : floor.kwh();
    }
}
