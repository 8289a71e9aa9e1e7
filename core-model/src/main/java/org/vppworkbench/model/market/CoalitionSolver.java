package org.vppworkbench.model.market;

import java.util.List;

/**
 * Chooses which proposals to accept. It sees only proposals, the forecast price and the required quantity: never true
 * costs, never the central optimum.
 */
public interface CoalitionSolver {

    /**
     * A proposal: nothing is sold, or any quantity from {@code minKw} to {@code kw}.
     *
     * @param prosumer id of the home
     * @param kw most the home sells at this price [kW]
     * @param minKw least it sells if it sells at all, 0 to {@code kw} [kW]
     * @param pricePerMwh price asked [$/MWh]
     */
    record Ask(String prosumer, double kw, double minKw, double pricePerMwh) {
        /** An ask of which any part may be taken. */
        public Ask(String prosumer, double kw, double pricePerMwh) {
            this(prosumer, kw, 0, pricePerMwh);
        }
    }

    /**
     * @param kw accepted quantity per ask, same order as the asks: 0, or from its least to its most [kW]
     * @param expectedProfitUsd Σ (π̂ − price)·kW·1 h/1000 [$]
     * @param marginalValuePerMwh shadow price of D_h: what one more kW of requirement would earn with the same homes taken
     *     and left out [$/MWh]
     * @param proven whether the profit is known to be the largest; {@code false} where a search over the least quantities
     *     ended at its limit with the best coalition it had found
     */
    record Coalition(List<Double> kw, double expectedProfitUsd, double marginalValuePerMwh, boolean proven) {
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
