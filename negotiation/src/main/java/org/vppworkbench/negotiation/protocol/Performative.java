package org.vppworkbench.negotiation.protocol;

import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;

/** The kind of a message, and the terms it carries. */
public enum Performative {
    CALL_FOR_PROPOSALS,
    PROPOSAL,
    REFUSAL,
    COUNTER_OFFER,
    ACCEPTANCE,
    REJECTION,
    WITHDRAWAL,
    AWARD,
    PROTOCOL_VIOLATION;

    public static Performative of(NegotiationMessage message) {
        return switch (message) {
            case NegotiationMessage.CallForProposals m -> CALL_FOR_PROPOSALS;
            case NegotiationMessage.Proposal m -> PROPOSAL;
            case NegotiationMessage.Refusal m -> REFUSAL;
            case NegotiationMessage.CounterOffer m -> COUNTER_OFFER;
            case NegotiationMessage.Acceptance m -> ACCEPTANCE;
            case NegotiationMessage.Rejection m -> REJECTION;
            case NegotiationMessage.Withdrawal m -> WITHDRAWAL;
            case NegotiationMessage.Award m -> AWARD;
            case NegotiationMessage.ProtocolViolation m -> PROTOCOL_VIOLATION;
        };
    }

    /** The terms of a message, or {@code null} where it has none. */
    public static @Nullable Terms terms(NegotiationMessage message) {
        return switch (message) {
            case NegotiationMessage.Proposal m -> m.terms();
            case NegotiationMessage.CounterOffer m -> m.terms();
            case NegotiationMessage.Acceptance m -> m.terms();
            case NegotiationMessage.Award m -> m.terms();
            case NegotiationMessage.CallForProposals m -> null;
            case NegotiationMessage.Refusal m -> null;
            case NegotiationMessage.Rejection m -> null;
            case NegotiationMessage.Withdrawal m -> null;
            case NegotiationMessage.ProtocolViolation m -> null;
        };
    }

    /** With its article, such as "a counter-offer". */
    public String words() {
        return switch (this) {
            case CALL_FOR_PROPOSALS -> "a call for proposals";
            case PROPOSAL -> "a proposal";
            case REFUSAL -> "a refusal";
            case COUNTER_OFFER -> "a counter-offer";
            case ACCEPTANCE -> "an acceptance";
            case REJECTION -> "a rejection";
            case WITHDRAWAL -> "a withdrawal";
            case AWARD -> "an award";
            case PROTOCOL_VIOLATION -> "a protocol violation";
        };
    }
}
