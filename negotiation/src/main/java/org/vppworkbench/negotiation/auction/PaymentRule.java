package org.vppworkbench.negotiation.auction;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.market.SupplyCurve;

/** What homes are paid for what they sell in an auction, and how they bid for it. */
public enum PaymentRule {
    /**
     * All are paid the price of the dearest ask accepted: the marginal accepted ask, as in the day-ahead market itself. It never
     * exceeds π̂, so the aggregator cannot lose at the forecast; the first rejected ask would be π̂ wherever nobody is
     * rejected, and leave it nothing. The home that sets the price may gain by asking more: not truthful.
     */
    UNIFORM_PRICE(SealedBidder.Rule.COST, "the dearest ask I needed sets one price for all") {
        @Override
        Payments of(Clearing clearing) {
            double price = 0;
            for (int i = 0; i < clearing.curves().size(); i++) {
                price = clearing.kw(i) > 0 ? Math.max(price, clearing.ask(i)) : price;
            }
            double all = price;
            List<Double> prices = clearing.coalition().kw().stream().map(kw -> kw > 0 ? all : 0.0).toList();
            return new Payments(prices, clearing.coalition().gapUsd());
        }

        @Override
        boolean buysAboveForecast() {
            return false;
        }
    },

    /** Everybody is paid the own ask. */
    PAY_AS_BID(SealedBidder.Rule.HALFWAY, "you are paid what you asked") {
        @Override
        Payments of(Clearing clearing) {
            List<Double> prices = new ArrayList<>();
            for (int i = 0; i < clearing.curves().size(); i++) {
                prices.add(clearing.kw(i) > 0 ? clearing.ask(i) : 0);
            }
            return new Payments(prices, clearing.coalition().gapUsd());
        }
    },

    /**
     * Vickrey, Clarke and Groves: {@code p_i = cost_i + V(N) − V(N∖i)}, what the home asks for its part and what its presence
     * is worth to the coalition at the forecast price (Clarke 1971). Truthful and individually rational in one opportunity,
     * with everything that comes after it valued as the home's what-if does.
     */
    VCG(SealedBidder.Rule.COST_CURVE, "you are paid what you asked and all that the coalition is worth more with you") {
        @Override
        Payments of(Clearing clearing) {
            List<Double> prices = new ArrayList<>();
            double gap = clearing.coalition().gapUsd();
            for (int i = 0; i < clearing.curves().size(); i++) {
                if (clearing.kw(i) <= 0) {
                    prices.add(0.0);
                    continue;
                }
                CoalitionSolver.Coalition without = clearing.without(i);
                double worth = clearing.coalition().expectedProfitUsd() - without.expectedProfitUsd();
                gap = Math.max(gap, without.gapUsd());
                prices.add(clearing.ask(i) + Math.max(worth, 0) / clearing.kw(i) * 1000);
            }
            return new Payments(prices, gap);
        }
    };

    private final SealedBidder.Rule bidding;
    private final String words;

    PaymentRule(SealedBidder.Rule bidding, String words) {
        this.bidding = bidding;
        this.words = words;
    }

    SealedBidder.Rule bidding() {
        return bidding;
    }

    /** How the price came about, in plain words. */
    String words() {
        return words;
    }

    /** Whether an ask above π̂ may be taken where it lifts a profitable offer to the minimum of the market. */
    boolean buysAboveForecast() {
        return true;
    }

    abstract Payments of(Clearing clearing);

    /**
     * @param pricesPerMwh per curve, 0 where nothing is bought [$/MWh]
     * @param gapUsd largest certified gap of a coalition problem behind it [$]
     */
    record Payments(List<Double> pricesPerMwh, double gapUsd) {
        Payments {
            pricesPerMwh = List.copyOf(pricesPerMwh);
        }
    }

    /**
     * A solved coalition problem.
     *
     * @param curves at most one per home
     * @param coalition what is bought of each
     */
    record Clearing(List<SupplyCurve> curves, CoalitionSolver.Coalition coalition, Problem problem) {
        Clearing {
            curves = List.copyOf(curves);
        }

        static Clearing of(List<SupplyCurve> curves, Problem problem) {
            return new Clearing(curves, problem.solve(curves), problem);
        }

        double kw(int index) {
            return coalition.kw().get(index);
        }

        /** What a home asks for the part that is bought [$/MWh]. */
        double ask(int index) {
            return curves.get(index).askPerMwh(kw(index));
        }

        CoalitionSolver.Coalition without(int index) {
            List<SupplyCurve> others = new ArrayList<>(curves);
            others.remove(index);
            return problem.solve(others);
        }
    }

    /** The coalition problem of an opportunity, for any set of homes. */
    @FunctionalInterface
    interface Problem {
        CoalitionSolver.Coalition solve(List<SupplyCurve> curves);
    }
}
