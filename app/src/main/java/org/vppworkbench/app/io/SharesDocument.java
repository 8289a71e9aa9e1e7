package org.vppworkbench.app.io;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who contributes what to a fleet, beside what a run gave: the content of {@code shares.csv} and {@code shares.json}.
 *
 * @param mechanism of the run
 * @param homes one row per home, in fleet order
 * @param exact whether all coalitions were valued
 * @param permutations permutations drawn; 0 where exact
 * @param seed of the permutations
 * @param coalitions coalitions valued
 * @param grandUsd v(N) = W* − W_home [$]
 * @param accuracyUsd largest certified gap of an optimum behind a value [$]
 * @param run how far the run's surpluses are from the core
 * @param shapley how far the Shapley values are from it
 * @param leastCoreUsd smallest excess any allocation can have, or {@code null} [$]
 * @param leastCoreReason why it is not defined; empty where it is
 */
public record SharesDocument(
        String mechanism,
        List<Share> homes,
        boolean exact,
        int permutations,
        long seed,
        int coalitions,
        double grandUsd,
        double accuracyUsd,
        Excess run,
        Excess shapley,
        @Nullable Double leastCoreUsd,
        String leastCoreReason) {
    public SharesDocument {
        homes = List.copyOf(homes);
    }

    /**
     * @param prosumer id of the home
     * @param surplusUsd S of the run [$]
     * @param shapleyUsd φ [$]
     * @param standardErrorUsd of φ [$]; 0 where exact, {@code null} where not defined
     */
    public record Share(String prosumer, double surplusUsd, double shapleyUsd, @Nullable Double standardErrorUsd) {
        /** What the home got beyond its contribution [$]. */
        public double differenceUsd() {
            return surplusUsd - shapleyUsd;
        }
    }

    /**
     * @param mostUsd largest v(S) − x(S) over the proper coalitions valued, or {@code null} where there is none [$]
     * @param coalition who would gain it by leaving
     * @param unusedUsd v(N) − x(N) [$]
     * @param exhaustive whether all proper coalitions were looked at
     * @param blocked whether some coalition, or all together, gains more than the tolerance by leaving
     */
    public record Excess(
            @Nullable Double mostUsd, List<String> coalition, double unusedUsd, boolean exhaustive, boolean blocked) {
        public Excess {
            coalition = List.copyOf(coalition);
        }
    }
}
