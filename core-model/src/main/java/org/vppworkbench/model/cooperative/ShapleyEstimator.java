package org.vppworkbench.model.cooperative;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.vppworkbench.model.simulation.RandomStreams;

/**
 * The Shapley value (1953): φ_i is the mean of v(P ∪ i) − v(P) over all orders of arrival, P being those before i. The result
 * does not depend on the number of threads.
 */
public final class ShapleyEstimator {
    /** Most players for which all coalitions are enumerated. */
    public static final int MOST_EXACT = 12;

    private ShapleyEstimator() {}

    /**
     * All coalitions: φ_i = Σ_S |S|!·(n−|S|−1)!/n! · (v(S ∪ i) − v(S)) over the S without i.
     *
     * @throws IllegalArgumentException for more than {@link #MOST_EXACT} players
     */
    public static ShapleyValue exact(CachedGame game) {
        int n = game.players();
        if (n > MOST_EXACT) {
            throw new IllegalArgumentException(n + " players, but at most " + MOST_EXACT + " are enumerated");
        }
        game.valueAll();
        double[] weight = new double[n];
        weight[0] = 1.0 / n;
        for (int s = 1; s < n; s++) {
            weight[s] = weight[s - 1] * s / (n - s);
        }
        double[] values = new double[n];
        for (long coalition = 0; coalition < game.grand(); coalition++) {
            double without = game.value(coalition);
            double share = weight[Long.bitCount(coalition)];
            for (int i = 0; i < n; i++) {
                if ((coalition & (1L << i)) == 0) {
                    values[i] += share * (game.value(coalition | (1L << i)) - without);
                }
            }
        }
        List<ShapleyShare> shares = new ArrayList<>();
        for (double value : values) {
            shares.add(new ShapleyShare(value, 0.0, ""));
        }
        return new ShapleyValue(shares, true, 0);
    }

    /**
     * Random orders in antithetic pairs, an order and its reverse (after Castro, Gómez and Tejada 2009). The standard error is
     * that of the mean over pairs, which are independent. In every order the contributions add up to v(N), so the shares do.
     *
     * @param permutations orders, rounded up to an even number, at least 2
     * @param seed the k-th pair depends on it and on k alone
     */
    public static ShapleyValue sampled(CachedGame game, int permutations, long seed) {
        int n = game.players();
        int pairs = Math.max(1, (permutations + 1) / 2);
        RandomStreams streams = new RandomStreams(seed);
        double[][] contributions = new double[pairs][];
        IntStream.range(0, pairs).parallel().forEach(k -> contributions[k] = pair(game, streams.named("shapley/" + k)));
        List<ShapleyShare> shares = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            shares.add(share(contributions, i));
        }
        return new ShapleyValue(shares, false, 2 * pairs);
    }

    private static ShapleyShare share(double[][] contributions, int i) {
        int pairs = contributions.length;
        double sum = 0;
        for (double[] pair : contributions) {
            sum += pair[i];
        }
        double mean = sum / pairs;
        if (pairs < 2) {
            return new ShapleyShare(mean, null, "one pair of permutations says nothing about the spread");
        }
        double squares = 0;
        for (double[] pair : contributions) {
            squares += (pair[i] - mean) * (pair[i] - mean);
        }
        return new ShapleyShare(mean, Math.sqrt(squares / (pairs - 1) / pairs), "");
    }

    private static double[] pair(CachedGame game, RandomGenerator random) {
        int n = game.players();
        int[] order = IntStream.range(0, n).toArray();
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        double[] mean = new double[n];
        walk(game, order, mean);
        for (int i = 0; i < n / 2; i++) {
            int swapped = order[i];
            order[i] = order[n - 1 - i];
            order[n - 1 - i] = swapped;
        }
        walk(game, order, mean);
        return mean;
    }

    private static void walk(CachedGame game, int[] order, double[] mean) {
        long coalition = 0;
        double before = 0;
        for (int player : order) {
            coalition |= 1L << player;
            double after = game.value(coalition);
            mean[player] += 0.5 * (after - before);
            before = after;
        }
    }
}
