package org.vppworkbench.optimizer.explain;

import java.util.List;

/**
 * Shadow price of a limit of one home: what one unit of relief is worth at most. Relief of an upper limit is more of it, relief
 * of a floor or a need less.
 *
 * @param home id
 * @param limit which limit
 * @param value as it is [kW or kWh]
 * @param usdPerUnit what relief over the whole run is worth, the sum over all its hours, 0 or more [$ per kW or kWh]
 * @param parts what relief in a single hour, or on a single day of a {@link HomeLimit#perDay() daily} limit, is worth; only where
 *     it is above {@link Explanation#LEAST_USD}, ascending
 */
public record LimitPrice(String home, HomeLimit limit, double value, double usdPerUnit, List<Part> parts) {
    public LimitPrice {
        parts = List.copyOf(parts);
    }

    /**
     * Price of relief in a part of the run only.
     *
     * @param number of the hour, or of the local day, from 0 at the start of the run
     * @param usdPerUnit what one unit of relief throughout it is worth [$ per kW or kWh]
     */
    public record Part(int number, double usdPerUnit) {}
}
