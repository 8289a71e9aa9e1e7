package org.vppworkbench.app.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lowest, median and highest of the offers made in every round: what is readable of hundreds of homes. */
final class OfferRange {
    /** Homes up to which every home has its own line. */
    static final int MOST_LINES = 30;

    private OfferRange() {}

    /**
     * Three lines in place of one a home.
     *
     * @param byHome offers by home
     * @param home one that keeps its line, or an empty text
     */
    static Map<String, List<LadderFigure.Point>> of(Map<String, List<LadderFigure.Point>> byHome, String home) {
        int first = byHome.values().stream().flatMap(List::stream).mapToInt(LadderFigure.Point::round).min().orElse(0);
        int last = byHome.values().stream().flatMap(List::stream).mapToInt(LadderFigure.Point::round).max().orElse(-1);
        Map<String, List<LadderFigure.Point>> range = new LinkedHashMap<>();
        List<LadderFigure.Point> lowest = new ArrayList<>();
        List<LadderFigure.Point> median = new ArrayList<>();
        List<LadderFigure.Point> highest = new ArrayList<>();
        for (int round = first; round <= last; round++) {
            List<Double> made = made(byHome, round);
            if (!made.isEmpty()) {
                int n = made.size();
                lowest.add(new LadderFigure.Point(round, made.getFirst()));
                median.add(new LadderFigure.Point(round, (made.get((n - 1) / 2) + made.get(n / 2)) / 2));
                highest.add(new LadderFigure.Point(round, made.getLast()));
            }
        }
        if (!lowest.isEmpty()) {
            range.put("lowest", lowest);
            range.put("median", median);
            range.put("highest", highest);
        }
        List<LadderFigure.Point> own = byHome.get(home);
        if (own != null) {
            range.put(home, own);
        }
        return range;
    }

    /** Offers made in a round, ascending. */
    private static List<Double> made(Map<String, List<LadderFigure.Point>> byHome, int round) {
        return byHome.values().stream()
                .flatMap(List::stream)
                .filter(point -> point.round() == round)
                .map(LadderFigure.Point::price)
                .sorted()
                .toList();
    }
}
