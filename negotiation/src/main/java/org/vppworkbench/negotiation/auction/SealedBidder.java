package org.vppworkbench.negotiation.auction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.NegotiationMessage.Refusal;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.negotiation.agent.Cents;
import org.vppworkbench.negotiation.agent.ProsumerWords;
import org.vppworkbench.negotiation.agent.Willingness;
import org.vppworkbench.negotiation.agent.Willingness.Unwilling;
import org.vppworkbench.negotiation.agent.Willingness.Willing;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.Stage;

/**
 * The rule by which a home bids in an auction. It takes part where the rule agent would, and names the least quantity that is
 * worth a contract. Under {@link Rule#COST_CURVE} it says one proposal after the other, the largest quantity first, until it
 * has said its whole curve; of these at most one is taken. Stateless: the same turn gives the same reply.
 */
final class SealedBidder implements ProsumerPolicy {
    /** Parts of what the home can sell that a cost curve names; as fine as the what-ifs of the rule agent. */
    private static final int SHARES = 4;

    private static final double SAME_KW = 1e-6;

    /** What a home asks. */
    enum Rule {
        /** The best quantity at the published price, at its reservation price: what a price taker does. */
        COST,
        /**
         * The same quantity, halfway between reservation r and published price π̂. Where every price between the two is held
         * equally likely to be the highest that is accepted, (b − r)·P(accepted) = (b − r)(π̂ − b)/(π̂ − r) is largest at
         * b = (r + π̂)/2.
         */
        HALFWAY,
        /** Cost at a quarter, half, three quarters and all, unrounded. */
        COST_CURVE
    }

    private final Rule rule;
    private final ProsumerWords words;

    SealedBidder(Rule rule, Wording wording) {
        this.rule = rule;
        this.words = new ProsumerWords(wording);
    }

    @Override
    public Optional<NegotiationMessage> reply(ProsumerTurn turn) {
        Offer own = turn.ownAsk();
        if (turn.stage() == Stage.CALLED) {
            return Optional.of(open(turn));
        }
        if (own == null || rule != Rule.COST_CURVE) {
            return Optional.empty();
        }
        return curve(turn).stream()
                .filter(terms -> terms.kw() < own.terms().kw() - SAME_KW)
                .findFirst()
                .map(terms -> proposal(turn, terms, turn.desk().about(terms.kw())));
    }

    private NegotiationMessage open(ProsumerTurn turn) {
        ProsumerDesk desk = turn.desk();
        Opportunity opportunity = turn.opportunity();
        return switch (Willingness.at(desk, turn.topPrice(), opportunity.requiredKw())) {
            case Unwilling no -> {
                String why = words.refusal(desk, opportunity, opportunity.forecastPrice(), no);
                yield new Refusal(
                        turn.letterhead().envelope(Envelope.AGGREGATOR, turn.callId(), turn.deadlineRound(), why),
                        no.reason(),
                        no.binding());
            }
            case Willing yes -> {
                List<Terms> curve = rule == Rule.COST_CURVE ? curve(turn) : List.of();
                Terms terms = curve.isEmpty() ? single(turn, yes) : curve.getFirst();
                yield proposal(turn, terms, desk.about(terms.kw()));
            }
        };
    }

    private NegotiationMessage proposal(ProsumerTurn turn, Terms terms, WhatIfResult about) {
        double least = Willingness.exactReservation(turn.desk(), about);
        String why = words.proposal(turn.desk(), turn.opportunity(), about, least, terms.pricePerMwh());
        return new Proposal(
                turn.letterhead().envelope(Envelope.AGGREGATOR, turn.callId(), turn.deadlineRound(), why), terms);
    }

    private Terms single(ProsumerTurn turn, Willing yes) {
        double kw = yes.whatIf().deliverableKw();
        double least = yes.reservationPerMwh();
        double ask = rule == Rule.HALFWAY
                ? Math.max(least, Math.min(Cents.up((least + turn.topPrice()) / 2), turn.topPrice()))
                : least;
        return new Terms(kw, Math.min(Willingness.LEAST_KW, kw), ask);
    }

    /**
     * Points of the cost curve that the published price can pay, the largest quantity first. Between neighbours any quantity
     * is for sale; where the point below is missing, the quantity is sold whole or not at all.
     */
    private static List<Terms> curve(ProsumerTurn turn) {
        ProsumerDesk desk = turn.desk();
        double top = Math.min(desk.most().deliverableKw(), turn.opportunity().requiredKw());
        List<Terms> curve = new ArrayList<>();
        double below = 0;
        int last = 0;
        for (int share = 1; share <= SHARES; share++) {
            WhatIfResult about = desk.about(top * share / SHARES);
            double kw = about.deliverableKw();
            double price = Willingness.exactReservation(desk, about);
            if (kw < Willingness.LEAST_KW || kw < below + SAME_KW || price > turn.topPrice()) {
                continue;
            }
            double least = last == share - 1 && last > 0 ? below : kw;
            curve.addFirst(new Terms(kw, share == 1 ? Willingness.LEAST_KW : least, price));
            below = kw;
            last = share;
        }
        return curve;
    }
}
