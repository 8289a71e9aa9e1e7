package org.vppworkbench.model.cooperative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.RandomHomes;

class LeastCoreTest {
    @Test
    void theGloveGameHasOneAllocationInTheCore() {
        CachedGame gloves = Games.gloves();
        LeastCore core = LeastCore.of(gloves);
        assertEquals(0, core.excessUsd(), 1e-9);
        assertEquals(1, core.allocation().get(0), 1e-9);
        CoreExcess shapley = CoreExcess.of(gloves, ShapleyEstimator.exact(gloves).values());
        // {left, right} earn 1 and get 2/3 + 1/6.
        assertEquals(1.0 / 6, shapley.mostUsd(), 1e-12);
        assertEquals(0b011, shapley.coalition(), "the first of the two that block");
        assertTrue(shapley.exhaustive());
        assertEquals(6, shapley.coalitions());
        assertFalse(shapley.blocksNobody(0.01));
        assertTrue(CoreExcess.of(gloves, new double[] {1, 0, 0}).blocksNobody(1e-9));
    }

    @Test
    void threeWhoDecideByMajorityHaveNoCore() {
        // Any two earn 1: with x(N) = 1 the best that can be done is 1/3 each, and any two still lack 1/3.
        CachedGame majority = Games.of(3, s -> Long.bitCount(s) >= 2 ? 1 : 0);
        LeastCore core = LeastCore.of(majority);
        assertEquals(1.0 / 3, core.excessUsd(), 1e-9);
        core.allocation().forEach(x -> assertEquals(1.0 / 3, x, 1e-9));
    }

    @Test
    void anAllocationThatLeavesMoneyUnusedIsBlockedByAll() {
        CoreExcess excess = CoreExcess.of(Games.of(2, s -> s == 3 ? 10 : 0), new double[] {3, 4});
        assertEquals(3, excess.grandUsd(), 1e-12);
        assertNull(excess.mostUsd(), "no proper coalition was valued before");
        assertFalse(excess.reason().isEmpty());
        assertFalse(excess.blocksNobody(1));
        assertTrue(excess.blocksNobody(3));
    }

    @Test
    void theLeastCoreIsNotAboveTheExcessOfAnyOtherAllocation() {
        for (int seed = 0; seed < RandomHomes.cases(30); seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 2 + random.nextInt(5);
            double[] v = Games.random(n, random);
            CachedGame game = Games.of(n, s -> v[(int) s]);
            LeastCore core = LeastCore.of(game);
            double[] best = core.allocation().stream().mapToDouble(x -> x).toArray();
            CoreExcess attained = CoreExcess.of(game, best);
            assertEquals(core.excessUsd(), attained.mostUsd(), 1e-6, "seed " + seed);
            assertEquals(0, attained.grandUsd(), 1e-6, "seed " + seed);
            double[] shapley = ShapleyEstimator.exact(game).values();
            assertTrue(CoreExcess.of(game, shapley).mostUsd() >= core.excessUsd() - 1e-6, "seed " + seed);
            double[] other = shapley.clone();
            other[0] += 1;
            other[n - 1] -= 1;
            assertTrue(CoreExcess.of(game, other).mostUsd() >= core.excessUsd() - 1e-6, "seed " + seed);
        }
    }

    @Test
    void oneAloneHasNoProperCoalitionAndThirteenAreTooMany() {
        LeastCore one = LeastCore.of(Games.of(1, s -> 5));
        assertNull(one.excessUsd());
        assertFalse(one.reason().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> LeastCore.of(Games.of(13, s -> 1)));
    }
}
