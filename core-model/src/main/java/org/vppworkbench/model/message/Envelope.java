package org.vppworkbench.model.message;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.Product;

/**
 * The fields every message has.
 *
 * @param id unique in a run, such as {@code ENERGY@41/r2/home-003}
 * @param inReplyTo id of the message it answers, or {@code null}
 * @param round round of the negotiation, from 1; the call for proposals is round 0
 * @param sender {@code aggregator} or the id of a home
 * @param receiver {@code aggregator}, {@code all}, or the id of a home
 * @param product what is traded
 * @param hour hour from the start of the horizon
 * @param validUntilRound last round in which the message may be accepted
 * @param source who decided
 * @param rationale plain words for the reader; never read by the engine
 * @param rawReplyHash SHA-256 of a model's raw reply, or {@code null}
 */
public record Envelope(
        String id,
        @Nullable String inReplyTo,
        int round,
        String sender,
        String receiver,
        Product product,
        int hour,
        int validUntilRound,
        MessageSource source,
        String rationale,
        @Nullable String rawReplyHash) {
    /** The one buyer. */
    public static final String AGGREGATOR = "aggregator";

    /** Receiver of a broadcast. */
    public static final String ALL = "all";
}
