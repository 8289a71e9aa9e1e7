package org.vppworkbench.model.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.fleet.Preference.BlackoutWindow;
import org.vppworkbench.model.fleet.Preference.DailyDischargeCap;
import org.vppworkbench.model.fleet.Preference.EvReadyBy;
import org.vppworkbench.model.fleet.Preference.MaxEventsPerDay;
import org.vppworkbench.model.fleet.Preference.PriceFloor;
import org.vppworkbench.model.fleet.Preference.ReserveFloor;
import org.vppworkbench.model.fleet.Strength;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.EvInputs;
import org.vppworkbench.model.inputs.HardPreferences.EvReady;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.inputs.SoftPreference;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.time.SeriesKind;

class ScenarioResolverTest {
    private static ProsumerInputs first(Resolution resolution) {
        return resolution.orThrow().inputs().prosumers().get(0);
    }

    @Test
    void seriesAreCutToTheDaysOfTheRun() {
        LocalDate wednesday = Examples.FIRST.plusDays(2);
        ResolvedScenario run = ScenarioResolver.resolve(
                        Examples.scenario(wednesday, 1), Examples.fleet(Examples.home()), Examples.data(Examples.WEEK))
                .orThrow();
        assertEquals(96, run.inputs().horizon().intervals());
        assertEquals(49, run.inputs().prices().at(Product.ENERGY, 0));
        assertEquals(72, run.inputs().prices().at(Product.ENERGY, 95));
        assertEquals(run.inputs().prices().energy(), run.inputs().forecasts().energy());
        assertNull(run.inputs().forecasts().realTime());
        assertEquals("PERFECT", run.scenario().market().forecast().label());
    }

    @Test
    void devicesAreScaled() {
        ProsumerInputs home = first(Examples.resolve(Examples.home()));
        assertEquals(2, home.load().at(0));
        assertEquals(3, home.pv().at(40));
        BessInputs bess = home.bess();
        assertEquals(new BessInputs(10, 5, 4, 0.9, 0.9, 1, 9, 5, 0.05), bess);
        EvInputs ev = home.ev();
        assertEquals(6, ev.minKwh());
        assertEquals(30, ev.initialKwh());
    }

    @Test
    void exportCreditIsCappedAtTheImportPriceAndReported() {
        Resolution resolution = Examples.resolve(Examples.home());
        ProsumerInputs home = first(resolution);
        assertEquals(0.2, home.exportPrice().at(0));
        assertEquals(0.25, home.exportPrice().at(50));
        assertEquals(0.2, home.endValuePerKwh());
        assertEquals(Finding.Severity.INFO, resolution.findings().getLast().severity());
        assertTrue(resolution.findings().getLast().message().contains("96 of 192"));
        assertTrue(resolution.orThrow().provenance().stream().anyMatch(p -> p.kind() == SeriesKind.DERIVED));
    }

    @Test
    void wholesaleAndFlatNeedNoRetailSeries() {
        ProsumerInputs wholesale = first(Examples.resolve(withTariff(TariffPlan.WHOLESALE)));
        assertEquals(0.001, wholesale.importPrice().at(0));
        assertEquals(wholesale.importPrice(), wholesale.exportPrice());
        assertEquals(0.001, wholesale.endValuePerKwh());
        ProsumerInputs flat = first(Examples.resolve(withTariff(TariffPlan.FLAT)));
        assertEquals(0.33, flat.importPrice().at(7));
        assertEquals(0.08, flat.exportPrice().at(7));
    }

    private static Home withTariff(TariffPlan plan) {
        return new Home(
                "h",
                plan,
                HomePlanKind.TOU,
                CarPlanKind.OFF_PEAK,
                "house",
                1,
                10,
                10,
                null,
                null,
                null,
                NegotiatorStyle.LINEAR,
                List.of());
    }

    @Test
    void opportunitiesBelowTheMinimumStakeAreSkippedAndListed() {
        // energy 25 kW: stake 0.25 $ needs 10 $/MWh, which is hour 9; spin 15 kW at 5 $ never; non-spin has no series
        ResolvedScenario run = Examples.resolve(Examples.home()).orThrow();
        assertEquals(0, run.inputs().required().kw(Product.ENERGY, 8));
        assertEquals(25, run.inputs().required().kw(Product.ENERGY, 9));
        assertEquals(0, run.inputs().required().kw(Product.SPIN, 30));
        assertEquals(0, run.inputs().required().kw(Product.NONSPIN, 30));
        assertEquals(9 + 48, run.skipped().size());
        assertEquals(new Opportunity(Product.ENERGY, 0, 25, 1), run.skipped().get(0));
        assertEquals(new Opportunity(Product.SPIN, 0, 15, 5), run.skipped().get(1));
        assertTrue(run.skipped().stream().noneMatch(o -> o.product() == Product.NONSPIN));
    }

    @Test
    void hardPreferencesTakeTheStrictest() {
        ProsumerInputs home = first(Examples.resolve(Examples.home(
                new ReserveFloor(Strength.HARD, 2, 0, ""),
                new ReserveFloor(Strength.HARD, 3, 0, ""),
                new DailyDischargeCap(Strength.HARD, 8, 0, ""),
                new DailyDischargeCap(Strength.HARD, 6, 0, ""),
                new EvReadyBy(Strength.HARD, 40, 0, ""),
                new BlackoutWindow(Strength.HARD, LocalTime.of(23, 0), LocalTime.of(1, 0), 0, ""))));
        assertEquals(3, home.hard().reserveFloorKwh());
        assertEquals(6, home.hard().dailyDischargeCapKwh());
        assertEquals(List.of(new EvReady(32, 40), new EvReady(128, 40)), home.hard().evReady());
        assertEquals(
                IntStream.concat(
                                IntStream.concat(IntStream.range(0, 4), IntStream.range(92, 100)),
                                IntStream.range(188, 192))
                        .boxed()
                        .toList(),
                home.hard().blackoutIntervals());
        assertTrue(home.soft().isEmpty());
    }

    @Test
    void softPreferencesKeepTheirPrice() {
        ProsumerInputs home = first(Examples.resolve(Examples.home(
                new ReserveFloor(Strength.SOFT, 6, 0.5, ""),
                new DailyDischargeCap(Strength.SOFT, 8, 0.1, ""),
                new EvReadyBy(Strength.SOFT, 59, 0.4, ""),
                new BlackoutWindow(Strength.SOFT, LocalTime.MIDNIGHT, LocalTime.of(0, 30), 0.3, ""))));
        assertEquals(
                List.of(
                        new SoftPreference.Floor(6, 0.5),
                        new SoftPreference.DailyCap(8, 0.1),
                        new SoftPreference.CarReady(32, 59, 0.4),
                        new SoftPreference.CarReady(128, 59, 0.4),
                        new SoftPreference.Blackout(List.of(0, 1, 96, 97), 0.3)),
                home.soft());
        assertNull(home.hard().reserveFloorKwh());
    }

    @Test
    void agentsReadPriceFloorAndEventCount() {
        Behaviour behaviour = Examples.resolve(
                        Examples.home(new PriceFloor(0.3, ""), new PriceFloor(0.2, ""), new MaxEventsPerDay(4, "")))
                .orThrow()
                .behaviours()
                .get(0);
        assertEquals(300, behaviour.priceFloorPerMwh());
        assertEquals(4, behaviour.maxEventsPerDay());
    }

    @Test
    void preferencesAboutMissingDevicesFallAwayWithAWarning() {
        Resolution resolution = Examples.resolve(Examples.homeWith(
                null,
                null,
                new ReserveFloor(Strength.HARD, 3, 0, ""),
                new EvReadyBy(Strength.HARD, 3, 0, "")));
        ProsumerInputs home = first(resolution);
        assertNull(home.hard().reserveFloorKwh());
        assertTrue(home.hard().evReady().isEmpty());
        assertEquals(
                2,
                resolution.findings().stream()
                        .filter(f -> f.severity() == Finding.Severity.WARNING)
                        .count());
    }

    @Test
    void aCarThatIsNeverHomeDoesNoHarm() {
        var away = new org.vppworkbench.model.fleet.Trip(
                java.util.EnumSet.allOf(java.time.DayOfWeek.class), LocalTime.NOON, LocalTime.NOON, 0);
        var car = new org.vppworkbench.model.fleet.Ev("away", 60, 8, 0.9, 0, 0.5, 0, 0, List.of(away));
        EvInputs ev = first(Examples.resolve(Examples.homeWith(Examples.BESS, car))).ev();
        assertFalse(ev.plugged().contains(true));
    }
}
