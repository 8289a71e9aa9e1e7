package org.vppworkbench.negotiation.engine;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.market.CoalitionSolver.Ask;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage.Award;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.simulation.TradingSession;
import org.vppworkbench.negotiation.agent.AggregatorWords;
import org.vppworkbench.negotiation.agent.Willingness;
import org.vppworkbench.negotiation.protocol.Letterhead;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Stage;

/** Turns agreements into a coalition under D_h, awards and contracts. */
final class Coalition {
    private final TradingSession session;
    private final CoalitionSolver solver;
    private final Transcript transcript;
    private final AggregatorWords words;

    Coalition(
            TradingSession session,
            CoalitionSolver solver,
            Transcript transcript,
            AggregatorWords words) {
        this.session = session;
        this.solver = solver;
        this.transcript = transcript;
        this.words = words;
    }

    /** Awards what the solver chooses and rejects the rest; the contracts are in fleet order. */
    List<Contract> form(List<Participant> homes, int round) {
        Opportunity opportunity = session.opportunity();
        List<Participant> partners = new ArrayList<>();
        List<Terms> deals = new ArrayList<>();
        List<Ask> standing = new ArrayList<>();
        for (Participant home : homes) {
            Offer agreed = home.conversation().agreed();
            Offer ask = home.conversation().ask();
            if (home.conversation().stage() == Stage.AGREED && agreed != null) {
                partners.add(home);
                deals.add(agreed.terms());
                standing.add(ask(home, agreed.terms()));
            } else if (ask != null) {
                standing.add(ask(home, ask.terms()));
            }
        }
        if (partners.isEmpty()) {
            return List.of();
        }
        List<Ask> asks = new ArrayList<>();
        for (int i = 0; i < deals.size(); i++) {
            asks.add(ask(partners.get(i), deals.get(i)));
        }
        double published = opportunity.forecastPrice();
        CoalitionSolver.Coalition chosen = solver.solve(asks, published, opportunity.requiredKw());
        Letterhead head = transcript.letterhead(round, Envelope.AGGREGATOR);
        List<RunEvent.Member> members = new ArrayList<>();
        List<Contract> contracts = new ArrayList<>();
        for (int i = 0; i < deals.size(); i++) {
            Terms deal = deals.get(i);
            if (chosen.kw().get(i) >= deal.kw() - 1e-9) {
                members.add(
                        new RunEvent.Member(partners.get(i).id(), deal.kw(), deal.pricePerMwh()));
                contracts.add(contract(partners.get(i), deal));
            }
        }
        session.emit(
                new RunEvent.CoalitionFormed(
                        opportunity, members, chosen.expectedProfitUsd(), marginal(standing, contracts)));
        for (int i = 0; i < deals.size(); i++) {
            boolean in = chosen.kw().get(i) >= deals.get(i).kw() - 1e-9;
            answer(partners.get(i), deals.get(i), in, head);
        }
        return contracts;
    }

    private void answer(Participant home, Terms deal, boolean in, Letterhead head) {
        Opportunity opportunity = session.opportunity();
        Offer agreed = home.conversation().agreed();
        String reply = agreed == null ? null : agreed.messageId();
        double published = opportunity.forecastPrice();
        if (in) {
            String why = words.award(opportunity, deal);
            say(home, new Award(head.envelope(home.id(), reply, head.round(), why), deal));
        } else if (deal.pricePerMwh() > published) {
            String why = words.aboveMarket(deal, published);
            Envelope envelope = head.envelope(home.id(), reply, head.round(), why);
            say(home, new Rejection(envelope, RejectionReason.TOO_EXPENSIVE));
        } else {
            String why = words.notNeeded(deal, opportunity.requiredKw());
            Envelope envelope = head.envelope(home.id(), reply, head.round(), why);
            say(home, new Rejection(envelope, RejectionReason.NOT_NEEDED));
        }
    }

    private void say(
            Participant home, org.vppworkbench.model.message.NegotiationMessage message) {
        transcript.sent(message, null);
        home.conversation().apply(message);
    }

    /**
     * What one more kW of requirement would have earned, by the asks that stood at the end [$/MWh].
     */
    private double marginal(List<Ask> standing, List<Contract> contracts) {
        double required = session.opportunity().requiredKw();
        double sold = contracts.stream().mapToDouble(Contract::kw).sum();
        return sold < required - 1e-9
                ? 0
                : solver.solve(standing, session.opportunity().forecastPrice(), required)
                        .marginalValuePerMwh();
    }

    private Contract contract(Participant home, Terms deal) {
        Opportunity opportunity = session.opportunity();
        double reservation = Willingness.ask(home.desk(), deal.kw()).reservationPerMwh();
        return new Contract(
                home.id(),
                opportunity.product(),
                opportunity.hour(),
                deal.kw(),
                deal.pricePerMwh(),
                reservation);
    }

    private static Ask ask(Participant home, Terms terms) {
        return new Ask(home.id(), terms.kw(), terms.pricePerMwh());
    }
}
