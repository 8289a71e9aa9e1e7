package org.vppworkbench.negotiation.protocol;

import org.vppworkbench.model.message.Terms;

/**
 * Terms that stand until they are answered or replaced.
 *
 * @param messageId the message that made them
 * @param terms kW and $/MWh
 * @param validUntilRound last round in which they may be accepted
 * @param words what the other side said with them, where the experiment shares rationales; else empty
 */
public record Offer(String messageId, Terms terms, int validUntilRound, String words) {
    /** An offer without words. */
    public Offer(String messageId, Terms terms, int validUntilRound) {
        this(messageId, terms, validUntilRound, "");
    }
}
