package org.vppworkbench.model.market;

import java.util.List;

/**
 * What a home would sell, sealed: nothing, or one quantity on one of its pieces. All numbers are for one hour.
 *
 * @param prosumer id of the home
 * @param pieces alternatives, in any order; empty where nothing is sold
 */
public record SupplyCurve(String prosumer, List<Piece> pieces) {
    /** Quantities this close to a piece are on it [kW]. */
    static final double TINY_KW = 1e-9;

    public SupplyCurve {
        pieces = List.copyOf(pieces);
    }

    /**
     * Any quantity from {@code leastKw} to {@code mostKw} for {@code fixedUsd + pricePerMwh·kW·1 h/1000}.
     *
     * @param leastKw least quantity, 0 to {@code mostKw} [kW]
     * @param mostKw largest quantity [kW]
     * @param pricePerMwh price of one more kW [$/MWh]
     * @param fixedUsd what is paid on top of the price; negative where the first kW are cheaper, which takes a least
     *     quantity above 0 [$]
     */
    public record Piece(double leastKw, double mostKw, double pricePerMwh, double fixedUsd) {
        public Piece {
            if (!(leastKw >= 0) || !(mostKw >= leastKw) || (leastKw == 0 && fixedUsd < 0)) {
                throw new IllegalArgumentException(
                        "piece from " + leastKw + " to " + mostKw + " kW with " + fixedUsd + " $ fixed");
            }
        }

        public double costUsd(double kw) {
            return fixedUsd + pricePerMwh * kw / 1000;
        }

        /** The straight line between two points of a cost curve. */
        static Piece between(double leastKw, double costAtLeastUsd, double mostKw, double costAtMostUsd) {
            double price = (costAtMostUsd - costAtLeastUsd) / (mostKw - leastKw) * 1000;
            return new Piece(leastKw, mostKw, price, costAtMostUsd - price * mostKw / 1000);
        }

        boolean holds(double kw) {
            return kw >= leastKw - TINY_KW && kw <= mostKw + TINY_KW;
        }
    }

    /** One ask: nothing, or any quantity from its least to its most at its price. */
    public static SupplyCurve of(CoalitionSolver.Ask ask) {
        return of(ask.prosumer(), List.of(ask));
    }

    /**
     * Asks of one home of which at most one is taken, as points of its cost curve: an ask costs its price times its
     * quantity. Where its least quantity is that of another ask, cost runs straight from that ask's to its own; otherwise it
     * runs along the price.
     */
    public static SupplyCurve of(String prosumer, List<CoalitionSolver.Ask> asks) {
        return new SupplyCurve(prosumer, asks.stream().map(ask -> piece(ask, asks)).toList());
    }

    private static Piece piece(CoalitionSolver.Ask ask, List<CoalitionSolver.Ask> asks) {
        for (CoalitionSolver.Ask other : asks) {
            if (Math.abs(other.kw() - ask.minKw()) <= TINY_KW && other.kw() < ask.kw() - TINY_KW) {
                return Piece.between(other.kw(), costUsd(other), ask.kw(), costUsd(ask));
            }
        }
        return new Piece(ask.minKw(), ask.kw(), ask.pricePerMwh(), 0);
    }

    private static double costUsd(CoalitionSolver.Ask ask) {
        return ask.pricePerMwh() * ask.kw() / 1000;
    }

    /**
     * What the home asks for a quantity on the curve; the cheapest piece counts [$].
     *
     * @throws IllegalArgumentException if the quantity is neither 0 nor on a piece
     */
    public double costUsd(double kw) {
        if (kw == 0) {
            return 0;
        }
        return pieces.stream()
                .filter(piece -> piece.holds(kw))
                .mapToDouble(piece -> piece.costUsd(kw))
                .min()
                .orElseThrow(() -> new IllegalArgumentException(prosumer + " does not sell " + kw + " kW"));
    }

    /**
     * What the home asks for a quantity above 0 on the curve, per MWh [$/MWh].
     *
     * @throws IllegalArgumentException if the quantity is not on a piece
     */
    public double askPerMwh(double kw) {
        double usd = costUsd(kw);
        for (Piece piece : pieces) {
            if (piece.holds(kw) && piece.costUsd(kw) == usd && piece.fixedUsd() == 0) {
                return piece.pricePerMwh();
            }
        }
        return usd / kw * 1000;
    }
}
