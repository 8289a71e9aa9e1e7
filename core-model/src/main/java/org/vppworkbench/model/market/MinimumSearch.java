package org.vppworkbench.model.market;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Branch and bound over the least quantities of asks (Land and Doig 1960). A node takes some asks, leaves some out and has
 * not decided on the rest; filling its quantity in order of price solves its relaxation, in which an undecided ask may be
 * taken in any part. That leaves at most one ask below its least quantity, and the node branches on it. Keeps the best
 * coalition over all quantities asked about. Single use, not thread-safe.
 */
final class MinimumSearch {
    private static final double TINY = 1e-9;

    /** A coalition replaces another if it earns more by this [$]. */
    private static final double BETTER_USD = 1e-12;

    /** A branch is left where its bound is no better than this share: the profit is proven to that precision. */
    private static final double PROOF_SHARE = 1e-6;

    /** Asks looked at per quantity before the search gives up its proof: some ten milliseconds. */
    private static final long MOST_WORK = 5_000_000;

    private enum Choice {
        OPEN,
        TAKEN,
        OUT
    }

    private final int[] order;
    private final double[] margin;
    private final double[] least;
    private final double[] most;
    private final Choice[] choice;
    private double quantityKw;
    private boolean selective;
    private long work;
    private boolean proven = true;
    private @Nullable Fill best;

    /**
     * A solved relaxation. Short-lived, never compared.
     *
     * @param kw per ask in order of price
     * @param split ask below its least quantity, or −1
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Fill(double[] kw, double profitUsd, double marginal, int split) {}

    /**
     * @param order of the asks by price
     */
    MinimumSearch(List<CoalitionSolver.Ask> asks, int[] order, double forecastPricePerMwh) {
        this.order = order;
        this.margin = new double[order.length];
        this.least = new double[order.length];
        this.most = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            CoalitionSolver.Ask ask = asks.get(order[i]);
            margin[i] = forecastPricePerMwh - ask.pricePerMwh();
            least[i] = ask.minKw();
            most[i] = ask.kw();
        }
        this.choice = new Choice[order.length];
        Arrays.fill(choice, Choice.OPEN);
    }

    /** Compares the coalitions of at most a quantity. */
    void upTo(double kw) {
        start(kw, true);
    }

    /** Compares the coalitions of exactly a quantity. */
    void exactly(double kw) {
        start(kw, false);
    }

    private void start(double kw, boolean upTo) {
        quantityKw = kw;
        selective = upTo;
        work = 0;
        branch();
    }

    /** Quantity of the best coalition [kW]. */
    double bestKw() {
        return best == null ? 0 : Arrays.stream(best.kw()).sum();
    }

    /**
     * The best coalition, empty where none earns anything.
     *
     * @param usedUp whether nothing more could be bought
     */
    CoalitionSolver.Coalition best(boolean usedUp) {
        Double[] kw = new Double[order.length];
        Arrays.fill(kw, 0.0);
        Fill found = best;
        if (found != null) {
            for (int i = 0; i < order.length; i++) {
                kw[order[i]] = found.kw()[i];
            }
        }
        return new CoalitionSolver.Coalition(
                List.of(kw),
                found == null ? 0 : found.profitUsd(),
                found == null || !usedUp ? 0 : found.marginal(),
                proven);
    }

    private void branch() {
        work += order.length;
        if (work > MOST_WORK) {
            proven = false;
            return;
        }
        Fill fill = fill();
        double known = known();
        if (fill == null || fill.profitUsd() <= known + BETTER_USD) {
            return;
        }
        int split = fill.split();
        if (split < 0) {
            best = fill;
            return;
        }
        if (fill.profitUsd() * (1 - PROOF_SHARE) <= known) {
            return;
        }
        choice[split] = Choice.TAKEN;
        branch();
        choice[split] = Choice.OUT;
        branch();
        choice[split] = Choice.OPEN;
    }

    /** The profit to beat [$]. Where nothing has to be bought, asks at the forecast price itself are taken too. */
    private double known() {
        Fill found = best;
        if (found != null) {
            return found.profitUsd();
        }
        return selective ? Double.NEGATIVE_INFINITY : 0;
    }

    /** The relaxation of the node; {@code null} where the quantity cannot be met. */
    private @Nullable Fill fill() {
        double[] kw = new double[order.length];
        double left = quantityKw;
        for (int i = 0; i < kw.length; i++) {
            if (choice[i] == Choice.TAKEN) {
                kw[i] = least[i];
                left -= least[i];
            }
        }
        if (left < -TINY) {
            return null;
        }
        double profit = 0;
        double marginal = 0;
        int split = -1;
        for (int i = 0; i < kw.length && !(selective && margin[i] < 0); i++) {
            if (choice[i] == Choice.OUT) {
                continue;
            }
            double more = Math.max(0, Math.min(left, most[i] - kw[i]));
            kw[i] += more;
            left -= more;
            profit += margin[i] * kw[i] / 1000;
            if (kw[i] < most[i]) {
                marginal = Math.max(marginal, margin[i]);
            }
            if (kw[i] > 0 && kw[i] < least[i] - TINY) {
                split = i;
            }
        }
        return selective || left <= TINY ? new Fill(kw, profit, marginal, split) : null;
    }
}
