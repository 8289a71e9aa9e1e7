package org.vppworkbench.model.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The exact solution of the coalition problem.
 *
 * <p>maximise Σ π̂·x_i − C_i(x_i) subject to Σ x_i = K, x_i = 0 or on a piece of home i, K ≤ D acceptable to the market. For a
 * given K and without least quantities this is a continuous knapsack with equal weights: filling K with the asks in order of
 * price is optimal (exchange argument: moving a kW from a cheaper to a dearer ask never helps; Dantzig 1957). Least quantities
 * and curves that are not convex make it a small mixed-integer problem, which {@link CoalitionSearch} solves by branch and
 * bound; without them its first node is the answer. Without minimum and step of the market the best K takes everything with a
 * margin above 0 that fits into D; with them the acceptable K are few and all are compared, those with the best bound first,
 * so that an ask above π̂ is taken where it lifts a profitable offer to the minimum. The dual of Σ x_i ≤ D is the margin of
 * the first kW left outside, or 0 where D is not used up. Ties are broken by home id, so that the order of the asks has no
 * effect. The profit is proven to a share of 10⁻⁹, or has a certified bound where the search ended at its limit.
 */
public final class MeritOrderCoalition implements CoalitionSolver {
    private static final double TINY = 1e-9;

    private record Quantity(double kw, double boundUsd) {}

    @Override
    public Coalition choose(
            List<SupplyCurve> curves, double forecastPricePerMwh, double requiredKw, MarketRules rules) {
        int[] order = IntStream.range(0, curves.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> curves.get(i).prosumer()))
                .mapToInt(Integer::intValue)
                .toArray();
        List<SupplyCurve> sorted = Arrays.stream(order).mapToObj(curves::get).toList();
        CoalitionSearch search = new CoalitionSearch(sorted, forecastPricePerMwh);
        if (rules.stepKw() == 0 && rules.minimumKw() == 0) {
            search.upTo(requiredKw);
            return coalition(search, order, true);
        }
        for (Quantity quantity : acceptable(sorted, search, requiredKw, rules)) {
            search.exactly(quantity.kw());
        }
        double bestKw = search.bestKw();
        return coalition(search, order, bestKw > 0 && bestKw >= rules.acceptable(requiredKw) - TINY);
    }

    /** What the market accepts, the best bound first, so that it leaves the rest early. */
    private static List<Quantity> acceptable(
            List<SupplyCurve> curves, CoalitionSearch search, double requiredKw, MarketRules rules) {
        double offered = curves.stream()
                .mapToDouble(c -> c.pieces().stream().mapToDouble(SupplyCurve.Piece::mostKw).max().orElse(0))
                .sum();
        double most = rules.acceptable(Math.min(requiredKw, offered));
        List<Quantity> quantities = new ArrayList<>();
        for (double kw = Math.max(rules.minimumKw(), rules.stepKw()); kw <= most + TINY; kw += rules.stepKw()) {
            quantities.add(new Quantity(kw, search.boundUsd(kw)));
        }
        quantities.sort(Comparator.comparingDouble((Quantity q) -> -q.boundUsd()).thenComparingDouble(Quantity::kw));
        return quantities;
    }

    /**
     * @param usedUp whether nothing more could be bought
     */
    private static Coalition coalition(CoalitionSearch search, int[] order, boolean usedUp) {
        Double[] kw = new Double[order.length];
        double[] found = search.kw();
        for (int i = 0; i < order.length; i++) {
            kw[order[i]] = found[i];
        }
        return new Coalition(
                List.of(kw), search.profitUsd(), usedUp ? search.marginal() : 0, search.upperBoundUsd());
    }
}
