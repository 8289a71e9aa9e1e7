package org.vppworkbench.negotiation.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.market.CoalitionSolver.Ask;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage.Award;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.message.NegotiationMessage.Withdrawal;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.simulation.TradingSession;
import org.vppworkbench.negotiation.agent.AggregatorWords;
import org.vppworkbench.negotiation.agent.Willingness;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.protocol.Letterhead;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Stage;

/** Turns agreements into a coalition under D_h, awards and contracts. */
public final class Coalition {
    private static final double SAME_KW = 1e-9;

    private final TradingSession session;
    private final CoalitionSolver solver;
    private final Transcript transcript;
    private final AggregatorWords words;
    private final MarketRules rules;

    public Coalition(
            TradingSession session,
            CoalitionSolver solver,
            Transcript transcript,
            AggregatorWords words,
            MarketRules rules) {
        this.session = session;
        this.solver = solver;
        this.transcript = transcript;
        this.words = words;
        this.rules = rules;
    }

    /** Awards what the solver chooses and rejects the rest; the contracts are in fleet order. */
    public List<Contract> form(List<Participant> homes, int round) {
        Opportunity opportunity = session.opportunity();
        List<Participant> partners = new ArrayList<>();
        List<Terms> deals = new ArrayList<>();
        List<Ask> standing = new ArrayList<>();
        for (Participant home : homes) {
            Offer agreed = home.conversation().agreed();
            Offer ask = home.conversation().ask();
            if (home.conversation().stage() == Stage.AGREED && agreed != null) {
                partners.add(home);
                Terms deal = agreed(agreed.terms(), ask);
                deals.add(deal);
                standing.add(ask(home, deal));
            } else if (ask != null) {
                standing.add(ask(home, ask.terms()));
            }
        }
        if (partners.isEmpty()) {
            return List.of();
        }
        Chosen chosen = chosen(partners, deals, round);
        List<Double> kw = chosen.kw();
        List<RunEvent.Member> members = new ArrayList<>();
        List<Contract> contracts = new ArrayList<>();
        double profit = 0;
        for (int i = 0; i < deals.size(); i++) {
            if (kw.get(i) > 0) {
                Terms deal = new Terms(kw.get(i), 0, deals.get(i).pricePerMwh());
                members.add(new RunEvent.Member(partners.get(i).id(), deal.kw(), deal.pricePerMwh()));
                contracts.add(contract(partners.get(i), deal));
                profit += (opportunity.forecastPrice() - deal.pricePerMwh()) * deal.kw() / 1000;
            }
        }
        session.emit(new RunEvent.CoalitionFormed(
                opportunity, members, profit, marginal(standing, contracts), chosen.gapUsd()));
        Letterhead head = transcript.letterhead(round, Envelope.AGGREGATOR);
        for (int i = 0; i < deals.size(); i++) {
            if (partners.get(i).conversation().stage() == Stage.AGREED) {
                answer(partners.get(i), deals.get(i), kw.get(i), head);
            }
        }
        return contracts;
    }

    /**
     * @param gapUsd certified, or {@code null} where the choice is proven best [$]
     */
    private record Chosen(List<Double> kw, @Nullable Double gapUsd) {}

    /**
     * What is bought of each deal [kW]: whole deals, or under rules with a step a part of one. A home that its cut leaves
     * below its reservation withdraws, and the problem is solved again without it.
     */
    private Chosen chosen(List<Participant> partners, List<Terms> deals, int round) {
        List<Double> kw = new ArrayList<>(Collections.nCopies(deals.size(), 0.0));
        Double gap = null;
        boolean withdrew = true;
        while (withdrew) {
            List<Integer> open = IntStream.range(0, deals.size())
                    .filter(i -> partners.get(i).conversation().stage() == Stage.AGREED)
                    .boxed()
                    .toList();
            List<Ask> asks = open.stream().map(i -> ask(partners.get(i), deals.get(i))).toList();
            Opportunity opportunity = session.opportunity();
            CoalitionSolver.Coalition best =
                    solver.solve(asks, opportunity.forecastPrice(), opportunity.requiredKw(), rules);
            gap = best.proven() ? null : Double.valueOf(best.gapUsd());
            List<Double> solved = best.kw();
            Collections.fill(kw, 0.0);
            withdrew = false;
            for (int j = 0; j < open.size(); j++) {
                Participant home = partners.get(open.get(j));
                Terms deal = deals.get(open.get(j));
                boolean whole = solved.get(j) >= deal.kw() - SAME_KW;
                boolean part = rules.stepKw() > 0 && solved.get(j) > SAME_KW;
                if (whole) {
                    kw.set(open.get(j), deal.kw());
                } else if (part && Willingness.reservation(home.desk(), home.desk().about(solved.get(j)))
                        > deal.pricePerMwh()) {
                    withdraw(home, deal, solved.get(j), round);
                    withdrew = true;
                } else if (part) {
                    kw.set(open.get(j), solved.get(j));
                }
            }
        }
        return new Chosen(kw, gap);
    }

    /** What was agreed, with the least quantity that the agreement or the home's own last ask names. */
    private static Terms agreed(Terms terms, @Nullable Offer ask) {
        double least = ask == null ? terms.minKw() : Math.max(terms.minKw(), ask.terms().minKw());
        return new Terms(terms.kw(), Math.min(least, terms.kw()), terms.pricePerMwh());
    }

    private void withdraw(Participant home, Terms deal, double kw, int round) {
        Offer agreed = home.conversation().agreed();
        String why = "Cut from " + Wording.kw(deal.kw()) + " to " + Wording.kw(kw)
                + " by the step of the market it no longer pays for me. I withdraw.";
        Letterhead head = transcript.letterhead(round, home.id());
        say(home, new Withdrawal(head.envelope(
                Envelope.AGGREGATOR, agreed == null ? null : agreed.messageId(), head.round(), why)));
    }

    private void answer(Participant home, Terms deal, double kw, Letterhead head) {
        Opportunity opportunity = session.opportunity();
        Offer agreed = home.conversation().agreed();
        String reply = agreed == null ? null : agreed.messageId();
        double published = opportunity.forecastPrice();
        if (kw > 0) {
            Terms awarded = kw == deal.kw() ? deal : new Terms(kw, 0, deal.pricePerMwh());
            String why = words.award(opportunity, awarded);
            say(home, new Award(head.envelope(home.id(), reply, head.round(), why), awarded));
        } else if (deal.pricePerMwh() > published) {
            String why = words.aboveMarket(deal, published);
            Envelope envelope = head.envelope(home.id(), reply, head.round(), why);
            say(home, new Rejection(envelope, RejectionReason.TOO_EXPENSIVE));
        } else {
            String why = rules.stepKw() > 0
                    ? words.notAccepted(rules)
                    : words.notNeeded(deal, opportunity.requiredKw());
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
                : solver.solve(standing, session.opportunity().forecastPrice(), required, rules)
                        .marginalValuePerMwh();
    }

    private Contract contract(Participant home, Terms deal) {
        Opportunity opportunity = session.opportunity();
        double reservation = home.desk().about(deal.kw()).reservationPerMwh();
        return new Contract(
                home.id(),
                opportunity.product(),
                opportunity.hour(),
                deal.kw(),
                deal.pricePerMwh(),
                reservation);
    }

    private static Ask ask(Participant home, Terms terms) {
        return new Ask(home.id(), terms.kw(), terms.minKw(), terms.pricePerMwh());
    }
}
