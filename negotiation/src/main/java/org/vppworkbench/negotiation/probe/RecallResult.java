package org.vppworkbench.negotiation.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model remembered of a week's prices.
 *
 * @param items one per question, in order
 */
public record RecallResult(List<Item> items) {
    /** An answer this close to the price counts as known. Assumption. */
    public static final double WITHIN = 0.10;

    /** Above the share expected by chance by more than this, runs on the same week are marked. Assumption. */
    public static final double MARGIN = 0.10;

    /**
     * @param date local day as asked
     * @param hour local clock hour
     * @param actual price [$/MWh]
     * @param answer what the model said [$/MWh]; {@code null} where it said that it does not know, or nothing usable
     * @param failure why there is no usable answer; empty where there is one, or an honest no
     */
    public record Item(String date, int hour, double actual, @Nullable Double answer, String failure) {
        boolean within(double price) {
            return answer != null && Math.abs(answer - price) <= WITHIN * Math.abs(price);
        }

        /** Whether the answer is within 10 % of the price. */
        public boolean known() {
            return within(actual);
        }

        /** Whether the model replied at all. */
        public boolean replied() {
            return failure.isEmpty();
        }
    }

    public RecallResult {
        items = List.copyOf(items);
    }

    /** Questions that were replied to, an honest no among them. */
    public long replied() {
        return items.stream().filter(Item::replied).count();
    }

    /** Answers within 10 % of the price over questions replied to; 0 where there are none. */
    public double knownShare() {
        return replied() == 0 ? 0 : (double) items.stream().filter(Item::known).count() / replied();
    }

    /**
     * The share the same answers would reach if they belonged to other questions: mean over answers of the part of all other
     * questions' prices they are within 10 % of. What a model gets by knowing the level of prices alone.
     */
    public double chanceShare() {
        if (replied() == 0 || items.size() < 2) {
            return 0;
        }
        double sum = 0;
        for (Item item : items) {
            long met = items.stream().filter(other -> item.within(other.actual())).count() - (item.known() ? 1 : 0);
            sum += met / (items.size() - 1.0);
        }
        return sum / replied();
    }

    /** Whether runs on this week should be marked. */
    public boolean suspicious() {
        return knownShare() > chanceShare() + MARGIN;
    }
}
