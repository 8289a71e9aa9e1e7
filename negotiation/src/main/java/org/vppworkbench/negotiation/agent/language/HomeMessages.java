package org.vppworkbench.negotiation.agent.language;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Acceptance;
import org.vppworkbench.model.message.NegotiationMessage.CounterOffer;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.NegotiationMessage.Refusal;
import org.vppworkbench.model.message.NegotiationMessage.RefusalReason;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.message.NegotiationMessage.Withdrawal;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.BindingConstraint;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.UnusableReplyException;

/**
 * Makes typed messages of decisions. Ids, round and receiver come from the engine, and an acceptance carries the standing
 * offer's own terms: a model can take or leave them, not rewrite them.
 */
final class HomeMessages {
    private HomeMessages() {}

    /**
     * The message, or empty where the home lets its ask stand.
     *
     * @param rawHash SHA-256 of the reply
     * @throws UnusableReplyException where an offer is accepted, countered or turned down and none stands
     */
    static Optional<NegotiationMessage> message(ProsumerTurn turn, HomeDecision decision, String rawHash) {
        return switch (decision.action()) {
            case PROPOSE -> Optional.of(
                    new Proposal(envelope(turn, turn.callId(), decision, rawHash), terms(decision)));
            case COUNTER -> {
                Offer counter = standing(turn, "a counter-offer");
                yield Optional.of(
                        new CounterOffer(envelope(turn, counter.messageId(), decision, rawHash), terms(decision)));
            }
            case ACCEPT -> {
                Offer counter = standing(turn, "an acceptance");
                yield Optional.of(
                        new Acceptance(envelope(turn, counter.messageId(), decision, rawHash), counter.terms()));
            }
            case REJECT -> {
                Offer counter = standing(turn, "a rejection");
                yield Optional.of(new Rejection(
                        envelope(turn, counter.messageId(), decision, rawHash), RejectionReason.BELOW_RESERVATION));
            }
            case REFUSE -> Optional.of(new Refusal(
                    envelope(turn, turn.callId(), decision, rawHash), decision.reason(), binding(turn, decision)));
            case WITHDRAW -> {
                Offer counter = turn.counter();
                String about = counter == null ? turn.callId() : counter.messageId();
                yield Optional.of(new Withdrawal(envelope(turn, about, decision, rawHash)));
            }
            case STAND -> Optional.empty();
            case WHAT_IF, HISTORY, FORECAST -> throw new IllegalStateException(decision.action() + " is a tool");
        };
    }

    private static Terms terms(HomeDecision decision) {
        return new Terms(decision.kw(), 0, decision.pricePerMwh());
    }

    private static Offer standing(ProsumerTurn turn, String what) {
        Offer counter = turn.counter();
        if (counter == null) {
            throw new UnusableReplyException("performative", what + ", but no counter-offer stands", true);
        }
        return counter;
    }

    private static BindingConstraint binding(ProsumerTurn turn, HomeDecision decision) {
        return decision.reason() == RefusalReason.NOT_DELIVERABLE
                ? turn.desk().most().binding()
                : BindingConstraint.NONE;
    }

    private static Envelope envelope(
            ProsumerTurn turn, @Nullable String inReplyTo, HomeDecision decision, String rawHash) {
        return turn.letterhead().envelope(
                Envelope.AGGREGATOR, inReplyTo, turn.deadlineRound(), decision.rationale(), MessageSource.LLM, rawHash);
    }
}
