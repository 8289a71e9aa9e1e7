package org.vppworkbench.model.cooperative;

import java.util.List;

/**
 * @param shares one per player; their sum is v(N)
 * @param exact whether all coalitions were enumerated
 * @param permutations permutations drawn; 0 where exact
 */
public record ShapleyValue(List<ShapleyShare> shares, boolean exact, int permutations) {
    public ShapleyValue {
        shares = List.copyOf(shares);
    }

    /** φ of every player [$]. */
    public double[] values() {
        return shares.stream().mapToDouble(ShapleyShare::value).toArray();
    }
}
