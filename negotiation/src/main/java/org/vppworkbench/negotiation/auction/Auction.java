package org.vppworkbench.negotiation.auction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.SupplyCurve;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage.Award;
import org.vppworkbench.model.message.NegotiationMessage.CallForProposals;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.message.NegotiationMessage.Withdrawal;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.simulation.OpportunityTrader.Agreement;
import org.vppworkbench.model.simulation.TradingSession;
import org.vppworkbench.negotiation.agent.AggregatorWords;
import org.vppworkbench.negotiation.agent.Willingness;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.auction.PaymentRule.Clearing;
import org.vppworkbench.negotiation.auction.PaymentRule.Payments;
import org.vppworkbench.negotiation.engine.Hearing;
import org.vppworkbench.negotiation.engine.Participant;
import org.vppworkbench.negotiation.engine.Transcript;
import org.vppworkbench.negotiation.protocol.Conversation;
import org.vppworkbench.negotiation.protocol.Letterhead;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.Stage;

/**
 * One sealed-bid auction: call, bids through the gate without hearing each other, clearing by the coalition problem, awards at
 * the payment rule's price. A home that its cut or its price leaves below its reservation withdraws, and the auction is cleared
 * again without it.
 */
final class Auction {
    private static final int ROUND = 1;

    /** Proposals one home may make. */
    private static final int MOST_BIDS = 16;

    /** Prices closer than this are the same [$/MWh], as at the gate. */
    private static final double PRICE = 1e-6;

    private final TradingSession session;
    private final Opportunity opportunity;
    private final PaymentRule payment;
    private final MarketRules rules;
    private final CoalitionSolver solver;
    private final Hearing hearing;
    private final Transcript transcript;
    private final AggregatorWords words;

    Auction(
            TradingSession session,
            PaymentRule payment,
            MarketRules rules,
            CoalitionSolver solver,
            Hearing hearing,
            Transcript transcript,
            Wording wording) {
        this.session = session;
        this.opportunity = session.opportunity();
        this.payment = payment;
        this.rules = rules;
        this.solver = solver;
        this.hearing = hearing;
        this.transcript = transcript;
        this.words = new AggregatorWords(wording);
    }

    /** A home and everything it said, of which at most one part is bought. */
    private record Bidder(Participant home, List<Offer> bids, SupplyCurve curve) {
        /** The bid a quantity belongs to. */
        Offer bid(double kw) {
            return bids.stream()
                    .filter(bid -> bid.terms().kw() >= kw - 1e-9 && bid.terms().minKw() <= kw + 1e-9)
                    .findFirst()
                    .orElseGet(bids::getFirst);
        }
    }

    Agreement run(List<Participant> homes) {
        String callId = call();
        List<Bidder> bidders = new ArrayList<>();
        for (Participant home : homes) {
            List<Offer> bids = bids(home, callId);
            if (!bids.isEmpty()) {
                bidders.add(new Bidder(home, bids, curve(home.id(), bids)));
            }
        }
        if (bidders.isEmpty()) {
            return none(RunEvent.Outcome.NO_PROPOSAL, "no home wants to sell at this price");
        }
        while (true) {
            Clearing clearing = Clearing.of(
                    bidders.stream().map(Bidder::curve).toList(),
                    curves -> solver.choose(curves, opportunity.forecastPrice(), opportunity.requiredKw(), rules));
            Payments payments = payment.of(clearing);
            List<Bidder> leaving = leaving(bidders, clearing, payments);
            if (leaving.isEmpty()) {
                return award(bidders, clearing, payments);
            }
            bidders.removeAll(leaving);
        }
    }

    private String call() {
        Letterhead head = transcript.letterhead(0, Envelope.AGGREGATOR);
        String why = words.call(opportunity, ROUND) + " One sealed bid each; " + payment.words() + ".";
        Envelope envelope = head.envelope(Envelope.ALL, null, ROUND, why);
        transcript.sent(
                new CallForProposals(envelope, opportunity.requiredKw(), opportunity.forecastPrice(), ROUND), null);
        return envelope.id();
    }

    /** Hears a home until it has nothing more to say. */
    private List<Offer> bids(Participant home, String callId) {
        Conversation conversation = home.conversation();
        List<Offer> bids = new ArrayList<>();
        for (int bid = 0; bid < MOST_BIDS && conversation.stage().open(); bid++) {
            if (!hearing.home(home, turn(home, callId))) {
                break;
            }
            Offer ask = conversation.ask();
            if (conversation.stage() == Stage.ASKED && ask != null) {
                bids.add(ask);
            }
        }
        return conversation.stage() == Stage.ASKED ? bids : List.of();
    }

    private ProsumerTurn turn(Participant home, String callId) {
        return new ProsumerTurn(
                home.desk(), opportunity, rules, transcript.letterhead(ROUND, home.id()), ROUND,
                home.conversation().stage(), callId, home.conversation().ask(), null, false);
    }

    private SupplyCurve curve(String home, List<Offer> bids) {
        return SupplyCurve.of(home, bids.stream()
                .map(Offer::terms)
                .filter(t -> payment.buysAboveForecast() || t.pricePerMwh() <= opportunity.forecastPrice() + PRICE)
                .map(t -> new CoalitionSolver.Ask(home, t.kw(), t.minKw(), t.pricePerMwh()))
                .toList());
    }

    /** Homes that would be paid less than their part costs them; they withdraw. */
    private List<Bidder> leaving(List<Bidder> bidders, Clearing clearing, Payments payments) {
        List<Bidder> leaving = new ArrayList<>();
        for (int i = 0; i < bidders.size(); i++) {
            double kw = clearing.kw(i);
            Participant home = bidders.get(i).home();
            Offer bid = bidders.get(i).bid(kw);
            // a whole bid is the home's own word, even where the gate lets it be below its cost
            if (kw <= 0 || kw >= bid.terms().kw() - 1e-9) {
                continue;
            }
            WhatIfResult about = home.desk().about(kw);
            double paid = payments.pricesPerMwh().get(i);
            if (Willingness.exactReservation(home.desk(), about) > paid + PRICE) {
                String why = "Cut from " + Wording.kw(bid.terms().kw()) + " to " + Wording.kw(kw)
                        + " it no longer pays for me at " + Wording.price(paid) + ". I withdraw.";
                Participant leaver = new Participant(
                        home.desk(),
                        turn -> Optional.of(new Withdrawal(
                                turn.letterhead().envelope(Envelope.AGGREGATOR, bid.messageId(), ROUND, why))),
                        home.conversation());
                hearing.home(leaver, turn(home, bid.messageId()));
                leaving.add(bidders.get(i));
            }
        }
        return leaving;
    }

    private Agreement award(List<Bidder> bidders, Clearing clearing, Payments payments) {
        List<Contract> contracts = new ArrayList<>();
        List<RunEvent.Member> members = new ArrayList<>();
        double profit = 0;
        double dearest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < bidders.size(); i++) {
            double kw = clearing.kw(i);
            if (kw > 0) {
                Participant home = bidders.get(i).home();
                double price = payments.pricesPerMwh().get(i);
                members.add(new RunEvent.Member(home.id(), kw, price));
                double reservation = home.desk().about(kw).reservationPerMwh();
                contracts.add(new Contract(
                        home.id(), opportunity.product(), opportunity.hour(), kw, price, reservation));
                profit += (opportunity.forecastPrice() - price) * kw / 1000;
                dearest = Math.max(dearest, price);
            }
        }
        session.emit(new RunEvent.CoalitionFormed(
                opportunity,
                members,
                profit,
                clearing.coalition().marginalValuePerMwh(),
                payments.gapUsd() > 0 ? Double.valueOf(payments.gapUsd()) : null));
        Letterhead head = transcript.letterhead(ROUND, Envelope.AGGREGATOR);
        for (int i = 0; i < bidders.size(); i++) {
            answer(bidders.get(i), clearing.kw(i), payments.pricesPerMwh().get(i), head);
        }
        if (contracts.isEmpty()) {
            return none(RunEvent.Outcome.NO_AGREEMENT, "no bids together are an offer the market takes and that pays");
        }
        // the market pays a price taker the same whatever it asks: no more than it expects, so that a deficit does not void it
        double offer = Math.min(dearest, opportunity.forecastPrice());
        double kw = contracts.stream().mapToDouble(Contract::kw).sum();
        String what = (contracts.size() == 1 ? "1 home sells " : contracts.size() + " homes sell ")
                + Wording.kw(kw) + " of " + Wording.kw(opportunity.requiredKw());
        return new Agreement(contracts, offer, RunEvent.Outcome.TRADED, ROUND, what);
    }

    private void answer(Bidder bidder, double kw, double price, Letterhead head) {
        Offer bid = bidder.bid(kw);
        String id = bidder.home().id();
        if (kw > 0) {
            Terms terms = new Terms(kw, 0, price);
            String why = words.award(opportunity, terms) + " This is a sealed-bid auction: " + payment.words() + ".";
            transcript.sent(new Award(head.envelope(id, bid.messageId(), ROUND, why), terms), null);
            return;
        }
        boolean tooExpensive = bid.terms().pricePerMwh() > opportunity.forecastPrice() + PRICE;
        String why = tooExpensive
                ? words.aboveMarket(bid.terms(), opportunity.forecastPrice())
                : rules.stepKw() > 0 ? words.notAccepted(rules) : words.notNeeded(bid.terms(), opportunity.requiredKw());
        transcript.sent(
                new Rejection(
                        head.envelope(id, bid.messageId(), ROUND, why),
                        tooExpensive ? RejectionReason.TOO_EXPENSIVE : RejectionReason.NOT_NEEDED),
                null);
    }

    private static Agreement none(RunEvent.Outcome outcome, String reason) {
        return new Agreement(List.of(), 0, outcome, ROUND, reason);
    }
}
