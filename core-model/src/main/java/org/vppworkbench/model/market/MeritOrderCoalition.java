package org.vppworkbench.model.market;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The exact solution of the coalition problem for continuous kW without minimum quantities.
 *
 * <p>maximise Σ (π̂ − p_i)·x_i subject to Σ x_i ≤ D, 0 ≤ x_i ≤ q_i is a continuous knapsack problem with equal weights;
 * filling D with the asks in order of price, as long as the price is below π̂, is optimal (exchange argument: moving a
 * kW from a cheaper to a dearer ask never helps; Dantzig 1957). The dual of Σ x_i ≤ D is the margin of the last ask that
 * did not fit whole, or 0 where D is not used up. Ties are broken by home id, so that the order of the asks has no effect.
 */
public final class MeritOrderCoalition implements CoalitionSolver {
    @Override
    public Coalition solve(List<Ask> asks, double forecastPricePerMwh, double requiredKw) {
        List<Integer> order = IntStream.range(0, asks.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> asks.get(i).pricePerMwh())
                        .thenComparing(i -> asks.get(i).prosumer()))
                .toList();
        List<Double> accepted = new ArrayList<>(Collections.nCopies(asks.size(), 0.0));
        double left = requiredKw;
        double profit = 0;
        double marginal = 0;
        for (int i : order) {
            Ask ask = asks.get(i);
            double margin = forecastPricePerMwh - ask.pricePerMwh();
            if (margin < 0) {
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
