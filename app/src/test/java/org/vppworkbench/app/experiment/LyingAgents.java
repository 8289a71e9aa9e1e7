package org.vppworkbench.app.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.NegotiationMessage;
import org.vppworkbench.model.message.NegotiationMessage.Acceptance;
import org.vppworkbench.model.message.NegotiationMessage.CounterOffer;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.NegotiationMessage.Withdrawal;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.engine.NegotiationTrader;
import org.vppworkbench.negotiation.protocol.AggregatorPolicy;
import org.vppworkbench.negotiation.protocol.AggregatorTurn;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.Position;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.Stage;

/** A negotiation in which both sides lie, promise too much and break the protocol, through the weaker gate. */
final class LyingAgents {
    private LyingAgents() {}

    static OpportunityTrader trader(MarketRules rules, Horizon horizon, RandomGenerator random) {
        AgentSettings d = AgentSettings.DEFAULT;
        AgentSettings weak = new AgentSettings(
                d.rounds(), d.aggregatorOpeningShare(), d.aggregatorFinalShare(), d.aggregatorConcessionExponent(),
                d.postedPriceShare(), AgentSettings.Gate.GATE_PHYSICS);
        ProsumerPolicy home = turn -> Optional.ofNullable(home(turn, random));
        AggregatorPolicy aggregator = turn -> aggregator(turn, random);
        return new NegotiationTrader(weak, rules, new MeritOrderCoalition(), new Wording(horizon), id -> home, aggregator);
    }

    /** Any message at any time, with any numbers; often one that is legal but untrue. */
    private static @Nullable NegotiationMessage home(ProsumerTurn turn, RandomGenerator random) {
        Offer bid = turn.counter();
        String answered = bid == null ? turn.callId() : bid.messageId();
        Envelope envelope = turn.letterhead().envelope(Envelope.AGGREGATOR, answered, turn.deadlineRound(), "trust me");
        if (bid != null && random.nextBoolean()) {
            return new Acceptance(envelope, random.nextInt(4) > 0 ? bid.terms() : terms(turn, random));
        }
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> new Withdrawal(envelope);
            case 2 -> new Acceptance(envelope, terms(turn, random));
            case 3 -> new CounterOffer(envelope, terms(turn, random));
            default -> new Proposal(envelope, terms(turn, random));
        };
    }

    private static Terms terms(ProsumerTurn turn, RandomGenerator random) {
        double able = turn.desk().most().deliverableKw();
        double kw = random.nextInt(3) == 0 ? random.nextDouble() * 50 : able * random.nextDouble();
        double price = switch (random.nextInt(6)) {
            case 0 -> Double.NaN;
            case 1 -> -5000;
            default -> turn.opportunity().forecastPrice() * random.nextDouble();
        };
        return new Terms(kw, random.nextInt(3) == 0 ? kw : kw * random.nextDouble(), price);
    }

    private static List<NegotiationMessage> aggregator(AggregatorTurn turn, RandomGenerator random) {
        List<NegotiationMessage> replies = new ArrayList<>();
        for (Position position : turn.positions()) {
            Offer ask = position.ask();
            if (position.stage() != Stage.ASKED || ask == null || random.nextInt(4) == 0) {
                continue;
            }
            Envelope envelope = turn.letterhead().envelope(position.prosumer(), ask.messageId(), turn.round(), "of course");
            Terms terms = ask.terms();
            replies.add(switch (random.nextInt(4)) {
                case 0 -> new CounterOffer(envelope, terms.part(terms.kw() * random.nextDouble() * 1.5, terms.pricePerMwh()));
                case 1 -> new Acceptance(envelope, terms.part(terms.kw() * 2, terms.pricePerMwh()));
                default -> new Acceptance(envelope, terms);
            });
        }
        return replies;
    }
}
