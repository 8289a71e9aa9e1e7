package org.vppworkbench.negotiation.agent;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.NegotiatorStyle;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Acceptance;
import org.vppworkbench.model.message.NegotiationMessage.CounterOffer;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.NegotiationMessage.Refusal;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.negotiation.agent.Willingness.Unwilling;
import org.vppworkbench.negotiation.agent.Willingness.Willing;
import org.vppworkbench.negotiation.protocol.Letterhead;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;

/**
 * The rule agent of a home: time-dependent concession from {@code r + openingMarkup·(π̂ − r)} to
 * its reservation price r ({@code domain.md} §6). It accepts a counter-offer that is at least as
 * good as its own next ask, and never sells below r or the owner's price floor. Stateless: the same
 * turn gives the same reply.
 */
public final class ProsumerAgent implements ProsumerPolicy {
    /** Asks that moved less are not repeated [$/MWh]. */
    private static final double STEP = 0.005;

    private final ProsumerWords words;

    public ProsumerAgent(Wording wording) {
        this.words = new ProsumerWords(wording);
    }

    @Override
    public Optional<NegotiationMessage> reply(ProsumerTurn turn) {
        Offer bid = turn.counter();
        if (bid != null) {
            return Optional.of(answer(turn, bid));
        }
        Offer own = turn.ownAsk();
        return own == null ? Optional.of(open(turn)) : revise(turn, own);
    }

    private NegotiationMessage open(ProsumerTurn turn) {
        ProsumerDesk desk = turn.desk();
        double price = turn.opportunity().forecastPrice();
        return switch (Willingness.at(desk, turn.topPrice(), turn.opportunity().requiredKw())) {
            case Unwilling no ->
                    new Refusal(
                            envelope(turn, turn.callId(), words.refusal(desk, turn.opportunity(), price, no)),
                            no.reason(),
                            no.binding());
            case Willing yes -> {
                double least = yes.reservationPerMwh();
                double ask = ask(turn, least);
                String why = words.proposal(desk, turn.opportunity(), yes.whatIf(), least, ask);
                yield new Proposal(
                        envelope(turn, turn.callId(), why), new Terms(yes.whatIf().deliverableKw(), 0, ask));
            }
        };
    }

    private Optional<NegotiationMessage> revise(ProsumerTurn turn, Offer own) {
        Terms before = own.terms();
        double least = least(turn.desk(), before.kw());
        double ask = Math.min(ask(turn, least), before.pricePerMwh());
        if (before.pricePerMwh() - ask < STEP) {
            return Optional.empty();
        }
        String why =
                words.revised(before.pricePerMwh(), ask, least, turn.round(), turn.deadlineRound());
        return Optional.of(
                new Proposal(envelope(turn, turn.callId(), why), new Terms(before.kw(), 0, ask)));
    }

    private NegotiationMessage answer(ProsumerTurn turn, Offer counter) {
        Terms bid = counter.terms();
        ProsumerDesk desk = turn.desk();
        WhatIfResult about = desk.about(bid.kw());
        double least = Willingness.reservation(desk, about);
        double next = turn.lastWord() ? least : ask(turn, least);
        boolean deliverable = about.deliverableKw() >= bid.kw() - 1e-9;
        if (deliverable && bid.pricePerMwh() >= next) {
            String why = words.acceptance(bid, next, least, about);
            return new Acceptance(envelope(turn, counter.messageId(), why), bid);
        }
        Offer own = turn.ownAsk();
        if (own == null || turn.lastWord()) {
            String why = words.turnedDown(bid, least);
            return new Rejection(
                    envelope(turn, counter.messageId(), why), RejectionReason.BELOW_RESERVATION);
        }
        double ownLeast = least(desk, own.terms().kw());
        double ask = Math.min(ask(turn, ownLeast), own.terms().pricePerMwh());
        Terms terms = new Terms(own.terms().kw(), 0, ask);
        String why = words.counter(bid, terms, least, ownLeast);
        return new CounterOffer(envelope(turn, counter.messageId(), why), terms);
    }

    private static double least(ProsumerDesk desk, double kw) {
        return Willingness.reservation(desk, desk.about(kw));
    }

    /** The ask of this round [$/MWh]. */
    private static double ask(ProsumerTurn turn, double least) {
        NegotiatorStyle style = turn.desk().behaviour().style();
        double published = turn.opportunity().forecastPrice();
        double opening = least + style.openingMarkup() * Math.max(published - least, 0);
        double alpha =
                Concession.polynomial(
                        0, turn.round() - 1, turn.deadlineRound() - 1, style.concessionExponent());
        double ask = Math.max(Cents.up(Concession.price(opening, least, alpha)), least);
        return Math.min(ask, Math.max(turn.rules().capPerMwh(turn.opportunity().product()), least));
    }

    private static Envelope envelope(ProsumerTurn turn, @Nullable String inReplyTo, String why) {
        Letterhead head = turn.letterhead();
        return head.envelope(Envelope.AGGREGATOR, inReplyTo, turn.deadlineRound(), why);
    }
}
