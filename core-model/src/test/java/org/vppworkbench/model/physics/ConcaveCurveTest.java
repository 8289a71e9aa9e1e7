package org.vppworkbench.model.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.RandomHomes;

class ConcaveCurveTest {
    @Test
    void oneBackwardStepEqualsTheBestOfAFineSearch() {
        SplittableRandom random = new SplittableRandom(7);
        for (int k = 0; k < RandomHomes.cases(50); k++) {
            ConcaveCurve next = randomConcave(random, 0, 10);
            ConcaveCurve stage = randomConcave(random, -3, 2);
            ConcaveCurve step = next.backward(stage, 0, 10);
            for (double s = 0; s <= 10; s += 0.37) {
                double best = Double.NEGATIVE_INFINITY;
                for (double d = Math.max(-3, -s); d <= Math.min(2, 10 - s); d += 1e-3) {
                    best = Math.max(best, stage.value(d) + next.value(s + d));
                }
                assertTrue(step.value(s) >= best - 1e-9, "below the search at " + s);
                assertEquals(best, step.value(s), 0.02, "above the search at " + s);
            }
        }
    }

    @Test
    void theBestChangeIsNoWorseThanAFineSearchAndMovesNoFurtherThanNeeded() {
        SplittableRandom random = new SplittableRandom(8);
        for (int k = 0; k < RandomHomes.cases(50); k++) {
            ConcaveCurve next = randomConcave(random, 0, 10);
            ConcaveCurve stage = randomConcave(random, -3, 2);
            for (double s = -0.5; s <= 10.5; s += 0.25) {
                double found = ConcaveCurve.bestChange(stage, next, s);
                double best = Double.NEGATIVE_INFINITY;
                for (double d = -3; d <= 2; d += 1e-3) {
                    best = Math.max(best, stage.value(d) + next.value(s + d));
                }
                double value = stage.value(found) + next.value(s + found);
                assertTrue(value >= best - 1e-9, "worse than the search at " + s);
                double halfway = stage.value(found / 2) + next.value(s + found / 2);
                assertTrue(found == 0 || halfway < value, "moved without need at " + s);
            }
        }
    }

    @Test
    void theHullDropsPointsBelowAChord() {
        ConcaveCurve hull = ConcaveCurve.hull(new double[] {0, 1, 2}, new double[] {0, -5, 2}, 3);
        assertEquals(1, hull.value(1), 1e-12);
        assertEquals(2, hull.points());
    }

    @Test
    void aFloorPriceIsChargedBelowItsLimitOnly() {
        ConcaveCurve curve = ConcaveCurve.linear(0, 10, 1).minusBelow(4, 0.5);
        assertEquals(10, curve.value(10), 1e-12);
        assertEquals(4, curve.value(4), 1e-12);
        assertEquals(2 - 1, curve.value(2), 1e-12);
    }

    @Test
    void outsideItsDomainTheCurveFallsSteeply() {
        ConcaveCurve curve = ConcaveCurve.linear(1, 2, 0.3);
        assertEquals(0.3 - ConcaveCurve.PENALTY, curve.value(0), 1e-9);
        assertEquals(0.6 - ConcaveCurve.PENALTY, curve.value(3), 1e-9);
    }

    static ConcaveCurve randomConcave(SplittableRandom random, double lo, double hi) {
        int points = 2 + random.nextInt(5);
        double[] x = new double[points];
        double[] v = new double[points];
        double slope = 3;
        for (int i = 0; i < points; i++) {
            x[i] = lo + (hi - lo) * i / (points - 1);
            if (i > 0) {
                slope -= random.nextDouble() * 2;
                v[i] = v[i - 1] + slope * (x[i] - x[i - 1]);
            }
        }
        return ConcaveCurve.hull(x, v, points);
    }
}
