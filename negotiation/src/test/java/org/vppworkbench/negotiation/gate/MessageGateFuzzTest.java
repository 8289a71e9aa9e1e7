package org.vppworkbench.negotiation.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.GateVerdict;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.scenario.AgentSettings.Gate;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Performative;
import org.vppworkbench.negotiation.protocol.Stage;

/**
 * A million messages against the gate (50,000 in every build). What passes is judged again by plain conditions written down
 * here, not by the checks of the gate.
 */
class MessageGateFuzzTest {
    private static final int MESSAGES = 50_000 * Integer.getInteger("vpp.random.scale", 1);

    /** Tolerances of the gate [kW, $/MWh]. */
    private static final double SLACK = 1.0001e-6;

    @Test
    void nothingInfeasibleOverCapOutOfPhaseOrNotFinitePassesEitherGate() {
        Map<Gate, Map<Performative, Integer>> passed = new EnumMap<>(Gate.class);
        Set<String> checks = new TreeSet<>();
        for (Gate strength : Gate.values()) {
            MessageGate gate = new MessageGate(strength);
            MessageFuzz fuzz = new MessageFuzz(20230816);
            Map<Performative, Integer> counts = new EnumMap<>(Performative.class);
            for (int i = 0; i < MESSAGES; i++) {
                Submission submission = fuzz.next();
                GateVerdict verdict = gate.judge(submission);
                if (verdict.passed()) {
                    inspect(submission, strength, "message " + i + ": " + submission.message());
                    counts.merge(submission.performative(), 1, Integer::sum);
                } else {
                    checks.add(verdict.check());
                }
            }
            passed.put(strength, counts);
        }
        assertEquals(
                Set.of("schema", "finite", "performative", "round", "physics", "price-cap", "reservation", "price-floor",
                        "event-limit"),
                checks, "every check was needed");
        for (Performative kind : Set.of(
                Performative.PROPOSAL, Performative.REFUSAL, Performative.COUNTER_OFFER, Performative.ACCEPTANCE,
                Performative.REJECTION, Performative.WITHDRAWAL)) {
            passed.forEach((strength, counts) -> assertTrue(
                    counts.getOrDefault(kind, 0) > MESSAGES / 2000, strength + " let through too few of " + kind + ": " + counts));
        }
    }

    private static void inspect(Submission s, Gate strength, String what) {
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
