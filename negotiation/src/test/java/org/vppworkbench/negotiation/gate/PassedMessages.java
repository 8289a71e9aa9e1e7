package org.vppworkbench.negotiation.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.scenario.AgentSettings.Gate;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Performative;
import org.vppworkbench.negotiation.protocol.Stage;

/** What must be true of a message that passed the gate, written down a second time. */
public final class PassedMessages {
    /** Tolerances of the gate [kW, $/MWh]. */
    private static final double SLACK = 1.0001e-6;

    private PassedMessages() {}

    /**
     * Fails where a message that passed should not have.
     *
     * @param what in the words of the failure
     */
    public static void inspect(Submission s, Gate strength, String what) {
        NegotiationMessage message = s.message();
        Envelope envelope = message.envelope();
        boolean aggregator = s.letterhead().sender().equals(Envelope.AGGREGATOR);
        assertTrue(legal(Performative.of(message), aggregator, s.conversation().stage()), () -> "out of phase: " + what);
        assertEquals(s.letterhead().round(), envelope.round(), what);
        assertEquals(s.letterhead().opportunity().hour(), envelope.hour(), what);
        assertEquals(aggregator ? "aggregator" : "home-001", envelope.sender(), what);
        assertEquals(aggregator ? "home-001" : "aggregator", envelope.receiver(), what);
        assertTrue(envelope.validUntilRound() >= envelope.round() && envelope.validUntilRound() <= s.deadlineRound(), what);
        if (s.lastWord()) {
            assertTrue(
                    message instanceof NegotiationMessage.Acceptance || message instanceof NegotiationMessage.Rejection
                            || message instanceof NegotiationMessage.Withdrawal,
                    () -> "only a yes or no was due: " + what);
        }
        Terms terms = Performative.terms(message);
        if (terms == null) {
            return;
        }
        assertTrue(
                Double.isFinite(terms.kw()) && Double.isFinite(terms.minKw()) && Double.isFinite(terms.pricePerMwh()),
                () -> "not finite: " + what);
        assertTrue(terms.kw() > 0 && terms.minKw() >= 0 && terms.minKw() <= terms.kw(), what);
        assertTrue(
                terms.pricePerMwh() >= s.rules().floorPerMwh(envelope.product())
                        && terms.pricePerMwh() <= s.rules().capPerMwh(envelope.product()),
                () -> "over cap: " + what);
        if (Performative.of(message) == Performative.ACCEPTANCE) {
            Offer offer = aggregator ? s.conversation().ask() : s.conversation().counter();
            assertEquals(offer.messageId(), envelope.inReplyTo(), what);
            assertEquals(offer.terms().kw(), terms.kw(), 1e-9, what);
            assertEquals(offer.terms().pricePerMwh(), terms.pricePerMwh(), 1e-9, what);
            assertTrue(offer.validUntilRound() >= envelope.round(), () -> "lapsed: " + what);
        }
        if (aggregator) {
            assertTrue(terms.kw() <= s.leftKw() + SLACK, () -> "more than is needed: " + what);
            assertTrue(terms.kw() <= s.conversation().ask().terms().kw() + SLACK, () -> "more than is offered: " + what);
        } else {
            assertTrue(terms.kw() <= s.desk().most().deliverableKw() + SLACK, () -> "infeasible: " + what);
        }
        if (strength == Gate.GATE_FULL) {
            withinReservation(s, aggregator, terms, what);
        }
    }

    private static void withinReservation(Submission s, boolean aggregator, Terms terms, String what) {
        if (aggregator) {
            assertTrue(terms.pricePerMwh() <= s.letterhead().opportunity().forecastPrice() + SLACK, () -> "at a loss: " + what);
            return;
        }
        double cost = s.desk().whatIf(terms.kw()).reservationPerMwh();
        assertTrue(terms.pricePerMwh() >= cost - SLACK, () -> "below its reservation: " + what);
        Integer limit = s.desk().behaviour().maxEventsPerDay();
        boolean commits = s.message() instanceof NegotiationMessage.Proposal
                || s.message() instanceof NegotiationMessage.Acceptance;
        assertTrue(!commits || limit == null || s.desk().contractsThatDay() < limit, () -> "one event too many: " + what);
        Double floor = s.desk().priceFloorPerMwh();
        assertTrue(floor == null || terms.pricePerMwh() >= floor - SLACK, () -> "below the floor: " + what);
    }

    /** Contract net with counter-offers, as docs/negotiation.md states it. */
    private static boolean legal(Performative kind, boolean aggregator, Stage stage) {
        return switch (stage) {
            case CALLED -> !aggregator && (kind == Performative.PROPOSAL || kind == Performative.REFUSAL);
            case ASKED -> aggregator
                    ? kind == Performative.COUNTER_OFFER || kind == Performative.ACCEPTANCE || kind == Performative.REJECTION
                    : kind == Performative.PROPOSAL || kind == Performative.WITHDRAWAL;
            case COUNTERED -> !aggregator
                    && (kind == Performative.COUNTER_OFFER || kind == Performative.ACCEPTANCE
                            || kind == Performative.REJECTION || kind == Performative.WITHDRAWAL);
            case AGREED -> aggregator ? kind == Performative.REJECTION : kind == Performative.WITHDRAWAL;
            case CLOSED -> false;
        };
    }
}
