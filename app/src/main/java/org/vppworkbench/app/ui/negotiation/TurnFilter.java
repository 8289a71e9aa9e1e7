package org.vppworkbench.app.ui.negotiation;

import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.Product;

/**
 * Which turns are shown. Headings and results stay unless they are of another product.
 *
 * @param home id of a home, or {@code null} for all
 * @param product or {@code null} for all
 * @param performative such as {@code Proposal}, or {@code null} for all
 * @param text words to find, or empty
 */
public record TurnFilter(
        @Nullable String home, @Nullable Product product, @Nullable String performative, String text)
        implements Predicate<Turn> {
    public static final TurnFilter ALL = new TurnFilter(null, null, null, "");

    @Override
    public boolean test(Turn turn) {
        if (product != null && turn.product() != null && turn.product() != product) {
            return false;
        }
        boolean message = turn.sent() != null;
        if (message && home != null && !turn.home().isEmpty() && !turn.home().equals(home)) {
            return false;
        }
        if (message && performative != null && !turn.performative().equals(performative)) {
            return false;
        }
        if (text.isBlank()) {
            return true;
        }
        return turn.side() == Turn.Side.HEADING || (turn.side() != Turn.Side.ROUND && contains(turn));
    }

    private boolean contains(Turn turn) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        String all = turn.who() + " " + turn.performative() + " " + turn.terms() + " " + turn.words() + " " + turn.gate();
        return all.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
