package org.vppworkbench.sample.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.fleet.AdoptionTargets;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.Ev;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.FleetValidation;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.Resolution;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.sample.FleetCsv;
import org.vppworkbench.sample.FleetJson;
import org.vppworkbench.sample.SampleLibrary;

class FleetGeneratorTest {
    private static final DataSet WEEK = SampleLibrary.load("la-2023-08").orThrow();

    private static final int SCALE = Integer.getInteger("vpp.random.scale", 1);

    private static Fleet fleet(FleetPreset preset, int homes, long seed) {
        return new FleetGenerator(preset.parameters(homes, seed), WEEK).generate("random");
    }

    private static Scenario scenario(LocalDate first, int days) {
        return new Scenario(
                WEEK.id(), first, days, "random", new Requirement(0, 0, 0), 0.25, "rule", AgentSettings.DEFAULT,
                SatisfactionSettings.DEFAULT, 1, 1);
    }

    /** The loads of the sample week repeated over any days: cars care about days and clocks, not about prices. */
    private static DataSet anyDays(LocalDate first, int days) {
        Horizon horizon = new Horizon(first, days, Horizon.LOS_ANGELES);
        int n = horizon.intervals();
        Map<String, TimeSeries> loads = new java.util.TreeMap<>();
        WEEK.loadKw().forEach((name, kw) -> loads.put(name, TimeSeries.generate(n, t -> kw.at(t % kw.length()))));
        Map<String, TimeSeries> roofs = new java.util.TreeMap<>();
        WEEK.pvYield().forEach((name, kw) -> roofs.put(name, TimeSeries.constant(n, 0)));
        Map<TariffPlan, DataSet.Retail> retail = new java.util.TreeMap<>();
        WEEK.retail().keySet().forEach(plan -> retail.put(
                plan, new DataSet.Retail(TimeSeries.constant(n, 0.3), TimeSeries.constant(n, 0.1))));
        MarketSeries prices = new MarketSeries(TimeSeries.constant(n, 50), null, null, null);
        return new DataSet(WEEK.id(), "any", horizon, prices, retail, loads, roofs, List.of());
    }

    private static void assertValid(Fleet fleet, DataSet data, String what) {
        assertTrue(FleetValidation.check(fleet, "f").isEmpty(), what + ": " + FleetValidation.check(fleet, "f"));
        Resolution resolution = ScenarioResolver.resolve(
                scenario(data.horizon().firstDay(), data.horizon().days()), fleet, data);
        assertNotNull(resolution.resolved(), what + ": " + resolution.findings());
    }

    @Test
    void everyFleetIsValidAndSurvivesItsFiles() {
        for (FleetPreset preset : FleetPreset.values()) {
            for (int homes : new int[] {1, 2, 20}) {
                for (int seed = 0; seed < 10 * SCALE; seed++) {
                    Fleet fleet = fleet(preset, homes, seed);
                    String what = preset + ", " + homes + " homes, seed " + seed;
                    assertEquals(homes, fleet.homes().size());
                    assertValid(fleet, WEEK, what);
                    assertEquals(fleet, FleetJson.read(FleetJson.write(fleet), "f").orThrow(), what);
                    assertEquals(
                            fleet,
                            FleetCsv.read(FleetCsv.write(fleet), "f", fleet.id(), fleet.name()).orThrow(),
                            what);
                }
            }
            assertValid(fleet(preset, 1000, 1), WEEK, preset + ", 1000 homes");
        }
    }

    /** Any first day, up to three weeks, across both clock changes. */
    @Test
    void everyWeekIsPossible() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 16 * SCALE; i++) {
            LocalDate first = switch (i % 4) {
                case 0 -> LocalDate.of(2023, 3, 6).plusDays(random.nextInt(7));
                case 1 -> LocalDate.of(2023, 10, 30).plusDays(random.nextInt(7));
                default -> LocalDate.of(2023, 1, 1).plusDays(random.nextInt(365));
            };
            DataSet days = anyDays(first, 1 + random.nextInt(21));
            assertValid(fleet(FleetPreset.LABORATORY, 40, i), days, "seed " + i + " from " + first);
        }
    }

    /** Long ways, weak chargers, great needs: the week is made possible, not refused. */
    @Test
    void extremeParametersGiveValidFleetsToo() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 16 * SCALE; i++) {
            FleetParameters p = FleetPreset.LABORATORY.parameters(20, i);
            var cars = p.cars();
            var driving = p.driving();
            var wishes = p.wishes();
            double median = random.nextDouble(10, 150);
            double lowest = random.nextDouble(0.1, 0.9);
            FleetParameters extreme = new FleetParameters(
                    20, i, new AdoptionTargets(0.9, 0.8, 1, 0.05), p.correlations(), p.dwellings(), p.roofs(), p.batteries(),
                    new org.vppworkbench.model.fleet.CarStock(
                            cars.models(), 1.4, random.nextDouble(1.4, 11.5), 0.5, 0.85, 0.1, lowest,
                            Math.min(1, lowest + 0.1), 0, 0, 0, 0),
                    new org.vppworkbench.model.fleet.DrivingHabits(
                            driving.weekday(), driving.weekend(), median, 1.5 * median, random.nextDouble(), 0.3, 0.9, 0.8,
                            0.4),
                    p.tariffs(), p.plans(), p.styles(),
                    new org.vppworkbench.model.fleet.Wishes(
                            wishes.reserves(), new org.vppworkbench.model.fleet.DepartureNeeds(1, 0.95, 0.1, 0.5, 1),
                            wishes.sales(), wishes.prices(), 1, 0, 0, 0, 0));
            Fleet fleet = new FleetGenerator(extreme, WEEK).generate("extreme");
            assertValid(fleet, WEEK, "seed " + i);
            assertValid(fleet, anyDays(LocalDate.of(2023, 3, 9), 14), "seed " + i + " in March");
        }
    }

    @Test
    void theSeedDecides() {
        Fleet five = fleet(FleetPreset.LABORATORY, 5, 7);
        assertEquals(five, fleet(FleetPreset.LABORATORY, 5, 7));
        assertNotEquals(five.homes(), fleet(FleetPreset.LABORATORY, 5, 8).homes());
        assertEquals(
                fleet(FleetPreset.LABORATORY, 3, 7).homes(), five.homes().subList(0, 3), "a longer fleet begins alike");
    }

    @Test
    void idsAreDistinct() {
        Fleet fleet = fleet(FleetPreset.CALIFORNIA, 1200, 3);
        assertEquals(1200, fleet.homes().stream().map(Home::id).distinct().count());
        assertEquals("home-001", fleet.homes().getFirst().id());
        assertEquals("home-1200", fleet.homes().getLast().id());
    }

    /** A changed part of the parameters leaves the other parts of every home as they were. */
    @Test
    void partsHaveTheirOwnNumbers() {
        FleetParameters p = FleetPreset.LABORATORY.parameters(200, 5);
        FleetParameters electric = new FleetParameters(
                200, 5, new AdoptionTargets(0.75, 0.62, 0.9, 0.05), p.correlations(), p.dwellings(), p.roofs(), p.batteries(),
                p.cars(), p.driving(), p.tariffs(), p.plans(), p.styles(), p.wishes());
        List<Home> before = new FleetGenerator(p, WEEK).generate("a").homes();
        List<Home> after = new FleetGenerator(electric, WEEK).generate("a").homes();
        for (int i = 0; i < 200; i++) {
            assertEquals(before.get(i).bess(), after.get(i).bess());
            assertEquals(before.get(i).pv(), after.get(i).pv());
            assertEquals(before.get(i).loadScale(), after.get(i).loadScale());
            assertEquals(before.get(i).style(), after.get(i).style());
            Ev car = before.get(i).ev();
            if (car != null) {
                assertEquals(car, after.get(i).ev());
            }
        }
        assertTrue(after.stream().filter(h -> h.ev() != null).count() > before.stream().filter(h -> h.ev() != null).count());
    }

    @Test
    void sharesOfNoneAndAllAreExact() {
        FleetParameters p = FleetPreset.LABORATORY.parameters(300, 1);
        for (double share : new double[] {0, 1}) {
            FleetParameters asked = new FleetParameters(
                    300, 1, new AdoptionTargets(share, share, share, 0.05), p.correlations(), p.dwellings(), p.roofs(),
                    p.batteries(), p.cars(), p.driving(), p.tariffs(), p.plans(), p.styles(), p.wishes());
            for (Home home : new FleetGenerator(asked, WEEK).generate("a").homes()) {
                assertEquals(share == 1, home.pv() != null);
                assertEquals(share == 1, home.bess() != null);
                assertEquals(share == 1, home.ev() != null);
            }
        }
    }

    @Test
    void v2gCarsKeepTheirFloor() {
        FleetParameters p = FleetPreset.LABORATORY.parameters(100, 1);
        var c = p.cars();
        FleetParameters asked = new FleetParameters(
                100, 1, p.adoption(), p.correlations(), p.dwellings(), p.roofs(), p.batteries(),
                new org.vppworkbench.model.fleet.CarStock(
                        c.models(), c.chargerSmallKw(), c.chargerLargeKw(), c.largeChargerShare(), c.eta(),
                        c.minSocFraction(), c.fromInitialSoc(), c.toInitialSoc(), 1, 7.2, 0.3, 0.05),
                p.driving(), p.tariffs(), p.plans(), p.styles(), p.wishes());
        for (Home home : new FleetGenerator(asked, WEEK).generate("a").homes()) {
            Ev car = home.ev();
            if (car != null) {
                assertEquals(0.3, car.minSocFraction());
                assertTrue(car.v2gKw() > 0 && car.v2gKw() <= 7.2 && car.v2gKw() <= car.chargeKw());
                assertEquals(0.05, car.v2gDegradationPerKwh());
            }
        }
    }

    @Test
    void unusableParametersAreFindings() {
        FleetParameters none = FleetPreset.LABORATORY.parameters(0, 1);
        assertNull(FleetGenerator.of(none, WEEK, "p.json").value());
        Finding finding = FleetGenerator.of(none, WEEK, "p.json").findings().getFirst();
        assertEquals("p.json, homes", finding.where());
        assertEquals("[1, 10000] homes", finding.allowed());
        assertTrue(FleetGenerator.check(none.with(10_001, 1), WEEK, "p").getFirst().isError());
        assertThrows(IllegalArgumentException.class, () -> new FleetGenerator(none, WEEK));

        DataSet dark = new DataSet(
                "dark", "", WEEK.horizon(), WEEK.prices(), WEEK.retail(), WEEK.loadKw(), Map.of(), List.of());
        assertEquals("p, adoption.pv", FleetGenerator.check(none.with(1, 1), dark, "p").getFirst().where());
        DataSet idle = new DataSet(
                "idle", "", WEEK.horizon(), WEEK.prices(), WEEK.retail(), Map.of(), WEEK.pvYield(), List.of());
        assertEquals("idle", FleetGenerator.check(none.with(1, 1), idle, "p").getFirst().where());
        assertFalse(FleetGenerator.of(none.with(1, 1), WEEK, "p").findings().stream().anyMatch(Finding::isError));
    }

    @Test
    void theTableIsReadFromTheHomes() {
        FleetParameters p = FleetPreset.LABORATORY.parameters(100, 2);
        FleetGenerator generator = new FleetGenerator(p, WEEK);
        Fleet fleet = generator.generate("a");
        SamplingTable table = generator.table(fleet);
        long roofs = fleet.homes().stream().filter(h -> h.pv() != null).count();
        SamplingRow pv = row(table, "adoption.pv");
        assertEquals(0.75, pv.asked());
        assertEquals(roofs / 100.0, pv.drawn());
        assertEquals(100, pv.cases());
        double power = fleet.homes().stream()
                .map(Home::bess)
                .filter(b -> b != null)
                .mapToDouble(Bess::dischargeKw)
                .sum();
        SamplingRow discharge = table.rows().stream()
                .filter(r -> r.quantity().startsWith("total discharge"))
                .findFirst()
                .orElseThrow();
        assertEquals(power, discharge.drawn(), 1e-9);
        // of other homes it says other things
        Fleet half = new Fleet("half", "", fleet.homes().subList(0, 50));
        assertEquals(50, row(generator.table(half), "adoption.pv").cases());
        List<String> lines = table.csv().lines().toList();
        assertEquals("parameter,quantity,asked,drawn,unit,cases,source", lines.getFirst());
        assertEquals(table.rows().size() + 1, lines.size());
        assertTrue(IntStream.range(1, lines.size()).noneMatch(i -> lines.get(i).contains("NaN")));
    }

    /** The correlation of the parameters stands in the table even where the limit of batteries without a roof overrules it. */
    @Test
    void anOverruledCorrelationSaysSo() {
        for (FleetPreset preset : FleetPreset.values()) {
            FleetGenerator generator = new FleetGenerator(preset.parameters(50, 1), WEEK);
            SamplingRow battery = generator.table(generator.generate("fifty")).rows().stream()
                    .filter(r -> r.quantity().startsWith("latent correlation of roof and battery"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(0.6, battery.asked());
            assertEquals(
                    preset == FleetPreset.LABORATORY, battery.quantity().endsWith("overruled by maxBessWithoutPv"),
                    preset + ": " + battery.quantity());
        }
    }

    @Test
    void anEmptyCaseIsNotDefined() {
        FleetGenerator generator = new FleetGenerator(FleetPreset.CALIFORNIA.parameters(1, 4), WEEK);
        Fleet one = generator.generate("one");
        assertNull(one.homes().getFirst().ev());
        SamplingRow miles = row(generator.table(one), "driving.milesMean");
        assertEquals(0, miles.cases());
        assertTrue(Double.isNaN(miles.drawn()));
        assertTrue(generator.table(one).csv().contains("driving.milesMean,mean distance of a day with a trip,30,,mi,0,U"));
    }

    static SamplingRow row(SamplingTable table, String path) {
        return table.rows().stream()
                .filter(r -> r.parameter().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
