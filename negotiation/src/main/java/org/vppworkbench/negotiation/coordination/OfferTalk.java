package org.vppworkbench.negotiation.coordination;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.TradingSession;
import org.vppworkbench.negotiation.engine.Hearing;
import org.vppworkbench.negotiation.engine.Participant;
import org.vppworkbench.negotiation.engine.Transcript;
import org.vppworkbench.negotiation.gate.MessageGate;
import org.vppworkbench.negotiation.protocol.AggregatorPolicy;
import org.vppworkbench.negotiation.protocol.Conversation;
import org.vppworkbench.negotiation.protocol.Offer;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;
import org.vppworkbench.negotiation.protocol.ProsumerTurn;
import org.vppworkbench.negotiation.protocol.Stage;

/** Hears through the gate what homes offer for one hour, and what they take back. */
final class OfferTalk {
    private final TradingSession session;
    private final MarketRules rules;
    private final MessageGate gate;
    private final Transcript transcript;
    private final AggregatorPolicy aggregator;
    private final UnaryOperator<ProsumerPolicy> agents;

    /**
     * @param agents who speaks for a home, by the rule it is to follow
     */
    OfferTalk(
            TradingSession session,
            MarketRules rules,
            MessageGate gate,
            Transcript transcript,
            AggregatorPolicy aggregator,
            UnaryOperator<ProsumerPolicy> agents) {
        this.session = session;
        this.rules = rules;
        this.gate = gate;
        this.transcript = transcript;
        this.aggregator = aggregator;
        this.agents = agents;
    }

    /** The most this opportunity can pay: the published price, not above the bid cap [$/MWh]. */
    double topPerMwh() {
        return Math.min(
                session.opportunity().forecastPrice(), rules.capPerMwh(session.opportunity().product()));
    }

    /** The answer that is due to a call, or nothing where the home does not sell. */
    Optional<HomeOffer> called(ProsumerDesk desk, String callId, int round, ProsumerPolicy rule) {
        Participant home = new Participant(desk, agents.apply(rule), new Conversation(desk.prosumer()));
        hearing(rule).home(home, turn(home, callId, round));
        return standing(home);
    }

    /** What stands after a second call; a home without an ask that stands may answer it afresh. */
    Optional<HomeOffer> calledAgain(
            ProsumerDesk desk, @Nullable HomeOffer had, String callId, int round, ProsumerPolicy rule) {
        Conversation conversation = had == null ? new Conversation(desk.prosumer()) : had.conversation();
        Participant home = new Participant(desk, agents.apply(rule), conversation);
        hearing(rule).invited(home, turn(home, callId, round));
        return standing(home);
    }

    /** What a home says about the ask that stands, such as its withdrawal. */
    void about(HomeOffer offer, int round, ProsumerPolicy rule) {
        Participant home = new Participant(offer.desk(), rule, offer.conversation());
        hearing(rule).home(home, turn(home, offer.messageId(), round));
    }

    private static Optional<HomeOffer> standing(Participant home) {
        Offer ask = home.conversation().ask();
        return ask == null || home.conversation().stage() != Stage.ASKED
                ? Optional.empty()
                : Optional.of(new HomeOffer(home.desk(), home.conversation(), ask.terms(), ask.messageId()));
    }

    private Hearing hearing(ProsumerPolicy rule) {
        return new Hearing(gate, transcript, rule, aggregator);
    }

    private ProsumerTurn turn(Participant home, String callId, int round) {
        Conversation conversation = home.conversation();
        return new ProsumerTurn(
                home.desk(), session.opportunity(), rules, transcript.letterhead(round, home.id()), round,
                conversation.stage(), callId, conversation.ask(), null, false);
    }
}
