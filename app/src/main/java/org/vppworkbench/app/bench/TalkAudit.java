package org.vppworkbench.app.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.RunEvent.MessageSent;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Acceptance;
import org.vppworkbench.model.message.NegotiationMessage.Award;
import org.vppworkbench.model.message.NegotiationMessage.CallForProposals;
import org.vppworkbench.model.message.NegotiationMessage.CounterOffer;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.NegotiationMessage.ProtocolViolation;
import org.vppworkbench.model.message.NegotiationMessage.Refusal;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.Withdrawal;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.WhatIfResult;

/**
 * Judges the messages of a finished run that passed: who spoke when, and with which numbers. Written from the table in
 * {@code docs/negotiation.md} and not from the gate.
 */
final class TalkAudit {
    private static final double SLACK = 1e-5;

    private enum Stage {
        CALLED,
        ASKED,
        COUNTERED,
        AGREED,
        CLOSED
    }

    /** One home in one opportunity. */
    private static final class Talk {
        private Stage stage = Stage.CALLED;
        private int round;
        private @Nullable Terms ask;
        private @Nullable Terms bid;
    }

    private final MarketRules rules;
    private final int deadline;
    private final Map<String, Talk> talks = new HashMap<>();
    private final List<String> breaches = new ArrayList<>();

    TalkAudit(MarketRules rules, int deadline) {
        this.rules = rules;
        this.deadline = deadline;
    }

    void hear(MessageSent sent) {
        NegotiationMessage message = sent.message();
        Envelope envelope = message.envelope();
        if (message instanceof CallForProposals || message instanceof ProtocolViolation) {
            return;
        }
        boolean bySeller = !envelope.sender().equals(Envelope.AGGREGATOR);
        String home = bySeller ? envelope.sender() : envelope.receiver();
        Talk talk = talks.computeIfAbsent(envelope.product() + "@" + envelope.hour() + "/" + home, key -> new Talk());
        check(!bySeller || envelope.receiver().equals(Envelope.AGGREGATOR), envelope, "receiver " + envelope.receiver());
        check(envelope.round() >= Math.max(talk.round, 1) && envelope.round() <= deadline, envelope, "round " + envelope.round());
        check(sent.verdict().passed(), envelope, "on record as said although it was refused");
        talk.round = envelope.round();
        step(talk, message, bySeller);
        Terms terms = terms(message);
        if (terms != null) {
            numbers(terms, envelope, bySeller ? sent.whatIf() : null);
        }
    }

    /** What should never have passed. */
    List<String> breaches() {
        return List.copyOf(breaches);
    }

    private void step(Talk talk, NegotiationMessage message, boolean seller) {
        // A home may let a counter-offer go by: then its ask stands again, without a message.
        Stage stage = talk.stage == Stage.COUNTERED && !(seller && answers(message)) ? Stage.ASKED : talk.stage;
        boolean legal = switch (message) {
            case Proposal m -> seller && (stage == Stage.CALLED || stage == Stage.ASKED);
            case Refusal m -> seller && stage == Stage.CALLED;
            case CounterOffer m -> seller ? stage == Stage.COUNTERED : stage == Stage.ASKED;
            case Acceptance m -> (seller ? stage == Stage.COUNTERED : stage == Stage.ASKED)
                    && same(m.terms(), seller ? talk.bid : talk.ask);
            case Rejection m -> seller ? stage == Stage.COUNTERED : stage == Stage.ASKED || stage == Stage.AGREED;
            case Withdrawal m -> seller && (stage == Stage.ASKED || stage == Stage.COUNTERED || stage == Stage.AGREED);
            case Award m -> !seller && stage == Stage.AGREED;
            case CallForProposals m -> false;
            case ProtocolViolation m -> false;
        };
        check(legal, message.envelope(), message.getClass().getSimpleName() + " out of phase, while " + talk.stage);
        Terms terms = terms(message);
        switch (message) {
            case Proposal m -> talk.ask = terms;
            case CounterOffer m when seller -> talk.ask = terms;
            case CounterOffer m -> talk.bid = terms;
            default -> { }
        }
        talk.stage = switch (message) {
            case Proposal m -> Stage.ASKED;
            case CounterOffer m -> seller ? Stage.ASKED : Stage.COUNTERED;
            case Acceptance m -> Stage.AGREED;
            default -> Stage.CLOSED;
        };
    }

    private static boolean answers(NegotiationMessage message) {
        return message instanceof CounterOffer || message instanceof Acceptance || message instanceof Rejection
                || message instanceof Withdrawal;
    }

    private void numbers(Terms terms, Envelope envelope, @Nullable WhatIfResult whatIf) {
        boolean finite = Double.isFinite(terms.kw()) && Double.isFinite(terms.pricePerMwh()) && Double.isFinite(terms.minKw());
        check(finite && terms.kw() > 0, envelope, "terms " + terms);
        check(terms.pricePerMwh() <= rules.capPerMwh(envelope.product()) + SLACK, envelope, "above the cap: " + terms);
        check(terms.pricePerMwh() >= rules.floorPerMwh(envelope.product()) - SLACK, envelope, "below the floor: " + terms);
        check(whatIf == null || terms.kw() <= whatIf.deliverableKw() + SLACK, envelope, "more than can be delivered: " + terms);
    }

    private static boolean same(Terms said, @Nullable Terms standing) {
        return standing != null && Math.abs(said.kw() - standing.kw()) < SLACK
                && Math.abs(said.pricePerMwh() - standing.pricePerMwh()) < SLACK;
    }

    private static @Nullable Terms terms(NegotiationMessage message) {
        return switch (message) {
            case Proposal m -> m.terms();
            case CounterOffer m -> m.terms();
            case Acceptance m -> m.terms();
            case Award m -> m.terms();
            default -> null;
        };
    }

    private void check(boolean right, Envelope envelope, String what) {
        if (!right) {
            breaches.add(envelope.id() + ": " + what);
        }
    }
}
