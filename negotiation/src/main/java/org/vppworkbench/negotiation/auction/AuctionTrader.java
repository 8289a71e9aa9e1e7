package org.vppworkbench.negotiation.auction;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.TradingSession;
import org.vppworkbench.negotiation.agent.AggregatorAgent;
import org.vppworkbench.negotiation.agent.InstructedHome;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.engine.Hearing;
import org.vppworkbench.negotiation.engine.Participant;
import org.vppworkbench.negotiation.engine.Transcript;
import org.vppworkbench.negotiation.gate.MessageGate;
import org.vppworkbench.negotiation.protocol.Conversation;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;

/** Sells opportunities by sealed-bid auction. Keeps nothing between sessions. */
public final class AuctionTrader implements OpportunityTrader {
    private final PaymentRule payment;
    private final AgentSettings settings;
    private final MarketRules rules;
    private final CoalitionSolver solver;
    private final Wording wording;
    private final ProsumerPolicy bidder;

    public AuctionTrader(
            PaymentRule payment, AgentSettings settings, MarketRules rules, CoalitionSolver solver, Wording wording) {
        this(payment, settings, rules, solver, wording, new SealedBidder(payment.bidding(), wording));
    }

    /**
     * @param bidder decides for every home
     */
    AuctionTrader(
            PaymentRule payment,
            AgentSettings settings,
            MarketRules rules,
            CoalitionSolver solver,
            Wording wording,
            ProsumerPolicy bidder) {
        this.payment = payment;
        this.settings = settings;
        this.rules = rules;
        this.solver = solver;
        this.wording = wording;
        this.bidder = bidder;
    }

    @Override
    public Agreement trade(TradingSession session) {
        List<Participant> homes = new ArrayList<>();
        for (ProsumerDesk desk : session.desks()) {
            homes.add(new Participant(desk, new InstructedHome(bidder), new Conversation(desk.prosumer())));
        }
        Transcript transcript = new Transcript(session);
        Hearing hearing = new Hearing(
                new MessageGate(settings.gate()),
                transcript,
                new SealedBidder(payment.bidding(), wording),
                new AggregatorAgent(solver, wording));
        return new Auction(session, payment, rules, solver, hearing, transcript, wording).run(homes);
    }
}
