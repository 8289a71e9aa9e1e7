package org.vppworkbench.negotiation.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.vppworkbench.model.coordination.ProductSeries;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.market.Contract;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.market.Product;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Award;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.NegotiationMessage.Refusal;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.message.NegotiationMessage.Withdrawal;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.numerics.OutwardSum;
import org.vppworkbench.model.physics.Commitments;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.TraderBrief;
import org.vppworkbench.model.simulation.TradingSession;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.agent.AggregatorAgent;
import org.vppworkbench.negotiation.agent.AggregatorWords;
import org.vppworkbench.negotiation.agent.ProsumerWords;
import org.vppworkbench.negotiation.agent.Willingness;
import org.vppworkbench.negotiation.agent.Willingness.Unwilling;
import org.vppworkbench.negotiation.agent.Willingness.Willing;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.engine.Transcript;
import org.vppworkbench.negotiation.gate.MessageGate;
import org.vppworkbench.negotiation.protocol.Letterhead;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;

/**
 * Makes contracts of a plan when its hours are traded. A home offers what it promised, or what
 * its what-if tool says it can deliver and is worth while of that, at the price agreed on or, where that is more, at its
 * reservation price; what is left is offered once more ({@link Leftover}); the coalition problem decides as it does for every mechanism.
 */
final class CoordinationTrader implements OpportunityTrader {
    private static final double SAME_KW = 1e-9;

    private final HourlyPlan plan;
    private final OutwardSum alone;
    private final int knownHours;
    private final MarketRules rules;
    private final MessageGate gate;
    private final CoalitionSolver solver;
    private final Wording wording;
    private final Leftover leftover;
    private final UnaryOperator<ProsumerPolicy> agents;
    private boolean told;

    /**
     * @param alone what the homes make without a market; what the plan is worth is above that [$]
     * @param knownHours hours for which the plan rests on forecasts
     */
    CoordinationTrader(
            HourlyPlan plan, OutwardSum alone, int knownHours, TraderBrief brief, CoalitionSolver solver) {
        this(plan, alone, knownHours, brief, solver, UnaryOperator.identity());
    }

    /**
     * @param agents who speaks for a home, by the rule it is to follow
     */
    CoordinationTrader(
            HourlyPlan plan,
            OutwardSum alone,
            int knownHours,
            TraderBrief brief,
            CoalitionSolver solver,
            UnaryOperator<ProsumerPolicy> agents) {
        this.plan = plan;
        this.alone = alone;
        this.knownHours = knownHours;
        this.rules = brief.rules();
        this.gate = new MessageGate(brief.agents().gate());
        this.solver = solver;
        this.wording = new Wording(brief.horizon());
        this.leftover = new Leftover(plan, wording);
        this.agents = agents;
    }

    /** A home keeps for an hour what it promised for it, where more than a guess was behind it. */
    @Override
    public List<Commitments> intentions() {
        return plan.kw().stream().map(this::intended).toList();
    }

    private Commitments intended(ProductSeries kw) {
        int hours = kw.intervals() / Horizon.INTERVALS_PER_HOUR;
        Commitments result = Commitments.none(hours);
        for (Product product : Product.values()) {
            for (int hour = 0; hour < knownHours; hour++) {
                double promised = watts(kw.hourMean(product, hour));
                if (promised >= Willingness.LEAST_KW) {
                    result = result.plus(product, hour, promised);
                }
            }
        }
        return result;
    }

    @Override
    public Agreement trade(TradingSession session) {
        tell(session);
        Opportunity opportunity = session.opportunity();
        Transcript transcript = new Transcript(session);
        String call = new CoordinationTalk(plan, rules, wording).record(session, transcript);
        OfferTalk talk =
                new OfferTalk(session, rules, gate, transcript, new AggregatorAgent(solver, wording), agents);
        int round = plan.rounds().size() + 1;
        Map<Integer, HomeOffer> offers = new TreeMap<>();
        for (int i = 0; i < session.desks().size(); i++) {
            int home = i;
            double kw = watts(plan.kw().get(i).hourMean(opportunity.product(), opportunity.hour()));
            if (kw >= Willingness.LEAST_KW) {
                talk.called(session.desks().get(i), call, round, turn -> Optional.of(offer(turn, kw)))
                        .ifPresent(offer -> offers.put(home, offer));
            }
        }
        leftover.offerAgain(session, transcript, talk, offers, round + 1);
        List<HomeOffer> asked = new ArrayList<>(offers.values());
        if (asked.isEmpty()) {
            String none = "at the prices agreed on no home sells in this hour";
            return new Agreement(List.of(), 0, RunEvent.Outcome.NO_PROPOSAL, round + 1, none);
        }
        List<Contract> contracts = form(session, transcript, talk, asked, round + 1);
        if (contracts.isEmpty()) {
            String none = "no offers are worth their price or make an offer the market accepts";
            return new Agreement(List.of(), 0, RunEvent.Outcome.NO_AGREEMENT, round + 1, none);
        }
        double dearest = contracts.stream().mapToDouble(Contract::pricePerMwh).max().orElse(0);
        String what = contracts.size() + " homes sell what was agreed on before the run";
        return new Agreement(contracts, dearest, RunEvent.Outcome.TRADED, round + 1, what);
    }

    /** Once, and only what was found: where a home found no schedule that keeps all its constraints, there is no W. */
    private void tell(TradingSession session) {
        CoordinatedPlan free = plan.free();
        boolean found = Double.isFinite(free.welfareUsd()) && Double.isFinite(free.upperBoundUsd());
        if (!told && found && Double.isFinite(plan.welfareUsd()) && Double.isFinite(plan.upperBoundUsd())) {
            session.emit(new RunEvent.PricesCoordinated(
                    free.rounds().size(), free.welfareUsd() + alone.value(), bound(free.upperBoundUsd()), alone.upper(),
                    plan.rounds().size() - free.rounds().size(), plan.welfareUsd() + alone.value(),
                    bound(plan.upperBoundUsd())));
        }
        told = true;
    }

    private double bound(double aboveAloneUsd) {
        OutwardSum sum = new OutwardSum();
        sum.add(alone);
        sum.add(aboveAloneUsd);
        return sum.upper();
    }

    private NegotiationMessage offer(ProsumerTurn turn, double kw) {
        ProsumerDesk desk = turn.desk();
        Opportunity opportunity = turn.opportunity();
        return switch (Willingness.at(desk, turn.topPrice(), kw)) {
            case Unwilling no -> {
                String why = new ProsumerWords(wording).refusal(desk, opportunity, opportunity.forecastPrice(), no);
                yield new Refusal(envelope(turn, why), no.reason(), no.binding());
            }
            case Willing yes -> {
                double agreed = plan.agreedPerMwh(opportunity, desk.instruction().askShare(), turn.topPrice());
                double price = Math.max(yes.reservationPerMwh(), agreed);
                Terms terms = new Terms(yes.whatIf().deliverableKw(), 0, price);
                String why = "I was to sell " + Wording.kw(kw) + " at "
                        + Wording.price(agreed) + ". I offer " + Wording.terms(terms)
                        + "; it costs me " + Wording.price(yes.reservationPerMwh()) + ".";
                yield new Proposal(envelope(turn, why), terms);
            }
        };
    }

    private static Envelope envelope(ProsumerTurn turn, String why) {
        return turn.letterhead().envelope(Envelope.AGGREGATOR, turn.callId(), turn.deadlineRound(), why);
    }

    /** Awards what the coalition problem chooses; a home that its cut leaves worse off withdraws, and it is solved again. */
    private List<Contract> form(
            TradingSession session, Transcript transcript, OfferTalk talk, List<HomeOffer> asked, int round) {
        Opportunity opportunity = session.opportunity();
        while (true) {
            CoalitionSolver.Coalition chosen = solver.solve(
                    asked.stream().map(HomeOffer::ask).toList(), opportunity.forecastPrice(), opportunity.requiredKw(), rules);
            List<HomeOffer> leaving = new ArrayList<>();
            for (int i = 0; i < asked.size(); i++) {
                HomeOffer home = asked.get(i);
                double kw = chosen.kw().get(i);
                boolean cut = kw > SAME_KW && kw < home.terms().kw() - SAME_KW;
                if (cut && Willingness.reservation(home.desk(), home.desk().about(kw)) > home.terms().pricePerMwh()) {
                    leaving.add(home);
                    withdraw(talk, home, kw, round);
                }
            }
            if (leaving.isEmpty()) {
                return award(session, transcript, asked, chosen, round);
            }
            asked.removeAll(leaving);
        }
    }

    private static void withdraw(OfferTalk talk, HomeOffer home, double kw, int round) {
        String why = "Cut from " + Wording.kw(home.terms().kw()) + " to " + Wording.kw(kw)
                + " it no longer pays for me. I withdraw.";
        talk.about(home, round, turn -> Optional.of(new Withdrawal(envelope(turn, why))));
    }

    private List<Contract> award(
            TradingSession session, Transcript transcript, List<HomeOffer> asked, CoalitionSolver.Coalition chosen, int round) {
        Opportunity opportunity = session.opportunity();
        List<RunEvent.Member> members = new ArrayList<>();
        List<Contract> contracts = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            double kw = chosen.kw().get(i);
            if (kw > SAME_KW) {
                HomeOffer home = asked.get(i);
                String id = home.prosumer();
                double price = home.terms().pricePerMwh();
                members.add(new RunEvent.Member(id, kw, price));
                contracts.add(new Contract(
                        id, opportunity.product(), opportunity.hour(), kw, price,
                        home.desk().about(kw).reservationPerMwh()));
            }
        }
        session.emit(new RunEvent.CoalitionFormed(
                opportunity, members, chosen.expectedProfitUsd(), chosen.marginalValuePerMwh(),
                chosen.proven() ? null : Double.valueOf(chosen.gapUsd())));
        Letterhead head = transcript.letterhead(round, Envelope.AGGREGATOR);
        AggregatorWords words = new AggregatorWords(wording);
        for (int i = 0; i < asked.size(); i++) {
            HomeOffer home = asked.get(i);
            String id = home.prosumer();
            double kw = chosen.kw().get(i);
            if (kw > SAME_KW) {
                Terms terms = new Terms(kw, 0, home.terms().pricePerMwh());
                String why = words.award(opportunity, terms);
                transcript.sent(new Award(head.envelope(id, home.messageId(), round, why), terms), null);
            } else {
                boolean dear = home.terms().pricePerMwh() > opportunity.forecastPrice();
                String why = dear
                        ? words.aboveMarket(home.terms(), opportunity.forecastPrice())
                        : words.notAccepted(rules);
                RejectionReason reason = dear ? RejectionReason.TOO_EXPENSIVE : RejectionReason.NOT_NEEDED;
                transcript.sent(new Rejection(head.envelope(id, home.messageId(), round, why), reason), null);
            }
        }
        return contracts;
    }

    /** Whole watts, rounded down [kW]. */
    private static double watts(double kw) {
        return Math.floor(kw * 1000 + 1e-6) / 1000;
    }
}
