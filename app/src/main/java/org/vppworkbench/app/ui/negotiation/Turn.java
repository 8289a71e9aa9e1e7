package org.vppworkbench.app.ui.negotiation;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Product;

/**
 * One line of the dialogue, ready to show.
 *
 * @param position position in the log after its event
 * @param side where it stands
 * @param product what is traded, or {@code null} where it concerns no product
 * @param round round, 0 for announcements
 * @param home the home it concerns, or empty
 * @param who heading, such as {@code home-003 → aggregator}
 * @param performative such as {@code Proposal}
 * @param terms quantity and price with units, or empty
 * @param words rationale or explanation
 * @param source {@code RULE} and so on, or {@code MARKET}, {@code ENGINE}
 * @param gate what the gate objected to, or empty
 * @param sent the event behind a message, or {@code null}
 */
public record Turn(
        int position,
        Side side,
        @Nullable Product product,
        int round,
        String home,
        String who,
        String performative,
        String terms,
        String words,
        String source,
        String gate,
        RunEvent.@Nullable MessageSent sent) {

    /** Where a turn stands. */
    public enum Side {
        /** Left. */
        AGGREGATOR,
        /** Right. */
        HOME,
        /** A line across: a new opportunity. */
        HEADING,
        /** A thin line across: a new round. */
        ROUND,
        /** Centre: the engine or the market speaks. */
        RESULT
    }
}
