package org.vppworkbench.negotiation.gate;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.negotiation.protocol.Letterhead;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Performative;
import org.vppworkbench.negotiation.protocol.Stage;

/** Form: schema, finite numbers, legal performative, round. */
final class FormChecks {
    /** Terms closer than this are the same [kW, $/MWh]. */
    private static final double SAME = 1e-9;

    private static final Set<Performative> LAST_WORDS =
            Set.of(Performative.ACCEPTANCE, Performative.REJECTION, Performative.WITHDRAWAL);

    private FormChecks() {}

    static @Nullable String schema(Submission s) {
        Envelope envelope = s.message().envelope();
        Letterhead head = s.letterhead();
        String receiver = s.aggregator() ? s.conversation().prosumer() : Envelope.AGGREGATOR;
        if (!envelope.sender().equals(head.sender())) {
            return "sender " + envelope.sender() + ", must be " + head.sender();
        }
        if (!envelope.receiver().equals(receiver)) {
            return "receiver " + envelope.receiver() + ", must be " + receiver;
        }
        if (!envelope.id().equals(head.id(receiver))) {
            return "id " + envelope.id() + ", must be " + head.id(receiver);
        }
        if (envelope.product() != head.opportunity().product()
                || envelope.hour() != head.opportunity().hour()) {
            return "speaks of " + envelope.product() + "@" + envelope.hour() + ", must be "
                    + head.opportunity().id();
        }
        if (envelope.source() != s.source()) {
            return "source " + envelope.source() + ", must be " + s.source();
        }
        Terms terms = s.terms();
        if (terms != null && terms.kw() <= 0) {
            return "kW = " + terms.kw() + ", must be above 0";
        }
        if (terms != null && (terms.minKw() < 0 || terms.minKw() > terms.kw())) {
            return "least kW = " + terms.minKw() + ", allowed: 0 to " + terms.kw();
        }
        return null;
    }

    static @Nullable String finite(Submission s) {
        Terms terms = s.terms();
        if (terms == null) {
            return null;
        }
        if (!Double.isFinite(terms.kw()) || !Double.isFinite(terms.minKw())) {
            return "kW = " + terms.kw() + ", least kW = " + terms.minKw() + ", must be finite";
        }
        return Double.isFinite(terms.pricePerMwh())
                ? null
                : "price = " + terms.pricePerMwh() + " $/MWh, must be finite";
    }

    static @Nullable String performative(Submission s) {
        Performative performative = s.performative();
        Stage stage = s.conversation().stage();
        Set<Performative> legal = s.conversation().legal(s.aggregator());
        if (!legal.contains(performative) || performative == Performative.AWARD) {
            return performative.words() + " while the conversation " + stage.words();
        }
        if (s.lastWord() && !LAST_WORDS.contains(performative)) {
            return performative.words() + ", but only a yes or no is due";
        }
        return performative == Performative.ACCEPTANCE ? unfoundedAcceptance(s) : null;
    }

    private static @Nullable String unfoundedAcceptance(Submission s) {
        Offer offer = s.conversation().acceptable(s.aggregator());
        Terms accepted = s.terms();
        if (offer == null || accepted == null) {
            return "an acceptance, but no offer stands";
        }
        if (!offer.messageId().equals(s.message().envelope().inReplyTo())) {
            return "accepts " + s.message().envelope().inReplyTo() + ", but the standing offer is "
                    + offer.messageId();
        }
        Terms offered = offer.terms();
        boolean same =
                Math.abs(offered.kw() - accepted.kw()) <= SAME
                        && Math.abs(offered.pricePerMwh() - accepted.pricePerMwh()) <= SAME;
        return same
                ? null
                : "accepts " + accepted.kw() + " kW at " + accepted.pricePerMwh() + " $/MWh, but "
                        + offered.kw() + " kW at " + offered.pricePerMwh() + " $/MWh were offered";
    }

    static @Nullable String round(Submission s) {
        Envelope envelope = s.message().envelope();
        int now = s.letterhead().round();
        if (envelope.round() != now) {
            return "round " + envelope.round() + ", must be " + now;
        }
        if (envelope.validUntilRound() < now || envelope.validUntilRound() > s.deadlineRound()) {
            return "valid until round " + envelope.validUntilRound() + ", allowed: " + now + " to "
                    + s.deadlineRound();
        }
        Offer offer = s.conversation().acceptable(s.aggregator());
        if (s.performative() == Performative.ACCEPTANCE
                && offer != null
                && offer.validUntilRound() < now) {
            return "accepts an offer that was valid until round " + offer.validUntilRound();
        }
        return null;
    }
}
