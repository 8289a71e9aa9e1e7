package org.vppworkbench.negotiation.protocol;

import org.vppworkbench.model.message.Terms;

/**
 * Terms that stand until they are answered or replaced.
 *
 * @param messageId the message that made them
 * @param terms kW and $/MWh
 * @param validUntilRound last round in which they may be accepted
 */
public record Offer(String messageId, Terms terms, int validUntilRound) {}
