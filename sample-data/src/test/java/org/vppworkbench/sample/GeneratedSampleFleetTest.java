package org.vppworkbench.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.fleet.Bess;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.fleet.Home;
import org.vppworkbench.model.fleet.TariffPlan;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.sample.generator.FleetGenerator;

class GeneratedSampleFleetTest {
    private static final Fleet FLEET = SampleLibrary.fleet("la-200").orThrow();

    private static final DataSet WEEK = SampleLibrary.load("la-2023-08").orThrow();

    @Test
    void theGeneratorGivesTheFrozenBytes() {
        Fleet again = new FleetGenerator(
                        FleetPreset.LABORATORY.parameters(200, SampleLibrary.LOS_ANGELES_200_SEED), WEEK)
                .generate("la-200");
        assertEquals(FLEET, again);
        assertEquals(
                new String(SampleFile.LOS_ANGELES_200.bytes(), StandardCharsets.UTF_8), FleetJson.write(again));
    }

    /** 250 kW of energy can be offered in steps of 10 kW from 100 kW on, beside 150 kW of each reserve. */
    @Test
    void itCanClearUnderAMinimumBid() {
        double discharge = FLEET.homes().stream()
                .map(Home::bess)
                .filter(Objects::nonNull)
                .mapToDouble(Bess::dischargeKw)
                .sum();
        assertTrue(discharge > 250 + 150 + 150, "" + discharge);
    }

    @Test
    void itIsMixed() {
        assertEquals(200, FLEET.homes().size());
        for (TariffPlan plan : new TariffPlan[] {
            TariffPlan.TOU_D_PRIME_NBT, TariffPlan.TOU_D_4_9PM_NEM2, TariffPlan.FLAT
        }) {
            assertTrue(FLEET.homes().stream().anyMatch(h -> h.tariff() == plan));
        }
        assertTrue(FLEET.homes().stream()
                .filter(h -> h.ev() != null)
                .flatMap(h -> Objects.requireNonNull(h.ev()).trips().stream())
                .anyMatch(trip -> !trip.plugIn()));
    }

    @Test
    void theWholeWeekAndEveryDayResolve() {
        ScenarioResolver.resolve(DefaultFleetTest.scenario(LocalDate.of(2023, 8, 15), 7), FLEET, WEEK)
                .orThrow();
        for (int day = 15; day <= 21; day++) {
            ScenarioResolver.resolve(DefaultFleetTest.scenario(LocalDate.of(2023, 8, day), 1), FLEET, WEEK)
                    .orThrow();
        }
    }

    @Test
    void provenanceNamesTheSeed() {
        assertTrue(SampleLibrary.fleetProvenance("la-200").note().contains("seed 1"));
        assertEquals("fleets/la-20.json", SampleLibrary.fleetProvenance("la-20").file());
        assertThrows(IllegalArgumentException.class, () -> SampleLibrary.fleetProvenance("la-7"));
    }
}
