package org.vppworkbench.negotiation.mechanism;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.market.CoalitionSolver.Ask;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Acceptance;
import org.vppworkbench.model.message.NegotiationMessage.CounterOffer;
import org.vppworkbench.model.message.NegotiationMessage.Rejection;
import org.vppworkbench.model.message.NegotiationMessage.RejectionReason;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.simulation.RandomStreams;
import org.vppworkbench.negotiation.agent.Cents;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.protocol.AggregatorPolicy;
import org.vppworkbench.negotiation.protocol.AggregatorTurn;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Position;
import org.vppworkbench.negotiation.protocol.Stage;

/**
 * An aggregator that draws a random bid for every home in every round, uniform between 0 and the
 * forecast price. Asks that are not above the bid are bought at the ask, the cheapest first, as far
 * as the requirement goes.
 */
final class RandomAggregator implements AggregatorPolicy {
    private static final double LEAST_KW = 0.01;

    private final RandomStreams random;
    private final CoalitionSolver solver;

    RandomAggregator(RandomStreams random, CoalitionSolver solver) {
        this.random = random;
        this.solver = solver;
    }

    private record Drawn(Position home, Offer ask, double bid) {
        boolean crosses() {
            return ask.terms().pricePerMwh() <= bid;
        }
    }

    @Override
    public List<NegotiationMessage> reply(AggregatorTurn turn) {
        List<Drawn> open = draw(turn);
        List<Drawn> crossing = open.stream().filter(Drawn::crosses).toList();
        List<Ask> asks = new ArrayList<>();
        for (Drawn d : crossing) {
            Terms ask = d.ask().terms();
            asks.add(new Ask(d.home().prosumer(), ask.kw(), ask.minKw(), ask.pricePerMwh()));
        }
        double left = turn.leftKw();
        List<Double> kw = solver.solve(asks, turn.opportunity().forecastPrice(), left).kw();
        List<NegotiationMessage> replies = new ArrayList<>();
        List<Drawn> unanswered = new ArrayList<>(open);
        boolean waiting = false;
        for (int i = 0; i < crossing.size(); i++) {
            Drawn d = crossing.get(i);
            if (kw.get(i) >= LEAST_KW) {
                left -= kw.get(i);
                unanswered.remove(d);
                waiting |= kw.get(i) < d.ask().terms().kw();
                replies.add(deal(turn, d, kw.get(i)));
            }
        }
        if (!turn.closing()) {
            replies.addAll(counters(turn, unanswered, left));
        } else if (!waiting) {
            unanswered.forEach(d -> replies.add(rejection(turn, d)));
        }
        return replies;
    }

    private List<Drawn> draw(AggregatorTurn turn) {
        List<Drawn> drawn = new ArrayList<>();
        for (Position home : turn.positions()) {
            Offer ask = home.ask();
            if (home.stage() == Stage.ASKED && ask != null) {
                String stream = turn.opportunity().id() + "/zi-c/aggregator/" + home.prosumer() + "/r"
                        + turn.round();
                double bid = random.named(stream).nextDouble() * turn.topPrice();
                drawn.add(new Drawn(home, ask, Cents.down(bid)));
            }
        }
        return drawn;
    }

    private static NegotiationMessage deal(AggregatorTurn turn, Drawn d, double kw) {
        Terms ask = d.ask().terms();
        if (kw < ask.kw()) {
            Terms less = ask.part(kw, ask.pricePerMwh());
            String why = "I drew a bid of " + Wording.price(d.bid()) + ", so your ask is bought, but only"
                    + " " + Wording.kw(kw) + " are left. Would you sell that much?";
            return new CounterOffer(envelope(turn, d, why), less);
        }
        String why = "I drew a bid of " + Wording.price(d.bid()) + ", not below your ask of "
                + Wording.price(ask.pricePerMwh()) + ": agreed.";
        return new Acceptance(envelope(turn, d, why), ask);
    }

    /** Random bids to the homes with the lowest asks, as far as the requirement goes. */
    private static List<NegotiationMessage> counters(
            AggregatorTurn turn, List<Drawn> unanswered, double left) {
        List<NegotiationMessage> counters = new ArrayList<>();
        double room = left;
        List<Drawn> cheapest =
                unanswered.stream()
                        .sorted(Comparator.comparingDouble((Drawn d) -> d.ask().terms().pricePerMwh())
                                .thenComparing(d -> d.home().prosumer()))
                        .toList();
        for (Drawn d : cheapest) {
            Terms ask = d.ask().terms();
            if (!d.crosses() && ask.kw() <= room + 1e-9 && d.bid() >= 0) {
                room -= ask.kw();
                Terms bid = ask.part(ask.kw(), d.bid());
                String why = "You ask " + Wording.price(ask.pricePerMwh()) + "; I draw a bid of "
                        + Wording.price(d.bid()) + ".";
                counters.add(new CounterOffer(envelope(turn, d, why), bid));
            }
        }
        return counters;
    }

    private static NegotiationMessage rejection(AggregatorTurn turn, Drawn d) {
        String ask = Wording.price(d.ask().terms().pricePerMwh());
        if (turn.leftKw() < LEAST_KW) {
            String why = "What I need is agreed with others; your last ask was " + ask + ".";
            return new Rejection(envelope(turn, d, why), RejectionReason.NOT_NEEDED);
        }
        String why = "The last round is over; your last ask of " + ask + " is above the bid I drew, "
                + Wording.price(d.bid()) + ".";
        return new Rejection(envelope(turn, d, why), RejectionReason.DEADLINE);
    }

    private static Envelope envelope(AggregatorTurn turn, Drawn d, String why) {
        int validUntil = Math.min(turn.round() + 1, turn.deadlineRound());
        return turn.letterhead()
                .envelope(d.home().prosumer(), d.ask().messageId(), validUntil, why);
    }
}
