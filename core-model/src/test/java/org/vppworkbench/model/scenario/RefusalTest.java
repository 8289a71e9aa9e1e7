package org.vppworkbench.model.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.Preference.EvReadyBy;
import org.vppworkbench.model.fleet.Preference.ReserveFloor;
import org.vppworkbench.model.fleet.Pv;
import org.vppworkbench.model.fleet.Strength;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.TimeSeries;

/** What cannot be run is refused by home, field, value and allowed range. */
class RefusalTest {
    private static Finding refused(Resolution resolution, String where) {
        assertNull(resolution.resolved());
        Finding finding = resolution.findings().stream()
                .filter(Finding::isError)
                .filter(f -> f.where().contains(where))
                .findFirst()
                .orElseThrow(() -> new AssertionError(where + " not in " + resolution.findings()));
        assertNotNull(finding.allowed(), finding.oneLine());
        return finding;
    }

    private static Home battery(Bess bess) {
        return Examples.homeWith(bess, null);
    }

    private static Home car(Ev ev, org.vppworkbench.model.fleet.Preference... preferences) {
        return Examples.homeWith(null, ev, preferences);
    }

    @Test
    void noHomes() {
        refused(Examples.resolve(), "fleet.json, homes");
    }

    @Test
    void duplicateAndUnusableIds() {
        Finding twice = refused(Examples.resolve(Examples.home(), Examples.home()), "home-001, id");
        assertEquals("home-001", twice.value());
        Home h = Examples.home();
        Home nameless = new Home(
                "", h.tariff(), h.homePlan(), h.carPlan(), h.loadProfile(), 1, 10, 10, null, null, null, h.style(),
                List.of());
        refused(Examples.resolve(nameless), "fleet.json, id");
    }

    @Test
    void unknownProfilesNameTheKnownOnes() {
        Home h = Examples.home();
        Home home = new Home(
                h.id(), h.tariff(), h.homePlan(), h.carPlan(), "castle", 1, 10, 10, new Pv(5, "moon"), null, null,
                h.style(), List.of());
        Finding load = refused(Examples.resolve(home), "home-001, load.profile");
        assertEquals("house", load.allowed());
        refused(Examples.resolve(home), "home-001, pv.profile");
    }

    @Test
    void daysOutsideTheDataAndFewerThanOne() {
        for (int days : new int[] {0, -3, 8, Integer.MAX_VALUE}) {
            Resolution resolution = ScenarioResolver.resolve(
                    Examples.scenario(Examples.FIRST, days),
                    Examples.fleet(Examples.home()),
                    Examples.data(Examples.WEEK));
            Finding finding = refused(resolution, "days");
            assertTrue(finding.allowed().contains("2023-08-14 to 2023-08-20"), finding.oneLine());
        }
        refused(
                ScenarioResolver.resolve(
                        Examples.scenario(Examples.FIRST.minusDays(1), 1),
                        Examples.fleet(Examples.home()),
                        Examples.data(Examples.WEEK)),
                "firstDay");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e9})
    void requirementsMustBeNumbers(double kw) {
        for (Requirement requirement : List.of(
                new Requirement(kw, 0, 0), new Requirement(0, kw, 0), new Requirement(0, 0, kw))) {
            refused(
                    ScenarioResolver.resolve(
                            Examples.scenario(Examples.FIRST, 1, requirement, 0.25),
                            Examples.fleet(Examples.home()),
                            Examples.data(Examples.WEEK)),
                    "requirement.");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.NEGATIVE_INFINITY, 1e6})
    void sizesOfABattery(double bad) {
        refused(Examples.resolve(battery(new Bess("", bad, 5, 5, 0.9, 0, 1, 0.5, 0))), "bess.capacityKwh");
        refused(Examples.resolve(battery(new Bess("", 10, bad, 5, 0.9, 0, 1, 0.5, 0))), "bess.chargeKw");
        refused(Examples.resolve(battery(new Bess("", 10, 5, bad, 0.9, 0, 1, 0.5, 0))), "bess.dischargeKw");
        refused(Examples.resolve(battery(new Bess("", 10, 5, 5, bad, 0, 1, 0.5, 0))), "bess.roundTripEfficiency");
        refused(Examples.resolve(battery(new Bess("", 10, 5, 5, 0.9, bad, 1, 0.5, 0))), "bess.minSocFraction");
        refused(Examples.resolve(battery(new Bess("", 10, 5, 5, 0.9, 0, bad, 0.5, 0))), "bess.maxSocFraction");
        refused(Examples.resolve(battery(new Bess("", 10, 5, 5, 0.9, 0, 1, bad, 0))), "bess.initialSocFraction");
        refused(Examples.resolve(battery(new Bess("", 10, 5, 5, 0.9, 0, 1, 0.5, bad))), "bess.degradationPerKwh");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e6})
    void sizesOfACar(double bad) {
        refused(Examples.resolve(car(new Ev("", bad, 8, 0.9, 0, 0.5, 0, 0, List.of()))), "ev.capacityKwh");
        refused(Examples.resolve(car(new Ev("", 60, bad, 0.9, 0, 0.5, 0, 0, List.of()))), "ev.chargeKw");
        refused(Examples.resolve(car(new Ev("", 60, 8, bad, 0, 0.5, 0, 0, List.of()))), "ev.eta");
        refused(Examples.resolve(car(new Ev("", 60, 8, 0.9, bad, 0.5, 0, 0, List.of()))), "ev.minSocFraction");
        refused(Examples.resolve(car(new Ev("", 60, 8, 0.9, 0, bad, 0, 0, List.of()))), "ev.initialSocFraction");
        refused(Examples.resolve(car(new Ev("", 60, 8, 0.9, 0, 0.5, bad, 0, List.of()))), "ev.v2gKw");
        Ev trip = new Ev("", 60, 8, 0.9, 0, 0.5, 0, 0, List.of(Examples.commute(bad)));
        refused(Examples.resolve(car(trip)), "ev.trips[0].drivenKwh");
    }

    @Test
    void powerToTheGridIsNotNegative() {
        Finding finding =
                refused(Examples.resolve(car(new Ev("", 60, 8, 0.9, 0, 0.5, -7, 0, List.of()))), "ev.v2gKw");
        assertEquals("-7", finding.value());
    }

    @Test
    void windowsAndFloors() {
        refused(Examples.resolve(battery(new Bess("", 10, 5, 5, 0.9, 0.8, 0.2, 0.5, 0))), "bess.minSocFraction");
        refused(Examples.resolve(battery(new Bess("", 10, 5, 5, 0.9, 0.2, 0.8, 0.1, 0))), "bess.initialSocFraction");
        Finding low = refused(
                Examples.resolve(Examples.home(new ReserveFloor(Strength.HARD, 6, 0, ""))), "ReserveFloor.limit");
        assertTrue(low.message().contains("initial energy below the hard floor"));
        assertTrue(low.where().contains("home-001"));
        refused(Examples.resolve(Examples.home(new ReserveFloor(Strength.SOFT, 9.5, 0, ""))), "ReserveFloor.limit");
        refused(Examples.resolve(Examples.home(new EvReadyBy(Strength.SOFT, 61, 0, ""))), "EvReadyBy.limit");
        refused(Examples.resolve(Examples.home(new ReserveFloor(Strength.SOFT, 2, -1, ""))), "usdPerUnit");
        refused(Examples.resolve(Examples.home(new ReserveFloor(Strength.SOFT, 2, Double.NaN, ""))), "usdPerUnit");
    }

    @Test
    void aTripThatCannotBeMade() {
        // 30 kWh at midnight, at most 7.2 kWh an hour until 08:00 and 60 kWh in all; 6 kWh must stay
        Finding finding = refused(
                Examples.resolve(car(new Ev("", 60, 8, 0.9, 0.1, 0.5, 0, 0, List.of(Examples.commute(58))))),
                "ev.trips, departure 2023-08-14 08:00");
        assertTrue(finding.message().contains("4.000 kWh missing"), finding.oneLine());
        Finding slow = refused(
                Examples.resolve(car(new Ev("", 60, 1, 1, 0, 0.5, 0, 0, List.of(Examples.commute(28))))),
                "departure 2023-08-15 08:00");
        assertTrue(slow.message().contains("4.000 kWh missing"), slow.oneLine());
    }

    @Test
    void aCarNeedThatCannotBeMet() {
        Ev slow = new Ev("", 60, 1, 1, 0, 0.5, 0, 0, List.of(Examples.commute(5)));
        Finding finding = refused(
                Examples.resolve(car(slow, new EvReadyBy(Strength.HARD, 50, 0, ""))),
                "home-001, EvReadyBy, departure 2023-08-14 08:00");
        assertTrue(finding.message().contains("12.000 kWh missing"), finding.oneLine());
        assertNotNull(Examples.resolve(car(slow, new EvReadyBy(Strength.SOFT, 50, 1, "")))
                .resolved());
    }

    @Test
    void overlappingTrips() {
        Ev ev = new Ev(
                "", 60, 8, 0.9, 0, 0.5, 0, 0, List.of(Examples.commute(5), Examples.trip("17:00", "19:00", 2)));
        Finding finding = refused(Examples.resolve(car(ev)), "ev.trips");
        assertEquals("2023-08-14T17:00", finding.value());
    }

    @Test
    void loadThatCannotBeServed() {
        Home h = Examples.home();
        Home home = new Home(
                h.id(), h.tariff(), h.homePlan(), h.carPlan(), "house", 12, 11, 10, new Pv(4, "roof"), null, null,
                h.style(), List.of());
        Finding finding = refused(Examples.resolve(home), "home-001, load, interval 0");
        assertEquals("12 kW", finding.value());
    }

    @Test
    void absurdPricesAreRefusedAndUnusualOnesToldOf() {
        Resolution absurd = withEnergy(20_000);
        refused(absurd, "prices.energy, interval 0");
        Resolution unusual = withEnergy(2500);
        assertNotNull(unusual.resolved());
        assertTrue(unusual.findings().stream()
                .anyMatch(f -> f.severity() == Finding.Severity.WARNING && f.where().contains("prices.energy")));
    }

    private static Resolution withEnergy(double price) {
        DataSet base = Examples.data(Examples.WEEK);
        TimeSeries energy = TimeSeries.constant(base.horizon().intervals(), price);
        DataSet data = new DataSet(
                "x", "x", base.horizon(), new MarketSeries(energy, null, null, null), base.retail(), base.loadKw(),
                base.pvYield(), List.of());
        return ScenarioResolver.resolve(
                Examples.scenario(Examples.FIRST, 1), Examples.fleet(Examples.home()), data);
    }

    @Test
    void seriesOfTheWrongLengthAndPlansWithoutPrices() {
        DataSet base = Examples.data(Examples.WEEK);
        DataSet shortLoad = new DataSet(
                "x", "x", base.horizon(), base.prices(), base.retail(), Map.of("house", TimeSeries.of(1, 2)),
                base.pvYield(), List.of());
        refused(
                ScenarioResolver.resolve(
                        Examples.scenario(Examples.FIRST, 1), Examples.fleet(Examples.home()), shortLoad),
                "load house");
        DataSet noPlans = new DataSet(
                "x", "x", base.horizon(), base.prices(), Map.of(), base.loadKw(), base.pvYield(), List.of());
        Finding plan = refused(
                ScenarioResolver.resolve(
                        Examples.scenario(Examples.FIRST, 1), Examples.fleet(Examples.home()), noPlans),
                "home-001, tariff");
        assertEquals("FLAT, WHOLESALE", plan.allowed());
    }

    @Test
    void aRefusedResolutionThrowsWithItsFindings() {
        IllegalStateException thrown =
                assertThrows(IllegalStateException.class, () -> Examples.resolve().orThrow());
        assertTrue(thrown.getMessage().contains("the fleet has no homes"));
    }
}
