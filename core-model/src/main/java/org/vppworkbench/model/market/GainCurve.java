package org.vppworkbench.model.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the aggregator earns with one home, {@code π̂·kW − cost}, as a function of the quantity within a range, and the corners
 * of its least concave majorant there. Immutable.
 */
final class GainCurve {
    private static final double TINY = SupplyCurve.TINY_KW;

    private final List<SupplyCurve.Piece> pieces;
    private final double forecast;
    private final double from;
    private final double to;
    private final List<Corner> corners;

    private record Corner(double kw, double usd) {}

    private GainCurve(List<SupplyCurve.Piece> pieces, double forecast, double from, double to) {
        this.pieces = pieces;
        this.forecast = forecast;
        this.from = from;
        this.to = to;
        this.corners = majorant();
    }

    static GainCurve of(SupplyCurve curve, double forecastPricePerMwh) {
        return new GainCurve(curve.pieces(), forecastPricePerMwh, 0, Double.POSITIVE_INFINITY);
    }

    /** The same curve on the part of its range that lies between two quantities [kW]. */
    GainCurve within(double least, double most) {
        return new GainCurve(pieces, forecast, Math.max(from, least), Math.min(to, most));
    }

    /** Number of corners; 0 where the range holds no quantity of the curve. */
    int corners() {
        return corners.size();
    }

    double cornerKw(int corner) {
        return corners.get(corner).kw();
    }

    double cornerUsd(int corner) {
        return corners.get(corner).usd();
    }

    /** Slope of the majorant up to a corner from the one before it [$/MWh]. */
    double slope(int corner) {
        Corner low = corners.get(corner - 1);
        Corner high = corners.get(corner);
        return (high.usd() - low.usd()) / (high.kw() - low.kw()) * 1000;
    }

    /** The largest corner not above a quantity [kW]. */
    double cornerBelow(double kw) {
        double below = corners.getFirst().kw();
        for (Corner corner : corners) {
            below = corner.kw() <= kw ? corner.kw() : below;
        }
        return below;
    }

    /** The majorant at a quantity between its first and its last corner [$]. */
    double majorantAt(double kw) {
        for (int c = 1; c < corners.size(); c++) {
            if (kw <= corners.get(c).kw()) {
                return corners.get(c - 1).usd() + slope(c) * (kw - corners.get(c - 1).kw()) / 1000;
            }
        }
        return corners.getLast().usd();
    }

    /** What the curve itself gives at a quantity; −∞ where it is not for sale [$]. */
    double at(double kw) {
        double most = kw == 0 ? 0 : Double.NEGATIVE_INFINITY;
        for (SupplyCurve.Piece piece : pieces) {
            if (piece.holds(kw)) {
                most = Math.max(most, usd(piece, kw));
            }
        }
        return most;
    }

    /** The nearest quantities of the curve not above and not below one between its ends [kW]; twice itself where it is on it. */
    double[] around(double kw) {
        if (Double.isFinite(at(kw))) {
            return new double[] {kw, kw};
        }
        double below = 0;
        double above = Double.POSITIVE_INFINITY;
        for (SupplyCurve.Piece piece : pieces) {
            below = piece.mostKw() < kw ? Math.max(below, piece.mostKw()) : below;
            above = piece.leastKw() > kw ? Math.min(above, piece.leastKw()) : above;
        }
        return new double[] {below, above};
    }

    private double usd(SupplyCurve.Piece piece, double kw) {
        return (forecast - piece.pricePerMwh()) * kw / 1000 - piece.fixedUsd();
    }

    private List<Corner> majorant() {
        List<Corner> points = new ArrayList<>();
        if (from <= 0) {
            points.add(new Corner(0, 0));
        }
        for (SupplyCurve.Piece piece : pieces) {
            double least = Math.max(piece.leastKw(), from);
            double most = Math.min(piece.mostKw(), to);
            if (least <= most) {
                points.add(new Corner(least, usd(piece, least)));
                points.add(new Corner(most, usd(piece, most)));
            }
        }
        points.sort(Comparator.comparingDouble(Corner::kw).thenComparingDouble(c -> -c.usd()));
        List<Corner> hull = new ArrayList<>();
        for (Corner point : points) {
            if (!hull.isEmpty() && point.kw() <= hull.getLast().kw() + TINY) {
                // within a hair of the corner before it, which is kept unless this one is worth more there
                if (point.usd() <= hull.getLast().usd() || hull.size() == 1) {
                    continue;
                }
                hull.removeLast();
            }
            while (hull.size() >= 2 && !above(hull.get(hull.size() - 2), hull.getLast(), point)) {
                hull.removeLast();
            }
            hull.add(point);
        }
        return hull;
    }

    /** Whether the middle point lies above the line from the first to the last. */
    private static boolean above(Corner first, Corner middle, Corner last) {
        double area = (middle.usd() - first.usd()) * (last.kw() - first.kw())
                - (last.usd() - first.usd()) * (middle.kw() - first.kw());
        return area > 1e-15;
    }
}
