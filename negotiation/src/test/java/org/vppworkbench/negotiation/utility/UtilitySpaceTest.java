package org.vppworkbench.negotiation.utility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.time.TimeSeries;

/**
 * Oracle by hand. Published price 300 $/MWh. 1 kW costs the home 0.10 $, together they gain 0.30 − 0.10 = 0.20 $. 2 kW cost
 * 0.30 $, together they gain 0.60 − 0.30 = 0.30 $. So every deal about 2 kW from 150 $/MWh (home 0) to 300 $/MWh (aggregator 0)
 * is on the front, and none about 1 kW.
 */
class UtilitySpaceTest {
    private static final double FORECAST = 300;

    private static WhatIfResult quantity(double kw, double costUsd) {
        TimeSeries path = TimeSeries.of(1);
        return new WhatIfResult(kw, kw, costUsd, kw == 0 ? 0 : costUsd / kw * 1000, 0, BindingConstraint.NONE, -1, 0, path, path);
    }

    private static UtilitySpace space(double high) {
        return UtilitySpace.of(List.of(quantity(1, 0.10), quantity(2, 0.30)), 0, high, (int) high, FORECAST);
    }

    @Test
    void theFrontIsTheLargerQuantityBetweenBothLimits() {
        UtilitySpace space = space(300);

        assertEquals(2 * 301, space.points().size());
        assertEquals(151, space.front().size());
        assertEquals(150, space.front().getFirst().pricePerMwh());
        assertEquals(300, space.front().getLast().pricePerMwh());
        assertTrue(space.front().stream().allMatch(point -> point.kw() == 2));
        space.front().forEach(point -> assertEquals(0.30, point.jointUsd(), 1e-12));
    }

    @Test
    void bargainingSolutions() {
        assertEquals(225, space(300).nash().orElseThrow().pricePerMwh(), 1e-9, "half of 0.30 $ each");
        assertEquals(225, space(300).kalaiSmorodinsky().orElseThrow().pricePerMwh(), 1e-9);

        // prices up to 250: the home can get 0.20 at most, the aggregator 0.30; h/0.20 = a/0.30 and h + a = 0.30 give h = 0.12
        assertEquals(225, space(250).nash().orElseThrow().pricePerMwh(), 1e-9);
        assertEquals(210, space(250).kalaiSmorodinsky().orElseThrow().pricePerMwh(), 1e-9);
    }

    @Test
    void distanceToTheFront() {
        UtilitySpace space = space(300);

        assertEquals(0, space.distanceToFront(UtilityPoint.of(quantity(2, 0.30), 200, FORECAST)), 1e-12);
        // 1 kW at 200: (0.10, 0.10), 0.10 $ below h + a = 0.30
        assertEquals(0.10 / Math.sqrt(2), space.distanceToFront(UtilityPoint.of(quantity(1, 0.10), 200, FORECAST)), 1e-12);
        assertEquals(0.30 / Math.sqrt(2), space.distanceToFront(new UtilityPoint(0, 0, 0, 0)), 1e-12, "no deal");
    }

    @Test
    void withoutAZoneOfAgreementThereIsNoFront() {
        UtilitySpace space = UtilitySpace.of(List.of(quantity(1, 0.50)), 0, 300, 30, FORECAST);

        assertTrue(space.front().isEmpty());
        assertTrue(space.nash().isEmpty());
        assertTrue(space.kalaiSmorodinsky().isEmpty());
        assertTrue(Double.isNaN(space.distanceToFront(new UtilityPoint(0, 0, 0, 0))));
    }

    @Test
    void noDealOfTheGridBeatsOneOfTheFront() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 50 * Integer.getInteger("vpp.random.scale", 1); i++) {
            List<WhatIfResult> quantities = new ArrayList<>();
            for (int k = 1; k <= 5; k++) {
                quantities.add(quantity(k, random.nextDouble() * 0.4 * k));
            }
            UtilitySpace space = UtilitySpace.of(quantities, 0, 400, 40, FORECAST);
            for (UtilityPoint best : space.front()) {
                assertFalse(space.points().stream().anyMatch(other -> other.rational()
                        && other.homeUsd() >= best.homeUsd() - 1e-12 && other.aggregatorUsd() > best.aggregatorUsd() + 1e-8));
                assertFalse(space.points().stream().anyMatch(other -> other.rational()
                        && other.aggregatorUsd() >= best.aggregatorUsd() - 1e-12 && other.homeUsd() > best.homeUsd() + 1e-8));
            }
            for (UtilityPoint point : space.points()) {
                if (point.rational()) {
                    assertTrue(space.front().stream().anyMatch(best -> best.homeUsd() >= point.homeUsd() - 1e-8
                            && best.aggregatorUsd() >= point.aggregatorUsd() - 1e-8), point.toString());
                }
            }
        }
    }
}
