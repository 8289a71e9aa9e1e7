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
 * @param preferences how each preference was kept
 */
public record ProsumerScore(
        String prosumer,
        ProsumerAccount account,
        ProsumerAccount baseline,
        @Nullable Double satisfaction,
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
