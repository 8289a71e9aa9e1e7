package org.vppworkbench.negotiation.utility;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.vppworkbench.model.physics.WhatIfResult;

/**
 * The deals a home and the aggregator could make about one opportunity, on a grid of quantities and prices, seen by what they
 * are worth to both. The point of no agreement is (0, 0).
 *
 * @param points all deals of the grid
 * @param front those that leave no side worse off than no deal and that no other deal of the grid beats for one side without
 *     harming the other, by rising utility of the home; empty where there is no zone of agreement
 */
public record UtilitySpace(List<UtilityPoint> points, List<UtilityPoint> front) {
    private static final double SAME_USD = 1e-9;

    public UtilitySpace {
        points = List.copyOf(points);
        front = List.copyOf(front);
    }

    /**
     * The space over a grid.
     *
     * @param quantities what the home's tool says about each quantity; those it cannot deliver are left out
     * @param lowPerMwh lowest price [$/MWh]
     * @param highPerMwh highest price, not below the lowest [$/MWh]
     * @param steps steps between them, at least 1
     * @param forecastPerMwh published price [$/MWh]
     */
    public static UtilitySpace of(
            List<WhatIfResult> quantities, double lowPerMwh, double highPerMwh, int steps, double forecastPerMwh) {
        List<UtilityPoint> points = new ArrayList<>();
        for (WhatIfResult quantity : quantities) {
            for (int step = 0; quantity.deliverable() && step <= steps; step++) {
                double price = lowPerMwh + (highPerMwh - lowPerMwh) * step / steps;
                points.add(UtilityPoint.of(quantity, price, forecastPerMwh));
            }
        }
        return new UtilitySpace(points, front(points));
    }

    /** Of two deals that are worth the same, the first is kept. */
    private static List<UtilityPoint> front(List<UtilityPoint> points) {
        List<UtilityPoint> best = new ArrayList<>(points.stream().filter(UtilityPoint::rational).toList());
        best.sort(Comparator.comparingDouble(UtilityPoint::homeUsd)
                .thenComparingDouble(UtilityPoint::aggregatorUsd)
                .reversed());
        List<UtilityPoint> front = new ArrayList<>();
        double most = Double.NEGATIVE_INFINITY;
        for (UtilityPoint point : best) {
            if (point.aggregatorUsd() > most + SAME_USD) {
                front.add(point);
                most = point.aggregatorUsd();
            }
        }
        return front.reversed();
    }

    /**
     * The bargaining solution of Nash (1950, <i>The bargaining problem</i>, Econometrica 18): the largest product of both
     * gains, on the grid.
     */
    public Optional<UtilityPoint> nash() {
        return best(point -> Math.max(point.homeUsd(), 0) * Math.max(point.aggregatorUsd(), 0));
    }

    /**
     * The solution of Kalai and Smorodinsky (1975, <i>Other solutions to Nash's bargaining problem</i>, Econometrica 43): both
     * get the same share of the most each could get, on the grid.
     */
    public Optional<UtilityPoint> kalaiSmorodinsky() {
        double home = front.stream().mapToDouble(UtilityPoint::homeUsd).max().orElse(0);
        double aggregator = front.stream().mapToDouble(UtilityPoint::aggregatorUsd).max().orElse(0);
        return best(point -> Math.min(
                home > SAME_USD ? point.homeUsd() / home : 1, aggregator > SAME_USD ? point.aggregatorUsd() / aggregator : 1));
    }

    private Optional<UtilityPoint> best(ToDoubleFunction<UtilityPoint> measure) {
        return front.stream().max(Comparator.comparingDouble(measure));
    }

    /**
     * How far a deal, or no deal, lies from the front: the shortest way to it, with straight lines between its deals [$]; NaN
     * without a front.
     */
    public double distanceToFront(UtilityPoint deal) {
        if (front.isEmpty()) {
            return Double.NaN;
        }
        double least = front.stream().mapToDouble(deal::distanceTo).min().orElseThrow();
        for (int i = 1; i < front.size(); i++) {
            least = Math.min(least, distance(deal, front.get(i - 1), front.get(i)));
        }
        return least;
    }

    private static double distance(UtilityPoint deal, UtilityPoint from, UtilityPoint to) {
        double x = to.homeUsd() - from.homeUsd();
        double y = to.aggregatorUsd() - from.aggregatorUsd();
        double length = x * x + y * y;
        double along = length == 0
                ? 0
                : ((deal.homeUsd() - from.homeUsd()) * x + (deal.aggregatorUsd() - from.aggregatorUsd()) * y) / length;
        double part = Math.clamp(along, 0, 1);
        return Math.hypot(
                deal.homeUsd() - from.homeUsd() - part * x, deal.aggregatorUsd() - from.aggregatorUsd() - part * y);
    }
}
