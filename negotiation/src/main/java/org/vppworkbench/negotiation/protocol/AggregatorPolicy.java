package org.vppworkbench.negotiation.protocol;

import java.util.List;
import java.util.Optional;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;

/** Decides for the aggregator. Every reply passes the gate before the engine acts on it. */
public interface AggregatorPolicy {
    /** Who decides; the gate refuses messages that claim another source. */
    default MessageSource source() {
        return MessageSource.RULE;
    }

    /**
     * At most one reply per home; a home without one keeps its standing ask.
     *
     * @throws UnusableReplyException where nothing that can be judged came; the engine goes on with it
     */
    List<NegotiationMessage> reply(AggregatorTurn turn);

    /** A second try for one home after the gate refused the first; the reason is in the verdict. */
    default Optional<NegotiationMessage> retry(
            AggregatorTurn turn, String prosumer, GateVerdict verdict) {
        return replyTo(turn, prosumer);
    }

    /** A second try for all homes after a first that could not be read; the reason is in the verdict. */
    default List<NegotiationMessage> retry(AggregatorTurn turn, GateVerdict verdict) {
        return reply(turn);
    }

    /** The part of {@link #reply} that is addressed to one home. */
    default Optional<NegotiationMessage> replyTo(AggregatorTurn turn, String prosumer) {
        return reply(turn).stream()
                .filter(m -> m.envelope().receiver().equals(prosumer))
                .findFirst();
    }
}
