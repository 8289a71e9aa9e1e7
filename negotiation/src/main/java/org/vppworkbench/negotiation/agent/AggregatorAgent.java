package org.vppworkbench.negotiation.agent;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Acceptance;
import org.vppworkbench.model.message.NegotiationMessage.CounterOffer;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.negotiation.protocol.AggregatorPolicy;
import org.vppworkbench.negotiation.protocol.AggregatorTurn;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Position;
import org.vppworkbench.negotiation.protocol.Stage;

/**
 * The rule agent of the aggregator. Its limit rises from {@code aggregatorOpeningShare·π̂} to
 * {@code aggregatorFinalShare·π̂} with the tactic of {@code domain.md} §6. In every round it
 * chooses the cheapest standing asks for what is still needed (the coalition problem) and speaks to
 * these homes only, so that its standing bids never exceed the requirement: it accepts asks within
 * its bid and counters the others. Its bid is the limit of the round, but not more than what the
 * cheapest home left outside asks. Stateless: the same turn gives the same replies.
 */
public final class AggregatorAgent implements AggregatorPolicy {
    /** Quantities below one meter step are not bought [kW]. */
    static final double LEAST_KW = 0.01;

    private final CoalitionSolver solver;
    private final AggregatorWords words;

    public AggregatorAgent(CoalitionSolver solver, Wording wording) {
        this.solver = solver;
        this.words = new AggregatorWords(wording);
    }

    @Override
    public List<NegotiationMessage> reply(AggregatorTurn turn) {
        double limit = limit(turn);
        List<Candidate> candidates = candidates(turn);
        Selection chosen = select(turn, candidates, turn.closing() ? limit : Double.MAX_VALUE);
        List<NegotiationMessage> replies = new ArrayList<>();
        boolean waiting = false;
        for (int i = 0; i < candidates.size(); i++) {
            double kw = chosen.kw().get(i);
            if (kw > 0) {
                Terms ask = candidates.get(i).ask().terms();
                NegotiationMessage reply = bid(turn, candidates.get(i), kw, limit, chosen.rival());
                waiting |= reply instanceof CounterOffer && turn.closing() && kw < ask.kw();
                replies.add(reply);
            }
        }
        if (turn.closing() && !waiting) {
            for (int i = 0; i < candidates.size(); i++) {
                if (chosen.kw().get(i) <= 0) {
                    replies.add(rejection(turn, candidates.get(i), limit));
                }
            }
        }
        return replies;
    }

    private record Candidate(String prosumer, Offer ask) {}

    /**
     * @param kw quantity wanted per candidate [kW]
     * @param rival cheapest ask of a home left outside [$/MWh]
     */
    private record Selection(List<Double> kw, double rival) {}

    private static List<Candidate> candidates(AggregatorTurn turn) {
        List<Candidate> candidates = new ArrayList<>();
        for (Position position : turn.positions()) {
            Offer ask = position.ask();
            if (position.stage() == Stage.ASKED && ask != null) {
                candidates.add(new Candidate(position.prosumer(), ask));
            }
        }
        return candidates;
    }

    /**
     * The cheapest asks for what is left. A first ask above π̂ is an opening, so it competes with the
     * others too.
     */
    private Selection select(AggregatorTurn turn, List<Candidate> candidates, double ceiling) {
        List<Double> kw = new ArrayList<>(java.util.Collections.nCopies(candidates.size(), 0.0));
        List<Integer> index = new ArrayList<>();
        List<CoalitionSolver.Ask> asks = new ArrayList<>();
        double value = turn.opportunity().forecastPrice();
        for (int i = 0; i < candidates.size(); i++) {
            Terms terms = candidates.get(i).ask().terms();
            if (terms.pricePerMwh() <= ceiling) {
                index.add(i);
                asks.add(
                        new CoalitionSolver.Ask(
                                candidates.get(i).prosumer(), terms.kw(), terms.minKw(), terms.pricePerMwh()));
                value = Math.max(value, terms.pricePerMwh());
            }
        }
        List<Double> chosen = solver.solve(asks, value, turn.leftKw()).kw();
        double rival = Double.MAX_VALUE;
        for (int j = 0; j < index.size(); j++) {
            Terms terms = candidates.get(index.get(j)).ask().terms();
            if (chosen.get(j) >= Math.min(LEAST_KW, terms.kw())) {
                kw.set(index.get(j), wholeWatts(chosen.get(j), terms));
            } else {
                rival = Math.min(rival, terms.pricePerMwh());
            }
        }
        return new Selection(kw, rival);
    }

    /** A part of an ask in whole watts, but not below its least; the whole ask as it is [kW]. */
    private static double wholeWatts(double kw, Terms ask) {
        return kw < ask.kw() ? Math.max(Math.floor(kw * 1000 + 1e-6) / 1000, ask.minKw()) : ask.kw();
    }

    private NegotiationMessage bid(
            AggregatorTurn turn, Candidate home, double kw, double limit, double rival) {
        Terms ask = home.ask().terms();
        double published = turn.opportunity().forecastPrice();
        double bid = turn.closing() ? limit : Math.min(limit, Cents.down(rival));
        if (ask.pricePerMwh() > bid) {
            Terms terms = ask.part(kw, bid);
            return new CounterOffer(
                    envelope(turn, home, words.counter(ask, terms, limit, rival)), terms);
        }
        if (kw < ask.kw()) {
            Terms terms = ask.part(kw, ask.pricePerMwh());
            String why = words.reduced(ask, terms, turn.opportunity().requiredKw());
            return new CounterOffer(envelope(turn, home, why), terms);
        }
        return new Acceptance(envelope(turn, home, words.acceptance(ask, bid, published)), ask);
    }

    private NegotiationMessage rejection(AggregatorTurn turn, Candidate home, double limit) {
        Terms ask = home.ask().terms();
        if (turn.leftKw() >= LEAST_KW && ask.pricePerMwh() > limit) {
            double published = turn.opportunity().forecastPrice();
            String why = words.tooExpensive(ask, limit, published);
            return new Rejection(envelope(turn, home, why), RejectionReason.TOO_EXPENSIVE);
        }
        String why = words.notNeeded(ask, turn.opportunity().requiredKw());
        return new Rejection(envelope(turn, home, why), RejectionReason.NOT_NEEDED);
    }

    /** The most it pays in this round [$/MWh], never above π̂. */
    private static double limit(AggregatorTurn turn) {
        AgentSettings settings = turn.settings();
        double alpha =
                Concession.polynomial(
                        0,
                        turn.round() - 1,
                        turn.deadlineRound() - 1,
                        settings.aggregatorConcessionExponent());
        double share =
                Concession.price(
                        settings.aggregatorOpeningShare(), settings.aggregatorFinalShare(), alpha);
        double bid = Math.min(share, 1) * turn.opportunity().forecastPrice();
        return Cents.down(Math.min(bid, turn.topPrice()));
    }

    private static Envelope envelope(AggregatorTurn turn, Candidate home, String why) {
        int validUntil = Math.min(turn.round() + 1, turn.deadlineRound());
        return turn.letterhead()
                .envelope(home.prosumer(), home.ask().messageId(), validUntil, why);
    }
}
