package org.vppworkbench.negotiation.mechanism;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage.Acceptance;
import org.vppworkbench.model.message.NegotiationMessage.Award;
import org.vppworkbench.model.message.NegotiationMessage.CallForProposals;
import org.vppworkbench.model.message.NegotiationMessage.Refusal;
import org.vppworkbench.model.message.NegotiationMessage.Withdrawal;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.physics.WhatIfResult;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.TradingSession;
import org.vppworkbench.negotiation.agent.AggregatorWords;
import org.vppworkbench.negotiation.agent.Cents;
import org.vppworkbench.negotiation.agent.ProsumerWords;
import org.vppworkbench.negotiation.agent.Willingness;
import org.vppworkbench.negotiation.agent.Willingness.Unwilling;
import org.vppworkbench.negotiation.agent.Willingness.Willing;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.engine.Transcript;
import org.vppworkbench.negotiation.protocol.Letterhead;

/**
 * One price for all, {@code postedPriceShare·π̂}. Homes accept with the quantity that is best for
 * them at that price or refuse; where more is accepted than needed, all are cut by the same factor,
 * and a home that the cut would leave worse off withdraws.
 */
final class PostedPriceTrader implements OpportunityTrader {
    private static final int ROUND = 1;
    private static final double SAME_KW = 1e-9;

    private final double share;
    private final MarketRules rules;
    private final CoalitionSolver solver;
    private final Wording wording;

    PostedPriceTrader(double share, MarketRules rules, CoalitionSolver solver, Wording wording) {
        this.rules = rules;
        this.solver = solver;
        this.share = share;
        this.wording = wording;
    }

    private record Taker(ProsumerDesk desk, double kw, String messageId) {}

    @Override
    public Agreement trade(TradingSession session) {
        Opportunity opportunity = session.opportunity();
        double price = Cents.down(Math.min(share * opportunity.forecastPrice(), rules.capPerMwh(opportunity.product())));
        Transcript transcript = new Transcript(session);
        String callId = post(transcript, opportunity, price);
        List<Taker> takers = new ArrayList<>();
        for (ProsumerDesk desk : session.desks()) {
            answer(transcript, desk, opportunity, price, callId, takers);
        }
        if (takers.isEmpty()) {
            return none(RunEvent.Outcome.NO_PROPOSAL, "no home wants to sell at the posted price");
        }
        List<Contract> contracts = ration(transcript, opportunity, price, takers);
        if (contracts.isEmpty()) {
            return none(RunEvent.Outcome.NO_AGREEMENT, "all homes withdrew when they were cut, or their sum is no offer the market accepts");
        }
        award(session, transcript, price, contracts, takers);
        String what = contracts.size() + " homes took the posted price";
        return new Agreement(contracts, price, RunEvent.Outcome.TRADED, ROUND, what);
    }

    private String post(Transcript transcript, Opportunity opportunity, double price) {
        Letterhead head = transcript.letterhead(0, Envelope.AGGREGATOR);
        String why = "I pay " + Wording.price(price) + " for up to "
                + Wording.kw(opportunity.requiredKw()) + " of " + Wording.product(opportunity.product())
                + " at " + wording.at(opportunity) + ". Take it or leave it.";
        Envelope envelope = head.envelope(Envelope.ALL, null, ROUND, why);
        transcript.sent(
                new CallForProposals(envelope, opportunity.requiredKw(), price, ROUND), null);
        return envelope.id();
    }

    private void answer(
            Transcript transcript,
            ProsumerDesk desk,
            Opportunity opportunity,
            double price,
            String callId,
            List<Taker> takers) {
        Letterhead head = transcript.letterhead(ROUND, desk.prosumer());
        ProsumerWords words = new ProsumerWords(wording);
        switch (Willingness.at(desk, price, opportunity.requiredKw())) {
            case Unwilling no -> {
                String why = words.refusal(desk, opportunity, price, no);
                Envelope envelope = head.envelope(Envelope.AGGREGATOR, callId, ROUND, why);
                transcript.sent(new Refusal(envelope, no.reason(), no.binding()), no.whatIf());
            }
            case Willing yes -> {
                Terms terms = new Terms(yes.whatIf().deliverableKw(), 0, price);
                String why =
                        words.taking(terms, yes.reservationPerMwh(), yes.whatIf());
                Envelope envelope = head.envelope(Envelope.AGGREGATOR, callId, ROUND, why);
                transcript.sent(new Acceptance(envelope, terms), yes.whatIf());
                takers.add(new Taker(desk, terms.kw(), envelope.id()));
            }
        }
    }

    /**
     * What the coalition problem buys, shared by one factor, as often as a home withdraws: all ask the same price, so every
     * way of sharing the best total is a best coalition.
     */
    private List<Contract> ration(
            Transcript transcript, Opportunity opportunity, double price, List<Taker> takers) {
        while (true) {
            double total = takers.stream().mapToDouble(Taker::kw).sum();
            double bought = bought(opportunity, price, takers);
            double factor = bought / total;
            if (bought <= 0) {
                return List.of();
            }
            double left = bought;
            List<Contract> contracts = new ArrayList<>();
            List<Taker> leaving = new ArrayList<>();
            for (Taker taker : takers) {
                double kw = share(taker, takers, factor, left);
                left -= kw;
                WhatIfResult about = taker.desk().about(kw);
                if (kw <= 0 || Willingness.reservation(taker.desk(), about) > price) {
                    leaving.add(taker);
                } else {
                    contracts.add(
                            new Contract(
                                    taker.desk().prosumer(),
                                    opportunity.product(),
                                    opportunity.hour(),
                                    kw,
                                    price,
                                    about.reservationPerMwh()));
                }
            }
            if (leaving.isEmpty()) {
                return contracts;
            }
            leaving.forEach(taker -> withdraw(transcript, taker, factor));
            takers.removeAll(leaving);
            if (takers.isEmpty()) {
                return List.of();
            }
        }
    }

    private double bought(Opportunity opportunity, double price, List<Taker> takers) {
        List<CoalitionSolver.Ask> asks = takers.stream()
                .map(taker -> new CoalitionSolver.Ask(taker.desk().prosumer(), taker.kw(), price))
                .toList();
        double bought = solver.solve(asks, opportunity.forecastPrice(), opportunity.requiredKw(), rules).kw().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        double total = takers.stream().mapToDouble(Taker::kw).sum();
        double most = rules.acceptable(Math.min(total, opportunity.requiredKw()));
        // a sum in another order differs in its last digits
        return Math.abs(bought - most) <= SAME_KW ? most : bought;
    }

    /** A taker's part in whole watts; under rules with a step the last one fills up to the step [kW]. */
    private double share(Taker taker, List<Taker> takers, double factor, double leftKw) {
        if (factor >= 1) {
            return taker.kw();
        }
        boolean last = taker.equals(takers.getLast());
        return last && rules.stepKw() > 0 ? leftKw : watts(taker.kw() * factor);
    }

    private static void withdraw(Transcript transcript, Taker taker, double factor) {
        Letterhead head = transcript.letterhead(ROUND, taker.desk().prosumer());
        String why = "Cut from " + Wording.kw(taker.kw()) + " to " + Wording.kw(taker.kw() * factor)
                + " it no longer pays for me. I withdraw.";
        Envelope envelope =
                head.envelope(Envelope.AGGREGATOR, taker.messageId(), ROUND, why);
        transcript.sent(new Withdrawal(envelope), null);
    }

    private void award(
            TradingSession session,
            Transcript transcript,
            double price,
            List<Contract> contracts,
            List<Taker> takers) {
        Opportunity opportunity = session.opportunity();
        double margin = opportunity.forecastPrice() - price;
        double sold = contracts.stream().mapToDouble(Contract::kw).sum();
        double wanted = takers.stream().mapToDouble(Taker::kw).sum();
        List<RunEvent.Member> members = new ArrayList<>();
        contracts.forEach(c -> members.add(new RunEvent.Member(c.prosumer(), c.kw(), price)));
        session.emit(
                new RunEvent.CoalitionFormed(
                        opportunity,
                        members,
                        margin * sold / 1000,
                        wanted > opportunity.requiredKw() ? margin : 0));
        Letterhead head = transcript.letterhead(ROUND, Envelope.AGGREGATOR);
        AggregatorWords words = new AggregatorWords(wording);
        for (int i = 0; i < contracts.size(); i++) {
            Terms terms = new Terms(contracts.get(i).kw(), 0, price);
            String why = words.award(opportunity, terms);
            String id = takers.get(i).desk().prosumer();
            transcript.sent(
                    new Award(head.envelope(id, takers.get(i).messageId(), ROUND, why), terms), null);
        }
    }

    private static Agreement none(RunEvent.Outcome outcome, String reason) {
        return new Agreement(List.of(), 0, outcome, ROUND, reason);
    }

    /** Whole watts, rounded down [kW]. */
    private static double watts(double kw) {
        return Math.floor(kw * 1000) / 1000;
    }
}
