package org.vppworkbench.negotiation.coordination;

import java.util.List;
import org.vppworkbench.model.coordination.AuditedTaker;
import org.vppworkbench.model.coordination.ProductSeries;
import org.vppworkbench.model.market.Product;

/**
 * The gate before the rounds: what a home answers while prices are sought must not be below 0 nor above what it could ever sell.
 * An answer is not an offer, so that neither its hour nor a price can be judged yet. Like the gate of the run it belongs to the
 * engine, and tells whoever asks for prices only whether an answer passed.
 */
public final class Possible {
    /** What a solver may miss a limit by: the step of a meter [kW]. */
    static final double TOLERANCE_KW = 0.01;

    private final List<ProductSeries> mostKw;

    /**
     * @param mostKw what each home could ever sell [kW]
     */
    Possible(List<ProductSeries> mostKw) {
        this.mostKw = List.copyOf(mostKw);
    }

    /**
     * @param homes one per home of the fleet, in its order
     * @param intervals of the run
     */
    public static Possible of(List<? extends AuditedTaker> homes, int intervals) {
        return new Possible(homes.stream()
                .map(home -> ProductSeries.of(intervals, home::mostKw))
                .toList());
    }

    /** Whether a home could ever sell this. */
    boolean allows(int home, ProductSeries kw) {
        return within(kw, mostKw.get(home));
    }

    /** The most a home could sell in an hour, for the gate that judges what is put on record [kW]. */
    double mostKw(int home, Product product, int hour) {
        return mostKw.get(home).hourMean(product, hour);
    }

    static boolean within(ProductSeries kw, ProductSeries mostKw) {
        if (kw.intervals() != mostKw.intervals()) {
            return false;
        }
        for (Product product : Product.values()) {
            for (int t = 0; t < mostKw.intervals(); t++) {
                double value = kw.at(product, t);
                if (!(value >= -TOLERANCE_KW && value <= mostKw.at(product, t) + TOLERANCE_KW)) {
                    return false;
                }
            }
        }
        return true;
    }
}
