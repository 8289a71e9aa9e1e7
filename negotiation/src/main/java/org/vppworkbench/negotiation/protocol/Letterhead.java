package org.vppworkbench.negotiation.protocol;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;

/**
 * What a sender writes on its envelopes in one turn. The engine hands it out, so that message ids
 * are unique in a run and depend on nothing but opportunity, round, sender and receiver.
 *
 * @param opportunity what is traded
 * @param round current round
 * @param sender {@code aggregator} or the id of a home
 * @param part 0 for the first turn of a sender in a round, then counted up
 */
public record Letterhead(Opportunity opportunity, int round, String sender, int part) {

    /** Id of the message to a receiver: {@code ENERGY@41/r2/home-003}. */
    public String id(String receiver) {
        String base = opportunity.id() + "/r" + round + "/" + sender;
        String addressed = receiver.equals(Envelope.AGGREGATOR) ? base : base + ">" + receiver;
        return part == 0 ? addressed : addressed + "/" + (part + 1);
    }

    /** An envelope of a rule agent or of a mechanism without agents; prices of reserve are worded per MW and hour. */
    public Envelope envelope(
            String receiver, @Nullable String inReplyTo, int validUntilRound, String rationale) {
        return envelope(receiver, inReplyTo, validUntilRound, rationale, MessageSource.RULE, null);
    }

    /** The same of any agent. */
    public Envelope envelope(
            String receiver,
            @Nullable String inReplyTo,
            int validUntilRound,
            String rationale,
            MessageSource source,
            @Nullable String rawReplyHash) {
        return new Envelope(
                id(receiver),
                inReplyTo,
                round,
                sender,
                receiver,
                opportunity.product(),
                opportunity.hour(),
                validUntilRound,
                source,
                inUnitsOfTheProduct(rationale),
                rawReplyHash);
    }

    private String inUnitsOfTheProduct(String words) {
        return opportunity.product().isReserve() ? words.replace("$/MWh", "$/MW-h") : words;
    }
}
