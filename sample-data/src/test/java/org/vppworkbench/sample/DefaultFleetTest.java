package org.vppworkbench.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.CarPlanKind;
import org.vppworkbench.model.fleet.HomePlanKind;
import org.vppworkbench.model.fleet.Preference;
import org.vppworkbench.model.fleet.Strength;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.inputs.ProsumerInputs;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.Resolution;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;

class DefaultFleetTest {
    private static final Fleet FLEET = SampleLibrary.defaultFleet("la-2023-08").orThrow();

    static Scenario scenario(LocalDate firstDay, int days) {
        return new Scenario(
                "la-2023-08",
                firstDay,
                days,
                "la-20",
                Requirement.LOS_ANGELES_20,
                0.25,
                "rule",
                AgentSettings.DEFAULT,
                SatisfactionSettings.DEFAULT,
                1,
                1);
    }

    private static long count(java.util.function.Predicate<Home> what) {
        return FLEET.homes().stream().filter(what).count();
    }

    @Test
    void composition() {
        assertEquals("la-20", FLEET.id());
        assertEquals("Los Angeles 20", FLEET.name());
        assertEquals(
                IntStream.rangeClosed(1, 20).mapToObj(i -> String.format("home-%03d", i)).toList(),
                FLEET.homes().stream().map(Home::id).toList());
        assertTrue(count(h -> h.bess() != null) >= 10);
        assertTrue(count(h -> h.ev() != null) >= 9);
        assertTrue(count(h -> h.pv() != null) >= 14);
        assertTrue(count(h -> h.bess() != null && h.pv() == null) <= 1);
        assertEquals(10, count(h -> h.tariff() == TariffPlan.TOU_D_PRIME_NBT));
        assertEquals(8, count(h -> h.tariff() == TariffPlan.TOU_D_4_9PM_NEM2));
        assertEquals(2, count(h -> h.tariff() == TariffPlan.FLAT));
        assertEquals(20, count(h -> h.homePlan() == HomePlanKind.BILL_OPTIMAL && h.carPlan() == CarPlanKind.CHEAPEST));
    }

    @Test
    void homesDiffer() {
        List<Home> batteries = FLEET.homes().stream().filter(h -> h.bess() != null).toList();
        assertTrue(batteries.stream().map(h -> Objects.requireNonNull(h.bess()).product()).distinct().count() >= 5);
        assertTrue(batteries.stream().map(Home::style).distinct().count() >= 8);
        assertTrue(batteries.stream().anyMatch(h -> h.style().concessionExponent() < 0.5));
        assertTrue(batteries.stream().anyMatch(h -> h.style().concessionExponent() > 3));
        for (Class<?> type : Preference.class.getPermittedSubclasses()) {
            assertTrue(
                    FLEET.homes().stream().flatMap(h -> h.preferences().stream()).anyMatch(type::isInstance),
                    type.getSimpleName());
        }
        for (Strength strength : Strength.values()) {
            assertTrue(FLEET.homes().stream()
                    .flatMap(h -> h.preferences().stream())
                    .anyMatch(p -> p.strength() == strength));
        }
        for (Home home : batteries) {
            double wear = Objects.requireNonNull(home.bess()).degradationPerKwh();
            assertTrue(wear >= 0.03 && wear <= 0.08);
        }
    }

    @Test
    void homesCompete() {
        double discharge = FLEET.homes().stream()
                .filter(h -> h.bess() != null)
                .mapToDouble(h -> Objects.requireNonNull(h.bess()).dischargeKw())
                .sum();
        assertTrue(discharge > 25 + 15 + 15 + 10, "" + discharge);
    }

    @Test
    void theFileIsCanonical() {
        String text = new String(SampleFile.LOS_ANGELES_20.bytes(), StandardCharsets.UTF_8);
        assertEquals(text, FleetJson.write(FLEET));
    }

    @Test
    void theWholeWeekResolves() {
        Resolution resolution = resolve(LocalDate.of(2023, 8, 15), 7);
        assertTrue(resolution.findings().stream().allMatch(f -> f.severity() == Finding.Severity.INFO));
        assertEquals(20, resolution.orThrow().inputs().prosumers().size());
        assertEquals(216, 3 * 168 - resolution.orThrow().skipped().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18, 19, 20, 21})
    void everySingleDayResolves(int day) {
        resolve(LocalDate.of(2023, 8, day), 1).orThrow();
    }

    /** The meter limits are there, but nobody is throttled by accident. */
    @Test
    void limitsDoNotBind() {
        for (ProsumerInputs home :
                resolve(LocalDate.of(2023, 8, 15), 7).orThrow().inputs().prosumers()) {
            double most = home.load().max()
                    + (home.bess() == null ? 0 : home.bess().chargeKw())
                    + (home.ev() == null ? 0 : home.ev().chargeKw());
            assertTrue(most <= home.importLimitKw(), home.id());
            double out = home.pv().max() + (home.bess() == null ? 0 : home.bess().dischargeKw());
            assertTrue(out <= home.exportLimitKw(), home.id());
        }
    }

    private static Resolution resolve(LocalDate firstDay, int days) {
        return ScenarioResolver.resolve(
                scenario(firstDay, days), FLEET, SampleLibrary.load("la-2023-08").orThrow());
    }
}
