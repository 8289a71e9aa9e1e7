package org.vppworkbench.model.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The coalition problem by brute force: every choice of pieces, each choice filled in order of price. */
final class PieceEnumeration {
    private PieceEnumeration() {}

    /** The most that can be earned; 0 where nothing sells [$]. */
    static double bestUsd(List<SupplyCurve> curves, double forecast, double required, MarketRules rules) {
        return best(curves, 0, new ArrayList<>(), forecast, required, rules);
    }

    private static double best(
            List<SupplyCurve> curves, int home, List<SupplyCurve.Piece> taken, double forecast, double required,
            MarketRules rules) {
        if (home == curves.size()) {
            return filled(taken, forecast, required, rules);
        }
        double best = best(curves, home + 1, taken, forecast, required, rules);
        for (SupplyCurve.Piece piece : curves.get(home).pieces()) {
            taken.add(piece);
            best = Math.max(best, best(curves, home + 1, taken, forecast, required, rules));
            taken.removeLast();
        }
        return best;
    }

    private static double filled(List<SupplyCurve.Piece> taken, double forecast, double required, MarketRules rules) {
        double least = taken.stream().mapToDouble(SupplyCurve.Piece::leastKw).sum();
        double most = Math.min(required, taken.stream().mapToDouble(SupplyCurve.Piece::mostKw).sum());
        double best = 0;
        if (rules.stepKw() > 0) {
            for (double kw = rules.minimumKw(); kw <= most + 1e-9; kw += rules.stepKw()) {
                best = kw >= least - 1e-9 ? Math.max(best, profit(taken, forecast, kw)) : best;
            }
            return best;
        }
        // the profit is piecewise linear in the quantity: its kinks are enough
        List<SupplyCurve.Piece> cheapest = new ArrayList<>(taken);
        cheapest.sort(Comparator.comparingDouble(SupplyCurve.Piece::pricePerMwh));
        double kink = least;
        best = least <= most ? Math.max(profit(taken, forecast, least), profit(taken, forecast, most)) : 0;
        for (SupplyCurve.Piece piece : cheapest) {
            kink += piece.mostKw() - piece.leastKw();
            best = kink <= most ? Math.max(best, profit(taken, forecast, kink)) : best;
        }
        return best;
    }

    private static double profit(List<SupplyCurve.Piece> taken, double forecast, double quantity) {
        List<SupplyCurve.Piece> cheapest = new ArrayList<>(taken);
        cheapest.sort(Comparator.comparingDouble(SupplyCurve.Piece::pricePerMwh));
        double left = quantity - taken.stream().mapToDouble(SupplyCurve.Piece::leastKw).sum();
        double profit = 0;
        for (SupplyCurve.Piece piece : cheapest) {
            double kw = piece.leastKw() + Math.max(0, Math.min(left, piece.mostKw() - piece.leastKw()));
            left -= kw - piece.leastKw();
            profit += forecast * kw / 1000 - piece.costUsd(kw);
        }
        return profit;
    }
}
