package org.vppworkbench.optimizer.explain;

/**
 * Shadow price of a limit of one home: what one unit of relief, over the whole run, is worth at most. Relief of an upper limit
 * is more of it, relief of a floor or a need less.
 *
 * @param home id
 * @param limit which limit
 * @param value as it is [kW or kWh]
 * @param usdPerUnit what relief is worth, 0 or more [$ per kW or kWh]
 */
public record LimitPrice(String home, HomeLimit limit, double value, double usdPerUnit) {}
