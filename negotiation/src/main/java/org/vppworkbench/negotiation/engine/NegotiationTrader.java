package org.vppworkbench.negotiation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.TradingSession;
import org.vppworkbench.negotiation.agent.AggregatorAgent;
import org.vppworkbench.negotiation.agent.AggregatorWords;
import org.vppworkbench.negotiation.agent.InstructedHome;
import org.vppworkbench.negotiation.agent.ProsumerAgent;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.gate.MessageGate;
import org.vppworkbench.negotiation.protocol.AggregatorPolicy;
import org.vppworkbench.negotiation.protocol.Conversation;
import org.vppworkbench.negotiation.protocol.Preparation;
import org.vppworkbench.negotiation.protocol.ProsumerPolicy;

/** Sells opportunities by negotiation. Keeps nothing between sessions. */
public final class NegotiationTrader implements OpportunityTrader {
    private final AgentSettings settings;
    private final MarketRules rules;
    private final CoalitionSolver solver;
    private final Wording wording;
    private final Function<String, ProsumerPolicy> policies;
    private final AggregatorPolicy aggregator;
    private final Preparation preparation;
    private final boolean sharesRationales;
    private final ProsumerPolicy ruleHome;
    private final AggregatorPolicy ruleAggregator;

    /**
     * @param rules what the market accepts as a fleet offer
     * @param policies who decides for a home, by its id
     * @param aggregator who decides for the aggregator
     */
    public NegotiationTrader(
            AgentSettings settings,
            MarketRules rules,
            CoalitionSolver solver,
            Wording wording,
            Function<String, ProsumerPolicy> policies,
            AggregatorPolicy aggregator) {
        this(settings, rules, solver, wording, policies, aggregator, Preparation.NONE, false);
    }

    /**
     * Agents that think side by side, as one condition may be.
     *
     * @param rules what the market accepts as a fleet offer
     * @param policies who decides for a home, by its id
     * @param aggregator who decides for the aggregator
     * @param preparation is handed all turns of a round before the homes speak
     * @param sharesRationales whether each side is handed the words of the other with its offers
     */
    public NegotiationTrader(
            AgentSettings settings,
            MarketRules rules,
            CoalitionSolver solver,
            Wording wording,
            Function<String, ProsumerPolicy> policies,
            AggregatorPolicy aggregator,
            Preparation preparation,
            boolean sharesRationales) {
        this.settings = settings;
        this.rules = rules;
        this.solver = solver;
        this.wording = wording;
        this.policies = policies;
        this.aggregator = aggregator;
        this.preparation = preparation;
        this.sharesRationales = sharesRationales;
        this.ruleHome = new InstructedHome(new ProsumerAgent(wording));
        this.ruleAggregator = new AggregatorAgent(solver, wording);
    }

    /** Rule agents on both sides. */
    public static NegotiationTrader rules(
            AgentSettings settings, MarketRules rules, CoalitionSolver solver, Wording wording) {
        ProsumerPolicy home = new ProsumerAgent(wording);
        AggregatorPolicy aggregator = new AggregatorAgent(solver, wording);
        return new NegotiationTrader(settings, rules, solver, wording, id -> home, aggregator);
    }

    @Override
    public Agreement trade(TradingSession session) {
        List<Participant> homes = new ArrayList<>();
        for (ProsumerDesk desk : session.desks()) {
            String id = desk.prosumer();
            ProsumerPolicy policy = SeatedSession.home(session, id, policies.apply(id));
            homes.add(new Participant(desk, new InstructedHome(policy), new Conversation(id, sharesRationales)));
        }
        Transcript transcript = new Transcript(session);
        MessageGate gate = new MessageGate(settings.gate());
        Hearing hearing = new Hearing(gate, transcript, ruleHome, ruleAggregator);
        Coalition coalition =
                new Coalition(session, solver, transcript, new AggregatorWords(wording), rules);
        return new Negotiation(
                        session, rules, settings, homes, SeatedSession.buyer(session, aggregator), hearing, transcript,
                        coalition, preparation, wording)
                .run();
    }
}
