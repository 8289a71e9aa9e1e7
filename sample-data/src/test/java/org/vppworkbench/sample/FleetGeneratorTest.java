package org.vppworkbench.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Resolution;
import org.vppworkbench.model.scenario.ScenarioResolver;

class FleetGeneratorTest {
    private static final DataSet WEEK = SampleLibrary.load("la-2023-08").orThrow();

    private static final FleetGenerator GENERATOR = new FleetGenerator(AdoptionRates.LABORATORY, WEEK);

    @Test
    void everyFleetIsValid() {
        int fleets = 25 * Integer.getInteger("vpp.random.scale", 1);
        for (int seed = 0; seed < fleets; seed++) {
            Fleet fleet = GENERATOR.generate("random", 4, seed);
            Resolution resolution =
                    ScenarioResolver.resolve(DefaultFleetTest.scenario(LocalDate.of(2023, 8, 15), 7), fleet, WEEK);
            assertNotNull(resolution.resolved(), "seed " + seed + ": " + resolution.findings());
            assertEquals(
                    fleet, FleetJson.read(FleetJson.write(fleet), "f").orThrow(), "seed " + seed);
            assertEquals(
                    fleet,
                    FleetCsv.read(FleetCsv.write(fleet), "f", fleet.id(), fleet.name()).orThrow(),
                    "seed " + seed);
        }
    }

    @Test
    void theSeedDecides() {
        assertEquals(GENERATOR.generate("a", 5, 7), GENERATOR.generate("a", 5, 7));
        assertNotEquals(GENERATOR.generate("a", 5, 7).homes(), GENERATOR.generate("a", 5, 8).homes());
        assertEquals(
                GENERATOR.generate("a", 3, 7).homes(),
                GENERATOR.generate("a", 5, 7).homes().subList(0, 3));
    }

    @Test
    void sharesAreFollowed() {
        Fleet large = GENERATOR.generate("large", 2000, 1);
        assertEquals(0.75, share(large, large.homes().stream().filter(h -> h.pv() != null).count()), 0.03);
        assertEquals(0.5, share(large, large.homes().stream().filter(h -> h.ev() != null).count()), 0.03);
        assertEquals(
                0.625, share(large, large.homes().stream().filter(h -> h.bess() != null).count()), 0.03);
    }

    private static double share(Fleet fleet, long count) {
        return (double) count / fleet.homes().size();
    }

    @Test
    void senselessRequestsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> GENERATOR.generate("a", 0, 1));
        IllegalArgumentException thrown = assertThrows(
                IllegalArgumentException.class, () -> new AdoptionRates(Double.NaN, 0, 0, 0, 0, 0));
        assertTrue(thrown.getMessage().contains("NaN"));
        assertThrows(IllegalArgumentException.class, () -> new AdoptionRates(0, 0, 0, 0, 0.7, 0.7));
    }
}
