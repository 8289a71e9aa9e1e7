package org.vppworkbench.model.market;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The exact solution of the coalition problem.
 *
 * <p>maximise Σ (π̂ − p_i)·x_i subject to Σ x_i = K, x_i = 0 or m_i ≤ x_i ≤ q_i, K ≤ D acceptable to the market. For a given K
 * and without least quantities this is a continuous knapsack with equal weights: filling K with the asks in order of price is
 * optimal (exchange argument: moving a kW from a cheaper to a dearer ask never helps; Dantzig 1957). At most one ask is then
 * taken in part; where that part is below its least quantity, {@link MinimumSearch} branches. Without minimum and step of the
 * market the best K takes every ask with a margin above 0 that fits into D; with them the acceptable K are few and all are
 * compared, so that an ask above π̂ is taken where it lifts a profitable offer to the minimum. The dual of Σ x_i ≤ D is the
 * margin of the first kW left outside, or 0 where D is not used up. Ties are broken by home id, so that the order of the asks
 * has no effect.
 */
public final class MeritOrderCoalition implements CoalitionSolver {
    private static final double TINY = 1e-9;

    @Override
    public Coalition solve(List<Ask> asks, double forecastPricePerMwh, double requiredKw, MarketRules rules) {
        int[] order = IntStream.range(0, asks.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> asks.get(i).pricePerMwh())
                        .thenComparing(i -> asks.get(i).prosumer()))
                .mapToInt(Integer::intValue)
                .toArray();
        MinimumSearch search = new MinimumSearch(asks, order, forecastPricePerMwh);
        if (rules.stepKw() == 0 && rules.minimumKw() == 0) {
            search.upTo(requiredKw);
            return search.best(true);
        }
        double offered = asks.stream().mapToDouble(Ask::kw).sum();
        double most = rules.acceptable(Math.min(requiredKw, offered));
        for (double kw = Math.max(rules.minimumKw(), rules.stepKw()); kw <= most + TINY; kw += rules.stepKw()) {
            search.exactly(kw);
        }
        double bestKw = search.bestKw();
        return search.best(bestKw > 0 && bestKw >= rules.acceptable(requiredKw) - TINY);
    }
}
