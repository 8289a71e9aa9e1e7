package org.vppworkbench.negotiation.mechanism;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Acceptance;
import org.vppworkbench.model.message.NegotiationMessage.CounterOffer;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.NegotiationMessage.Refusal;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.RandomStreams;
import org.vppworkbench.negotiation.agent.Cents;
import org.vppworkbench.negotiation.agent.ProsumerWords;
import org.vppworkbench.negotiation.agent.Willingness;
import org.vppworkbench.negotiation.agent.Willingness.Unwilling;
import org.vppworkbench.negotiation.agent.Willingness.Willing;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;

/**
 * A home that asks a random price in every round, uniform between its reservation price and a cap,
 * and takes a bid that is not below the price it has just drawn. The cap is twice the published
 * price, not above the market's bid cap (assumption: with the bid cap alone a deal would hardly
 * ever be drawn at ordinary prices).
 */
final class RandomProsumer implements ProsumerPolicy {
    private static final double CAP_SHARE = 2;

    private final RandomStreams random;
    private final ProsumerWords words;

    RandomProsumer(RandomStreams random, Wording wording) {
        this.random = random;
        this.words = new ProsumerWords(wording);
    }

    @Override
    public Optional<NegotiationMessage> reply(ProsumerTurn turn) {
        Offer bid = turn.counter();
        Offer own = turn.ownAsk();
        if (bid != null) {
            return Optional.of(answer(turn, bid, own));
        }
        return Optional.of(own == null ? open(turn) : new Proposal(
                envelope(turn, turn.callId(), drawn(turn, own.terms().kw())),
                terms(turn, own.terms().kw())));
    }

    private NegotiationMessage open(ProsumerTurn turn) {
        Opportunity opportunity = turn.opportunity();
        double price = opportunity.forecastPrice();
        return switch (Willingness.at(turn.desk(), turn.topPrice(), opportunity.requiredKw())) {
            case Unwilling no ->
                    new Refusal(
                            envelope(turn, turn.callId(), words.refusal(turn.desk(), opportunity, price, no)),
                            no.reason(),
                            no.binding());
            case Willing yes -> {
                double kw = yes.whatIf().deliverableKw();
                yield new Proposal(envelope(turn, turn.callId(), drawn(turn, kw)), terms(turn, kw));
            }
        };
    }

    private NegotiationMessage answer(ProsumerTurn turn, Offer bid, @Nullable Offer own) {
        double least = least(turn.desk(), bid.terms().kw());
        double wanted = turn.lastWord() || own == null ? least : ask(turn, bid.terms().kw());
        boolean ownPrice = own != null && bid.terms().pricePerMwh() >= own.terms().pricePerMwh();
        double offered = bid.terms().pricePerMwh();
        if (offered >= wanted || (ownPrice && offered >= least)) {
            String why = "I take " + Wording.terms(bid.terms()) + ": it is not below the price I drew.";
            return new Acceptance(envelope(turn, bid.messageId(), why), bid.terms());
        }
        if (turn.lastWord() || own == null) {
            return new Rejection(
                    envelope(turn, bid.messageId(), words.turnedDown(bid.terms(), least)),
                    RejectionReason.BELOW_RESERVATION);
        }
        double kw = own.terms().kw();
        return new CounterOffer(envelope(turn, bid.messageId(), drawn(turn, kw)), terms(turn, kw));
    }

    private Terms terms(ProsumerTurn turn, double kw) {
        return new Terms(kw, 0, ask(turn, kw));
    }

    private String drawn(ProsumerTurn turn, double kw) {
        return "I draw a random price between my cost of " + Wording.price(least(turn.desk(), kw))
                + " and " + Wording.price(cap(turn)) + ": " + Wording.price(ask(turn, kw)) + ".";
    }

    /** One draw per home, opportunity and round, whatever others do [$/MWh]. */
    private double ask(ProsumerTurn turn, double kw) {
        double least = least(turn.desk(), kw);
        String stream =
                turn.opportunity().id() + "/zi-c/" + turn.desk().prosumer() + "/r" + turn.round();
        double share = random.named(stream).nextDouble();
        return Cents.up(least + share * Math.max(cap(turn) - least, 0));
    }

    private static double cap(ProsumerTurn turn) {
        return Math.min(turn.rules().capPerMwh(turn.opportunity().product()), CAP_SHARE * turn.opportunity().forecastPrice());
    }

    private static double least(ProsumerDesk desk, double kw) {
        return Willingness.reservation(desk, desk.about(kw));
    }

    private static Envelope envelope(ProsumerTurn turn, @Nullable String inReplyTo, String why) {
        return turn.letterhead()
                .envelope(Envelope.AGGREGATOR, inReplyTo, turn.deadlineRound(), why);
    }
}
