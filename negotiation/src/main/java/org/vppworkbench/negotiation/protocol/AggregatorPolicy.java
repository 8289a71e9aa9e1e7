package org.vppworkbench.negotiation.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.simulation.CancelToken;

/** Decides for the aggregator. Every reply passes the gate before the engine acts on it. */
public interface AggregatorPolicy {
    /** Who decides; the gate refuses messages that claim another source. */
    default MessageSource source() {
        return MessageSource.RULE;
    }

    /** Who makes the decision of a turn; {@code RULE} where nothing can be decided. Asked before the reply. */
    default MessageSource asked(AggregatorTurn turn) {
        return source();
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

    /**
     * What {@link #reply} says, by an agent that needs time.
     *
     * @throws UnusableReplyException where nothing that can be judged came
     */
    default AggregatorReplies speak(AggregatorTurn turn, CancelToken cancel) {
        return AggregatorReplies.of(reply(turn));
    }

    /**
     * A second try after a first of which nothing could be used.
     *
     * @throws UnusableReplyException where nothing that can be judged came
     */
    default AggregatorReplies speakAgain(AggregatorTurn turn, GateVerdict verdict, CancelToken cancel) {
        return AggregatorReplies.of(retry(turn, verdict));
    }

    /**
     * A second try for every home whose reply was refused, at once.
     *
     * @param turn as things stand after what passed
     * @param refused the homes that had no valid reply, in fleet order, and why
     * @throws UnusableReplyException where nothing that can be judged came for any of them
     */
    default AggregatorReplies repair(AggregatorTurn turn, Map<String, GateVerdict> refused, CancelToken cancel) {
        List<NegotiationMessage> messages = new ArrayList<>();
        Map<String, GateVerdict> failures = new LinkedHashMap<>();
        refused.forEach((home, verdict) -> {
            try {
                retry(turn, home, verdict).ifPresent(messages::add);
            } catch (UnusableReplyException unusable) {
                failures.put(home, unusable.verdict());
            }
        });
        return new AggregatorReplies(messages, failures, List.of());
    }

    /** The negotiation of an opportunity is over: what was bought, in fleet order; nothing where nothing was. */
    default void over(Opportunity opportunity, List<RunEvent.Member> bought) {}

    /** The part of {@link #reply} that is addressed to one home. */
    default Optional<NegotiationMessage> replyTo(AggregatorTurn turn, String prosumer) {
        return reply(turn).stream()
                .filter(m -> m.envelope().receiver().equals(prosumer))
                .findFirst();
    }
}
