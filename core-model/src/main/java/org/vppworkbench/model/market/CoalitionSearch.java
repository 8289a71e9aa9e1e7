package org.vppworkbench.model.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Branch and bound over the pieces of supply curves (Land and Doig 1960; for piecewise linear curves Beale and Tomlin 1970).
 * A node keeps every home within a range of quantities. Its relaxation replaces a home's gain by its least concave majorant
 * on that range and fills the quantity with the steepest segments first, which is optimal for a sum of concave functions.
 * All homes but one then stand at a corner of their majorant, which is a point of their curve; where the one that is taken in
 * part stands off its curve, the node branches on it: into the ranges on both sides of the gap, or of the quantity itself.
 * Keeps the best coalition over all quantities asked about, and a bound on all others. Single use, not thread-safe.
 */
final class CoalitionSearch {
    private static final double TINY = SupplyCurve.TINY_KW;

    /** A coalition replaces another if it earns more by this [$]. */
    private static final double BETTER_USD = 1e-12;

    /** A branch is left where its bound is no better than this share: far below a cent. */
    private static final double PROOF_SHARE = 1e-9;

    /** Segments looked at before the search gives up its proof: some tenths of a second. */
    private static final long MOST_WORK = 8_000_000;

    /** Steepest first; ties by home, so that the order of the asks has no effect. */
    private static final Comparator<Segment> STEEPEST =
            Comparator.comparingDouble((Segment s) -> -s.key()).thenComparingInt(Segment::home).thenComparingInt(Segment::corner);

    private final int homes;
    private final GainCurve[] gains;
    private final @Nullable Node root;
    private double quantityKw;
    private boolean selective;
    private long work;
    private double openUsd = Double.NEGATIVE_INFINITY;
    private @Nullable Fill best;

    /** A solved relaxation, or a coalition. Short-lived, never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Fill(double[] kw, double profitUsd, double marginal) {}

    /**
     * One straight line of a home's majorant.
     *
     * @param key slope [$/MWh], rounded so that equal prices are equal
     */
    private record Segment(int home, int corner, double widthKw, double slope, double key) {}

    /**
     * @param curves at most one per home, sorted by home
     */
    CoalitionSearch(List<SupplyCurve> curves, double forecastPricePerMwh) {
        this.homes = curves.size();
        this.gains = new GainCurve[homes];
        for (int i = 0; i < homes; i++) {
            gains[i] = GainCurve.of(curves.get(i), forecastPricePerMwh);
        }
        this.root = node();
    }

    /** Compares the coalitions of at most a quantity. */
    void upTo(double kw) {
        quantityKw = kw;
        selective = true;
        branch(root, Double.POSITIVE_INFINITY);
    }

    /** Compares the coalitions of exactly a quantity. */
    void exactly(double kw) {
        quantityKw = kw;
        selective = false;
        branch(root, Double.POSITIVE_INFINITY);
    }

    /** A bound on what coalitions of exactly a quantity earn; −∞ where there is none [$]. */
    double boundUsd(double kw) {
        quantityKw = kw;
        selective = false;
        Relaxed relaxed = root == null ? null : relax(root);
        return relaxed == null ? Double.NEGATIVE_INFINITY : relaxed.fill().profitUsd();
    }

    /** Quantity of the best coalition [kW]. */
    double bestKw() {
        return best == null ? 0 : Arrays.stream(best.kw()).sum();
    }

    /** Quantities of the best coalition, sorted by home [kW]. */
    double[] kw() {
        return best == null ? new double[homes] : best.kw();
    }

    /** Profit of the best coalition; 0 where none earns anything [$]. */
    double profitUsd() {
        return best == null ? 0 : best.profitUsd();
    }

    /** No coalition earns more [$]. */
    double upperBoundUsd() {
        return Math.max(profitUsd(), openUsd);
    }

    /** What one more kW would earn with the same homes taken and left out [$/MWh]. */
    double marginal() {
        return best == null ? 0 : best.marginal();
    }

    private void below(double parentUsd) {
        if (work > MOST_WORK) {
            openUsd = Math.max(openUsd, parentUsd);
        } else {
            branch(node(), parentUsd);
        }
    }

    /**
     * @param parentUsd bound of the node above [$]
     */
    private void branch(@Nullable Node node, double parentUsd) {
        Relaxed relaxed = node == null ? null : relax(node);
        if (relaxed == null) {
            return;
        }
        double bound = Math.min(parentUsd, relaxed.fill().profitUsd());
        if (left(bound)) {
            return;
        }
        int home = relaxed.partial();
        if (home < 0) {
            keep(relaxed.fill());
            return;
        }
        double kw = relaxed.fill().kw()[home];
        double missing = gains[home].majorantAt(kw) - gains[home].at(kw);
        if (missing <= BETTER_USD) {
            keep(relaxed.fill());
            return;
        }
        tryRounded(relaxed, home, missing);
        if (left(bound)) {
            return;
        }
        GainCurve whole = gains[home];
        double[] sides = whole.around(kw);
        gains[home] = whole.within(sides[1], Double.POSITIVE_INFINITY);
        below(bound);
        gains[home] = whole.within(0, sides[0]);
        below(bound);
        gains[home] = whole;
    }

    /** Whether a branch with this bound is not worth looking into. */
    private boolean left(double bound) {
        double known = known();
        if (!Double.isFinite(known) || bound > known + BETTER_USD + PROOF_SHARE * Math.abs(known)) {
            return false;
        }
        openUsd = Math.max(openUsd, bound);
        return true;
    }

    /** Two coalitions that are always near: the part as it is where the home sells it, or the corner below it. */
    private void tryRounded(Relaxed relaxed, int home, double missing) {
        Fill fill = relaxed.fill();
        if (Double.isFinite(missing)) {
            keep(new Fill(fill.kw(), fill.profitUsd() - missing, fill.marginal()));
        }
        if (selective) {
            double[] kw = fill.kw().clone();
            double least = gains[home].cornerBelow(kw[home]);
            double lost = gains[home].majorantAt(kw[home]) - gains[home].at(least);
            kw[home] = least;
            keep(new Fill(kw, fill.profitUsd() - lost, 0));
        }
    }

    private void keep(Fill fill) {
        if (fill.profitUsd() > known() + BETTER_USD) {
            best = fill;
        }
    }

    /** The profit to beat [$]. Where nothing has to be bought, asks at the forecast price itself are taken too. */
    private double known() {
        Fill found = best;
        if (found != null) {
            return found.profitUsd();
        }
        return selective ? Double.NEGATIVE_INFINITY : 0;
    }

    /**
     * @param partial the home taken in part of a segment, or −1
     */
    private record Relaxed(Fill fill, int partial) {}

    /**
     * What the relaxations of a node share, whatever their quantity.
     *
     * @param leastKw first corner of every home [kW]
     * @param leastUsd what they earn [$]
     * @param steepest all segments, steepest first
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Node(double[] leastKw, double leastUsd, List<Segment> steepest) {}

    /** The node of the present ranges; {@code null} where a home is left without any quantity. */
    private @Nullable Node node() {
        double[] kw = new double[homes];
        double profit = 0;
        List<Segment> segments = new ArrayList<>();
        for (int i = 0; i < homes; i++) {
            GainCurve gain = gains[i];
            if (gain.corners() == 0) {
                return null;
            }
            kw[i] = gain.cornerKw(0);
            profit += gain.cornerUsd(0);
            for (int c = 1; c < gain.corners(); c++) {
                double slope = gain.slope(c);
                segments.add(new Segment(i, c, gain.cornerKw(c) - gain.cornerKw(c - 1), slope, Math.rint(slope * 1e9)));
            }
        }
        segments.sort(STEEPEST);
        work += homes + segments.size();
        return new Node(kw, profit, segments);
    }

    /** The relaxation of a node; {@code null} where the quantity cannot be met. */
    private @Nullable Relaxed relax(Node node) {
        double[] kw = node.leastKw().clone();
        double left = quantityKw;
        for (double least : kw) {
            left -= least;
        }
        if (left < -TINY) {
            return null;
        }
        double profit = node.leastUsd();
        double marginal = 0;
        int partial = -1;
        for (Segment segment : node.steepest()) {
            if (selective && segment.key() < 0) {
                break;
            }
            if (left <= TINY) {
                marginal = segment.slope();
                break;
            }
            int home = segment.home();
            if (segment.widthKw() <= left) {
                profit += gains[home].cornerUsd(segment.corner()) - gains[home].cornerUsd(segment.corner() - 1);
                kw[home] = gains[home].cornerKw(segment.corner());
                left -= segment.widthKw();
            } else {
                profit += segment.slope() * left / 1000;
                kw[home] += left;
                left = 0;
                marginal = segment.slope();
                partial = home;
                break;
            }
        }
        return selective || left <= TINY ? new Relaxed(new Fill(kw, profit, Math.max(marginal, 0)), partial) : null;
    }
}
