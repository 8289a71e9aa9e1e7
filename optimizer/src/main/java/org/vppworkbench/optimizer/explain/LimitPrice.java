package org.vppworkbench.optimizer.explain;

import java.util.List;

/**
 * Shadow price of a limit of one home: what one unit of relief is worth. Relief of an upper limit is more of it, relief of a
 * floor or a need less.
 *
 * <p>Two prices, which differ for the power of batteries and cars in split quarter hours only. Where a device both charges and
 * discharges in a quarter hour, more power for either would be worth its full price only if the other gave up all its time; the
 * bound cannot exclude that, the slope does.
 *
 * @param home id
 * @param limit which limit
 * @param value as it is [kW or kWh]
 * @param usdPerUnit what relief over the whole run is worth at most: proven, but too high in split quarter hours. The sum over
 *     all its hours, 0 or more [$ per kW or kWh]
 * @param slopeUsdPerUnit what it is worth at the certified point, each direction weighted with its share of the quarter hour:
 *     the derivative of the optimum where that is smooth and has one schedule or one set of multipliers, elsewhere an estimate.
 *     From 0 to {@code usdPerUnit}, summed likewise [$ per kW or kWh]
 * @param parts what relief in a single hour, or on a single day of a {@link HomeLimit#perDay() daily} limit, is worth; only where
 *     it is above {@link Explanation#LEAST_USD}, ascending
 */
public record LimitPrice(
        String home, HomeLimit limit, double value, double usdPerUnit, double slopeUsdPerUnit, List<Part> parts) {
    public LimitPrice {
        parts = List.copyOf(parts);
    }

    /**
     * Price of relief in a part of the run only.
     *
     * @param number of the hour, or of the local day, from 0 at the start of the run
     * @param usdPerUnit what one unit of relief throughout it is worth at most [$ per kW or kWh]
     * @param slopeUsdPerUnit what it is worth at the certified point [$ per kW or kWh]
     */
    public record Part(int number, double usdPerUnit, double slopeUsdPerUnit) {}
}
