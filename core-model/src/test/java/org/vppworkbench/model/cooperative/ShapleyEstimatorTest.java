package org.vppworkbench.model.cooperative;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.RandomHomes;
import org.vppworkbench.model.simulation.CancelToken;

class ShapleyEstimatorTest {
    /**
     * Three homes: alone A earns 1, B 0, C 2; A with B 4, A with C 5, B with C 3; all together 9. Over the orders
     * <pre>
     *   order   A        B        C
     *   ABC     1        4−1=3    9−4=5
     *   ACB     1        9−5=4    5−1=4
     *   BAC     4−0=4    0        9−4=5
     *   BCA     9−3=6    0        3−0=3
     *   CAB     5−2=3    9−5=4    2
     *   CBA     9−3=6    3−2=1    2
     *   sum     21       12       21
     * </pre>
     * so φ = (21, 12, 21)/6 = (3.5, 2, 3.5).
     */
    @Test
    void threeHomesByHand() {
        double[] v = {0, 1, 0, 4, 2, 5, 3, 9};
        assertArrayEquals(
                new double[] {3.5, 2, 3.5},
                ShapleyEstimator.exact(Games.of(3, s -> v[(int) s])).values(),
                1e-12);
    }

    @Test
    void gamesOfTheTextbooks() {
        assertArrayEquals(
                new double[] {2.0 / 3, 1.0 / 6, 1.0 / 6}, ShapleyEstimator.exact(Games.gloves()).values(), 1e-12);
        assertArrayEquals(
                new double[] {0, 0.5, 0, 0.5, 0},
                ShapleyEstimator.exact(Games.unanimity(5, 0b01010)).values(),
                1e-12,
                "those who are needed share alike");
        // Littlechild and Owen 1973: the first 10 of runway are shared by 4, the next 10 by 3, 30 by 2, 50 by the last.
        assertArrayEquals(
                new double[] {-2.5, -2.5 - 10 / 3.0, -2.5 - 10 / 3.0 - 15, -2.5 - 10 / 3.0 - 15 - 50},
                ShapleyEstimator.exact(Games.airport(10, 20, 50, 100)).values(),
                1e-12);
        assertArrayEquals(new double[] {7}, ShapleyEstimator.exact(Games.of(1, s -> 7)).values(), 1e-12);
    }

    @Test
    void axiomsHoldOverRandomGames() {
        for (int seed = 0; seed < RandomHomes.cases(50); seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = 2 + random.nextInt(5);
            double[] v = Games.random(n, random);
            double[] w = Games.random(n, random);
            double[] a = ShapleyEstimator.exact(Games.of(n, s -> v[(int) s])).values();
            double[] b = ShapleyEstimator.exact(Games.of(n, s -> w[(int) s])).values();
            double[] both = ShapleyEstimator.exact(Games.of(n, s -> v[(int) s] + w[(int) s])).values();
            for (int i = 0; i < n; i++) {
                assertEquals(a[i] + b[i], both[i], 1e-9, "additivity, seed " + seed);
            }
            assertEquals(v[v.length - 1], Arrays.stream(a).sum(), 1e-9, "efficiency, seed " + seed);
            // Player n joins without ever adding anything but 3; players n+1 and n+2 are alike.
            long old = (1L << n) - 1;
            double[] more = ShapleyEstimator.exact(Games.of(
                            n + 3,
                            s -> v[(int) (s & old)]
                                    + ((s & (1L << n)) == 0 ? 0 : 3)
                                    + w[(int) (s & old)] * Long.bitCount(s >> (n + 1))))
                    .values();
            assertEquals(3, more[n], 1e-9, "a dummy gets what it earns alone, seed " + seed);
            assertEquals(more[n + 1], more[n + 2], 1e-9, "symmetry, seed " + seed);
        }
    }

    @Test
    void samplesAddUpInEveryOrderAndComeCloseWithTheirStandardError() {
        int far = 0;
        int shares = 0;
        for (int seed = 0; seed < RandomHomes.cases(20); seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] v = Games.random(6, random);
            CachedGame game = Games.of(6, s -> v[(int) s]);
            double[] exact = ShapleyEstimator.exact(game).values();
            ShapleyValue one = ShapleyEstimator.sampled(game, 2, seed);
            assertEquals(v[63], Arrays.stream(one.values()).sum(), 1e-9, "one pair adds up");
            assertNull(one.shares().getFirst().standardError());
            assertTrue(one.shares().getFirst().reason().contains("one pair"));
            ShapleyValue many = ShapleyEstimator.sampled(game, 399, seed);
            assertEquals(400, many.permutations());
            assertEquals(v[63], Arrays.stream(many.values()).sum(), 1e-9);
            for (int i = 0; i < 6; i++) {
                double error = Math.abs(many.shares().get(i).value() - exact[i]);
                shares++;
                far += error > 2 * many.shares().get(i).standardError() ? 1 : 0;
                assertTrue(error < 6 * many.shares().get(i).standardError(), "seed " + seed + " player " + i);
            }
        }
        assertTrue(far < 0.12 * shares, far + " of " + shares + " are off by more than two standard errors");
    }

    @Test
    void theSameSeedGivesTheSameSharesOnOneThreadAndOnFour() throws Exception {
        double[] v = Games.random(8, new SplittableRandom(4));
        ShapleyValue one;
        ShapleyValue four;
        try (ForkJoinPool single = new ForkJoinPool(1);
                ForkJoinPool quad = new ForkJoinPool(4)) {
            one = single.submit(() -> ShapleyEstimator.sampled(Games.of(8, s -> v[(int) s]), 100, 7)).get();
            four = quad.submit(() -> ShapleyEstimator.sampled(Games.of(8, s -> v[(int) s]), 100, 7)).get();
        }
        assertEquals(one, four);
        assertNotEquals(one, ShapleyEstimator.sampled(Games.of(8, s -> v[(int) s]), 100, 8));
    }

    @Test
    void tooManyPlayersAndNoneAreRefusedAndACancelStops() {
        assertThrows(IllegalArgumentException.class, () -> ShapleyEstimator.exact(Games.of(13, s -> 1)));
        assertThrows(IllegalArgumentException.class, () -> Games.of(0, s -> 1));
        assertThrows(IllegalArgumentException.class, () -> Games.of(63, s -> 1));
        CachedGame stopped = new CachedGame(Games.gloves(), CancelToken.NEVER);
        CachedGame never = new CachedGame(stopped, () -> true);
        assertThrows(CancellationException.class, () -> ShapleyEstimator.exact(never));
        assertEquals(0, never.value(0));
        assertTrue(never.valued().isEmpty());
    }
}
