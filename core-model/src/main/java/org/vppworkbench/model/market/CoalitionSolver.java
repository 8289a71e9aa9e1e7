package org.vppworkbench.model.market;

import java.util.List;

/**
 * Chooses which proposals to accept. It sees only proposals, the forecast price and the required quantity: never true
 * costs, never the central optimum.
 */
public interface CoalitionSolver {

    /**
     * A divisible proposal.
     *
     * @param prosumer id of the home
     * @param kw most the home sells at this price [kW]
     * @param pricePerMwh price asked [$/MWh]
     */
    record Ask(String prosumer, double kw, double pricePerMwh) {}

    /**
     * @param kw accepted quantity per ask, same order as the asks [kW]
     * @param expectedProfitUsd Σ (π̂ − price)·kW·1 h/1000 [$]
     * @param marginalValuePerMwh shadow price of D_h: what one more kW of requirement would earn [$/MWh]
     */
    record Coalition(List<Double> kw, double expectedProfitUsd, double marginalValuePerMwh) {
        public Coalition {
            kw = List.copyOf(kw);
        }
    }

    /**
     * The coalition with the largest expected profit.
     *
     * @param requiredKw D_h, the most that is bought [kW]
     * @param rules minimum and step of the fleet offer; nothing is accepted where no acceptable offer has a profit
     */
    Coalition solve(List<Ask> asks, double forecastPricePerMwh, double requiredKw, MarketRules rules);

    /** The same without minimum and step. */
    default Coalition solve(List<Ask> asks, double forecastPricePerMwh, double requiredKw) {
        return solve(asks, forecastPricePerMwh, requiredKw, MarketRules.RESEARCH);
    }
}
