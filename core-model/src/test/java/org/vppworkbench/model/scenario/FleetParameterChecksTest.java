package org.vppworkbench.model.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.model.fleet.AdoptionTargets;
import org.vppworkbench.model.fleet.DayHabits;
import org.vppworkbench.model.fleet.DrivingHabits;
import org.vppworkbench.model.fleet.DwellingMix;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.fleet.LatentCorrelations;
import org.vppworkbench.model.fleet.LoadArchetype;
import org.vppworkbench.model.fleet.ParameterEntry;
import org.vppworkbench.model.fleet.RoofSizes;

class FleetParameterChecksTest {
    private static final FleetParameters P = FleetPreset.LABORATORY.parameters(20, 1);

    private static List<Finding> check(FleetParameters parameters) {
        return FleetParameterChecks.check(parameters, "p.json");
    }

    private static FleetParameters with(AdoptionTargets adoption) {
        return with(adoption, P.correlations(), P.dwellings(), P.roofs(), P.driving());
    }

    private static FleetParameters with(
            AdoptionTargets adoption,
            LatentCorrelations correlations,
            DwellingMix dwellings,
            RoofSizes roofs,
            DrivingHabits driving) {
        return new FleetParameters(
                20, 1, adoption, correlations, dwellings, roofs, P.batteries(), P.cars(), driving, P.tariffs(), P.plans(),
                P.styles(), P.wishes());
    }

    private static void refused(FleetParameters parameters, String where, String message) {
        List<Finding> findings = check(parameters);
        assertEquals(1, findings.size(), findings.toString());
        assertTrue(findings.getFirst().isError());
        assertEquals("p.json, " + where, findings.getFirst().where());
        assertTrue(findings.getFirst().message().contains(message), findings.toString());
    }

    @ParameterizedTest
    @EnumSource(FleetPreset.class)
    void presetsAreGood(FleetPreset preset) {
        assertEquals(List.of(), check(preset.parameters(1, 1)));
        assertEquals(List.of(), check(preset.parameters(FleetParameters.MAX_HOMES, 1)));
    }

    @Test
    void everyNumberHasItsOwnPathARangeAndASource() {
        List<ParameterEntry> entries = ParameterEntry.of(P);
        Set<String> paths = new HashSet<>();
        for (ParameterEntry entry : entries) {
            assertTrue(paths.add(entry.path()), entry.path());
            assertTrue(entry.quantity().min() < entry.quantity().max(), entry.path());
            assertFalse(entry.quantity().meaning().isBlank(), entry.path());
            assertFalse(entry.quantity().source().isBlank(), entry.path());
        }
        assertTrue(paths.containsAll(List.of("homes", "adoption.pv", "batteries.products[3].roundTripEfficiency",
                "driving.weekend.departureSdHour", "wishes.prices.premiumTo")));
        assertEquals(0.6, entries.stream().filter(e -> e.path().equals("correlations.pvBess")).findFirst().orElseThrow()
                .value());
    }

    static Stream<Double> notAShare() {
        return Stream.of(-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @MethodSource("notAShare")
    void sharesAreShares(double share) {
        refused(with(new AdoptionTargets(share, 0.1, 0.1, 0.05)), "adoption.pv", Double.isFinite(share) ? "out of range"
                : "not a finite number");
    }

    @Test
    void sizesOfTheFleet() {
        refused(P.with(0, 1), "homes", "out of range");
        refused(P.with(10_001, 1), "homes", "out of range");
    }

    @Test
    void batteriesNeedRoofs() {
        refused(with(new AdoptionTargets(0.1, 0.2, 0.5, 0.05)), "adoption.bess", "more batteries");
        assertEquals(List.of(), check(with(new AdoptionTargets(0.1, 0.145, 0.5, 0.05))));
    }

    @Test
    void correlationsThatContradictEachOther() {
        // roof and battery nearly the same, the car tied to the roof but away from the battery
        refused(
                with(P.adoption(), new LatentCorrelations(0.9, 0.9, -0.9, 0, 0, 0, 0), P.dwellings(), P.roofs(), P.driving()),
                "correlations",
                "not positive definite");
        // singular: every pair fully tied through income at the edge
        refused(
                with(P.adoption(), new LatentCorrelations(0.99, 0.99, -0.99, 0.99, 0.99, 0.99, 0), P.dwellings(), P.roofs(),
                        P.driving()),
                "correlations",
                "not positive definite");
    }

    @Test
    void sharesOfKindsAddUpToOne() {
        DwellingMix half = new DwellingMix(List.of(new LoadArchetype("flat", 0.5, 10, 14)), 48, 48);
        refused(with(P.adoption(), P.correlations(), half, P.roofs(), P.driving()), "dwellings.archetypes", "add up to 1");
        DwellingMix none = new DwellingMix(List.of(), 48, 48);
        refused(with(P.adoption(), P.correlations(), none, P.roofs(), P.driving()), "dwellings.archetypes", "add up to 1");
    }

    @Test
    void boundsThatCross() {
        refused(
                with(P.adoption(), P.correlations(), P.dwellings(), new RoofSizes(30, 0.3, 2, 20), P.driving()),
                "roofs, medianKwDc to maxKwDc",
                "cross");
        DayHabits late = new DayHabits(0.25, 7.75, 1, 5, 13, 17.75, 1.75, 13.25, 23.5);
        DrivingHabits d = P.driving();
        refused(
                with(P.adoption(), P.correlations(), P.dwellings(), P.roofs(),
                        new DrivingHabits(late, d.weekend(), 24, 30, 0.7, 0.3, 0.9, 0.8, 0.4)),
                "driving.weekday, departureToHour + 0.5 to arrivalFromHour",
                "cross");
    }

    @Test
    void aCutThatLeavesNothing() {
        DayHabits never = new DayHabits(0.25, 20, 1, 5, 11, 17.75, 1.75, 13, 23.5);
        DrivingHabits d = P.driving();
        refused(
                with(P.adoption(), P.correlations(), P.dwellings(), P.roofs(),
                        new DrivingHabits(never, d.weekend(), 24, 30, 0.7, 0.3, 0.9, 0.8, 0.4)),
                "driving.weekday, departure",
                "almost nothing");
    }

    @Test
    void plugInCurvePassesItsTwoPoints() {
        assertEquals(0.9, P.driving().plugInChance(0.3), 1e-12);
        assertEquals(0.4, P.driving().plugInChance(0.8), 1e-12);
        // logit falls by 2.6027 per half battery: at 55 % it is (2.1972 - 0.4055)/2 = 0.8959
        assertEquals(1 / (1 + Math.exp(-0.8959)), P.driving().plugInChance(0.55), 1e-4);
    }
}
