package org.vppworkbench.model.metrics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.settlement.ProsumerAccount;

/**
 * A row of {@code prosumers.csv}.
 *
 * @param prosumer id of the home
 * @param account money with the mechanism
 * @param baseline money of the home plan without market
 * @param satisfaction Sat_i, or {@code null} where it is not defined [0..1]
 * @param regretUsd regret of {@code domain.md} §5 [$]: what the home plan alone would have given more, or taking the best
 *     single offer it was made, all else equal, valued at the cost its what-if named; at least 0
 * @param preferences how each preference was kept
 */
public record ProsumerScore(
        String prosumer,
        ProsumerAccount account,
        ProsumerAccount baseline,
        @Nullable Double satisfaction,
        double regretUsd,
        List<PreferenceCheck> preferences) {
    public ProsumerScore {
        preferences = List.copyOf(preferences);
    }

    /** S_i = U_i − U_i⁰ [$]. */
    public double surplusUsd() {
        return account.utilityUsd() - baseline.utilityUsd();
    }

    public int hardViolations() {
        return count(true);
    }

    public int softViolations() {
        return count(false);
    }

    private int count(boolean hard) {
        return preferences.stream()
                .filter(p -> p.hard() == hard)
                .mapToInt(PreferenceCheck::violations)
                .sum();
    }
}
