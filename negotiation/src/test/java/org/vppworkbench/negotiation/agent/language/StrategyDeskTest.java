package org.vppworkbench.negotiation.agent.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.negotiation.TestDesk;
import org.vppworkbench.negotiation.agent.Willingness;

class StrategyDeskTest {
    private static DayStrategy strategy(double markup, double share, double least) {
        return new DayStrategy(true, markup, 0.7, 2, share, least, "");
    }

    @Test
    void aStrategyIsTheStyleTheFloorAndThePower() {
        StrategyDesk desk = new StrategyDesk(TestDesk.of("home-001", 5, 60), strategy(0.5, 0.5, 70), Product.ENERGY);
        assertEquals(2.5, desk.most().deliverableKw());
        assertEquals(90, desk.whatIf(1).reservationPerMwh());
        assertEquals(0.06, desk.whatIf(1).incrementalCostUsd(), 1e-12);
        assertEquals(70.0, desk.priceFloorPerMwh());
        assertEquals(2, desk.behaviour().style().concessionExponent());
        assertEquals(0.7, desk.behaviour().style().openingMarkup());
        assertNull(new StrategyDesk(TestDesk.of("home-001", 5, 60), strategy(0, 1, 70), Product.SPIN).priceFloorPerMwh());
        assertFalse(new StrategyDesk(TestDesk.of("home-001", 0.5, 60), strategy(0, 0.01, 0), Product.ENERGY).most().deliverable());
    }

    /** Whatever a model decides, its rule agent sells no more, no cheaper and below no floor of the owner. */
    @Test
    void noStrategySellsMoreOrCheaperThanTheHome() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 2000; i++) {
            TestDesk home = TestDesk.of("home-001", 10 * random.nextDouble(), 300 * random.nextDouble() - 50)
                    .slope(random.nextDouble() * 20)
                    .floor(100 * random.nextDouble());
            DayStrategy strategy = strategy(
                    2 * random.nextDouble(), 0.01 + 0.99 * random.nextDouble(), 200 * random.nextDouble());
            StrategyDesk desk = new StrategyDesk(home, strategy, Product.ENERGY);
            WhatIfResult most = desk.most();
            assertTrue(most.deliverableKw() <= home.most().deliverableKw() * strategy.mostKwShare() + 0.01);
            double kw = home.mostKw() * random.nextDouble();
            assertTrue(Willingness.reservation(desk, desk.whatIf(kw)) >= Willingness.reservation(home, home.whatIf(kw)));
        }
    }
}
