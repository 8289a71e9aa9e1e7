package org.vppworkbench.model.scenario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Pv;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.fleet.Trip;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;

/** Small inputs for the tests of this package. */
final class Examples {
    static final LocalDate FIRST = LocalDate.of(2023, 8, 14); // a Monday
    static final Horizon WEEK = new Horizon(FIRST, 7, Horizon.LOS_ANGELES);
    static final Bess BESS = new Bess("test", 10, 5, 4, 0.81, 0.1, 0.9, 0.5, 0.05);
    static final Ev EV = new Ev("test", 60, 8, 0.9, 0.1, 0.5, 0, 0, List.of(commute(12)));

    private Examples() {}

    static Trip commute(double kwh) {
        return trip("08:00", "18:00", kwh);
    }

    static Trip trip(String departure, String arrival, double kwh) {
        return new Trip(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.parse(departure),
                LocalTime.parse(arrival),
                kwh);
    }

    /** Energy price rises with the hour of the week: 1 $/MWh, 2 $/MWh, …; load 1 kW; yield 0.5 at noon hours. */
    static DataSet data(Horizon horizon) {
        int n = horizon.intervals();
        TimeSeries energy = TimeSeries.generate(n, t -> 1 + Horizon.hourOf(t));
        TimeSeries flat = TimeSeries.constant(n, 0.3);
        return new DataSet(
                "test",
                "test",
                horizon,
                new MarketSeries(energy, TimeSeries.constant(n, 5), null, energy.map(p -> p + 1)),
                Map.of(
                        TariffPlan.TOU_D_PRIME_NBT,
                        new DataSet.Retail(
                                TimeSeries.generate(n, t -> t % 96 < 48 ? 0.2 : 0.6),
                                TimeSeries.constant(n, 0.25)),
                        TariffPlan.TOU_D_4_9PM_NEM2,
                        new DataSet.Retail(flat, flat.map(p -> p - 0.025))),
                Map.of("house", TimeSeries.constant(n, 1)),
                Map.of("roof", TimeSeries.generate(n, t -> t % 96 >= 40 && t % 96 < 56 ? 0.5 : 0)),
                List.of());
    }

    static Home home(Preference... preferences) {
        return homeWith(BESS, EV, preferences);
    }

    static Home homeWith(Bess bess, Ev ev, Preference... preferences) {
        return new Home(
                "home-001",
                TariffPlan.TOU_D_PRIME_NBT,
                HomePlanKind.BILL_OPTIMAL,
                CarPlanKind.CHEAPEST,
                "house",
                2,
                20,
                15,
                new Pv(6, "roof"),
                bess,
                ev,
                NegotiatorStyle.LINEAR,
                List.of(preferences));
    }

    static Fleet fleet(Home... homes) {
        return new Fleet("test", "test", List.of(homes));
    }

    static Scenario scenario(LocalDate first, int days) {
        return scenario(first, days, new Requirement(25, 15, 15), 0.25);
    }

    static Scenario scenario(LocalDate first, int days, Requirement requirement, double minStakeUsd) {
        return new Scenario(
                "test",
                first,
                days,
                "fleet.json",
                requirement,
                minStakeUsd,
                "rule",
                AgentSettings.DEFAULT,
                SatisfactionSettings.DEFAULT,
                1,
                1);
    }

    static Resolution resolve(Home... homes) {
        return ScenarioResolver.resolve(scenario(FIRST, 2), fleet(homes), data(WEEK));
    }
}
