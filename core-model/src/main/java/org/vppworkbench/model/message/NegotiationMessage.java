package org.vppworkbench.model.message;

import org.vppworkbench.model.physics.BindingConstraint;

/** A typed message of the negotiation protocol ({@code model.md} §7). */
public sealed interface NegotiationMessage {
    Envelope envelope();

    /** The same content in another envelope. */
    default NegotiationMessage withEnvelope(Envelope other) {
        return switch (this) {
            case CallForProposals m -> new CallForProposals(
                    other, m.requiredKw(), m.publishedPricePerMwh(), m.deadlineRound());
            case Proposal m -> new Proposal(other, m.terms());
            case Refusal m -> new Refusal(other, m.reason(), m.binding());
            case CounterOffer m -> new CounterOffer(other, m.terms());
            case Acceptance m -> new Acceptance(other, m.terms());
            case Rejection m -> new Rejection(other, m.reason());
            case Withdrawal m -> new Withdrawal(other);
            case Award m -> new Award(other, m.terms());
            case ProtocolViolation m -> new ProtocolViolation(other, m.rule(), m.detail());
        };
    }

    /** The aggregator announces an opportunity. */
    record CallForProposals(Envelope envelope, double requiredKw, double publishedPricePerMwh, int deadlineRound)
            implements NegotiationMessage {}

    /** A home asks a price. */
    record Proposal(Envelope envelope, Terms terms) implements NegotiationMessage {}

    /** A home does not take part. */
    record Refusal(Envelope envelope, RefusalReason reason, BindingConstraint binding) implements NegotiationMessage {}

    /** Either side answers with other terms. */
    record CounterOffer(Envelope envelope, Terms terms) implements NegotiationMessage {}

    /** Either side agrees to the other's last terms; binding once awarded. */
    record Acceptance(Envelope envelope, Terms terms) implements NegotiationMessage {}

    /** The other's last terms are turned down for good. */
    record Rejection(Envelope envelope, RejectionReason reason) implements NegotiationMessage {}

    /** A party leaves before an award. */
    record Withdrawal(Envelope envelope) implements NegotiationMessage {}

    /** The contract. */
    record Award(Envelope envelope, Terms terms) implements NegotiationMessage {}

    /** A reply that the gate refused. */
    record ProtocolViolation(Envelope envelope, String rule, String detail) implements NegotiationMessage {}

    /** Why a home does not take part. */
    enum RefusalReason {
        NOT_DELIVERABLE("it cannot deliver"),
        NOT_WORTHWHILE("the price does not cover its cost"),
        PRICE_FLOOR("the price is below the owner's floor"),
        EVENT_LIMIT("the owner's limit on events per day is reached"),
        OWNER("the owner does not want to sell");

        private final String words;

        RefusalReason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Why terms are turned down for good. */
    enum RejectionReason {
        TOO_EXPENSIVE("the price is above what the aggregator can pay"),
        NOT_NEEDED("cheaper homes already cover the requirement"),
        BELOW_RESERVATION("the price is below the home's cost"),
        DEADLINE("the last round passed without agreement"),
        BUDGET("the budget of the language models is spent");

        private final String words;

        RejectionReason(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
