package org.vppworkbench.model.market;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The exact solution of the coalition problem for divisible asks.
 *
 * <p>maximise Σ (π̂ − p_i)·x_i subject to Σ x_i = K, 0 ≤ x_i ≤ q_i, K ≤ D acceptable to the market. For a given K this is a
 * continuous knapsack with equal weights: filling K with the asks in order of price is optimal (exchange argument: moving a
 * kW from a cheaper to a dearer ask never helps; Dantzig 1957). Without minimum and step the best K takes every ask with a
 * margin above 0 that fits into D; with them the acceptable K are few and all are compared, so that an ask above π̂ is taken
 * where it lifts a profitable offer to the minimum. The dual of Σ x_i ≤ D is the margin of the first kW left outside, or 0
 * where D is not used up. Ties are broken by home id, so that the order of the asks has no effect.
 */
public final class MeritOrderCoalition implements CoalitionSolver {
    private static final double TINY = 1e-9;

    @Override
    public Coalition solve(List<Ask> asks, double forecastPricePerMwh, double requiredKw, MarketRules rules) {
        List<Integer> order = IntStream.range(0, asks.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> asks.get(i).pricePerMwh())
                        .thenComparing(i -> asks.get(i).prosumer()))
                .toList();
        return rules.stepKw() == 0 && rules.minimumKw() == 0
                ? filled(asks, order, forecastPricePerMwh, requiredKw, true)
                : stepped(asks, order, forecastPricePerMwh, requiredKw, rules);
    }

    /** The best of the acceptable quantities. */
    private static Coalition stepped(
            List<Ask> asks, List<Integer> order, double price, double requiredKw, MarketRules rules) {
        double offered = asks.stream().mapToDouble(Ask::kw).sum();
        double most = rules.acceptable(Math.min(requiredKw, offered));
        Coalition best = new Coalition(Collections.nCopies(asks.size(), 0.0), 0, 0);
        double bestKw = 0;
        for (double kw = Math.max(rules.minimumKw(), rules.stepKw()); kw <= most + TINY; kw += rules.stepKw()) {
            Coalition trial = filled(asks, order, price, kw, false);
            if (trial.expectedProfitUsd() > best.expectedProfitUsd() + 1e-12) {
                best = trial;
                bestKw = kw;
            }
        }
        boolean usedUp = bestKw > 0 && bestKw >= rules.acceptable(requiredKw) - TINY;
        return usedUp ? best : new Coalition(best.kw(), best.expectedProfitUsd(), 0);
    }

    /**
     * Fills a quantity in order of price.
     *
     * @param selective stop where the margin falls below 0
     */
    private static Coalition filled(
            List<Ask> asks, List<Integer> order, double price, double quantityKw, boolean selective) {
        List<Double> accepted = new ArrayList<>(Collections.nCopies(asks.size(), 0.0));
        double left = quantityKw;
        double profit = 0;
        double marginal = 0;
        for (int i : order) {
            Ask ask = asks.get(i);
            double margin = price - ask.pricePerMwh();
            if (selective && margin < 0) {
                break;
            }
            double kw = Math.min(left, ask.kw());
            if (kw < ask.kw()) {
                marginal = Math.max(marginal, margin);
            }
            accepted.set(i, kw);
            profit += margin * kw / 1000;
            left -= kw;
        }
        return new Coalition(accepted, profit, marginal);
    }
}
