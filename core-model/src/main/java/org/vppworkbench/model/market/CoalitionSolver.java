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
     * @param kw accepted quantity per proposal, in the order they came: 0, or one the home sells [kW]
     * @param expectedProfitUsd Σ (π̂·kW·1 h/1000 − what is asked for it) [$]
     * @param marginalValuePerMwh shadow price of D_h: what one more kW of requirement would earn with the same homes taken
     *     and left out [$/MWh]
     * @param upperBoundUsd no coalition earns more; above the profit by more than {@link #PROOF_SHARE} of it only where a
     *     search ended at its limit with the best coalition it had found [$]
     */
    record Coalition(
            List<Double> kw, double expectedProfitUsd, double marginalValuePerMwh, double upperBoundUsd) {
        /** Share of the profit to which it is always known whether a coalition is the best. */
        public static final double PROOF_SHARE = 1e-8;

        public Coalition {
            kw = List.copyOf(kw);
        }

        /** How much the best coalition may earn more than this one: the certified gap, 0 where it is proven best [$]. */
        public double gapUsd() {
            return proven() ? 0 : upperBoundUsd - expectedProfitUsd;
        }

        public boolean proven() {
            return upperBoundUsd - expectedProfitUsd <= 1e-9 + PROOF_SHARE * Math.abs(expectedProfitUsd);
        }
    }

    /**
     * The coalition with the largest expected profit.
     *
     * @param curves at most one per home
     * @param requiredKw D_h, the most that is bought [kW]
     * @param rules minimum and step of the fleet offer; nothing is accepted where no acceptable offer has a profit
     */
    Coalition choose(
            List<SupplyCurve> curves, double forecastPricePerMwh, double requiredKw, MarketRules rules);

    /** The same for one ask per home. */
    default Coalition solve(List<Ask> asks, double forecastPricePerMwh, double requiredKw, MarketRules rules) {
        return choose(asks.stream().map(SupplyCurve::of).toList(), forecastPricePerMwh, requiredKw, rules);
    }

    /** The same without minimum and step. */
    default Coalition solve(List<Ask> asks, double forecastPricePerMwh, double requiredKw) {
        return solve(asks, forecastPricePerMwh, requiredKw, MarketRules.RESEARCH);
    }
}
