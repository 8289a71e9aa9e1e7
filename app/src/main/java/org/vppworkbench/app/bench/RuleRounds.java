package org.vppworkbench.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.market.MeritOrderCoalition;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.message.Envelope;
import org.vppworkbench.model.message.MessageSource;
import org.vppworkbench.model.message.NegotiationMessage.Proposal;
import org.vppworkbench.model.message.Terms;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.MarketSimulation;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.ProsumerDesk;
import org.vppworkbench.model.simulation.TraderBrief;
import org.vppworkbench.model.simulation.TradingSession;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.engine.NegotiationTrader;
import org.vppworkbench.negotiation.gate.MessageGate;
import org.vppworkbench.negotiation.gate.Submission;
import org.vppworkbench.negotiation.protocol.Conversation;
import org.vppworkbench.negotiation.protocol.Letterhead;

/** What the engine itself costs: rounds between rule agents, and verdicts of the gate. */
final class RuleRounds {
    /** Quantities as shares of the most a home can deliver; none that an agent has asked for before. */
    private static final double[] SHARES = {0.317, 0.731, 1.317, 1.731};

    private final CoalitionSolver coalition = new MeritOrderCoalition();
    private final ResolvedScenario scenario;
    private final TraderBrief brief;
    private final CancelToken cancel;
    private final List<Double> secondsPerRound = new ArrayList<>();
    private final List<Double> secondsPerVerdict = new ArrayList<>();
    private final List<Double> secondsPerKnownVerdict = new ArrayList<>();

    RuleRounds(ResolvedScenario scenario, CancelToken cancel) {
        this.scenario = scenario;
        this.brief = TraderBrief.of(scenario);
        this.cancel = cancel;
    }

    /** The run of the mechanism {@code rule}, once to warm up; median, least and most over its opportunities. */
    void measure(Consumer<BenchRow> out) {
        run();
        secondsPerRound.clear();
        secondsPerVerdict.clear();
        secondsPerKnownVerdict.clear();
        run();
        int homes = scenario.inputs().prosumers().size();
        Stopwatch.Times round = Stopwatch.Times.of(secondsPerRound);
        out.accept(BenchRow.scaled("rule round, " + homes + " homes", round, 1e3, "ms"));
        out.accept(BenchRow.rate(
                "gate verdicts, a new what-if for each", Stopwatch.Times.of(secondsPerVerdict), 1, "1/s"));
        out.accept(BenchRow.rate(
                "gate verdicts, what-ifs known", Stopwatch.Times.of(secondsPerKnownVerdict), 1, "1/s"));
    }

    private void run() {
        OpportunityTrader rules =
                NegotiationTrader.rules(brief.agents(), brief.rules(), coalition, new Wording(brief.horizon()));
        MarketSimulation.run(
                scenario, "rule", "RULE", session -> timed(rules, session), event -> {}, ProgressSink.NONE, cancel);
        cancel.check("the figures of the rule rounds");
    }

    private OpportunityTrader.Agreement timed(OpportunityTrader rules, TradingSession session) {
        long start = System.nanoTime();
        OpportunityTrader.Agreement agreement = rules.trade(session);
        secondsPerRound.add((System.nanoTime() - start) / 1e9 / Math.max(1, agreement.rounds()));
        List<Submission> proposals = proposals(session);
        secondsPerVerdict.add(secondsPerVerdict(proposals));
        // Desks remember what was asked of them.
        secondsPerKnownVerdict.add(secondsPerVerdict(proposals));
        return agreement;
    }

    /** Proposals of all homes: some within what the home can deliver, as many beyond it. */
    private List<Submission> proposals(TradingSession session) {
        List<Submission> proposals = new ArrayList<>();
        for (ProsumerDesk desk : session.desks()) {
            double most = desk.most().deliverableKw();
            for (double share : SHARES) {
                proposals.add(proposal(session.opportunity(), desk, share * Math.max(0.1, most)));
            }
        }
        return proposals;
    }

    private static double secondsPerVerdict(List<Submission> proposals) {
        MessageGate gate = new MessageGate(AgentSettings.Gate.GATE_FULL);
        int passed = 0;
        long start = System.nanoTime();
        for (Submission proposal : proposals) {
            passed += gate.judge(proposal).passed() ? 1 : 0;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (passed * 2 > proposals.size()) {
            throw new IllegalStateException("the gate let " + passed + " of " + proposals.size() + " proposals pass");
        }
        return seconds / proposals.size();
    }

    private Submission proposal(Opportunity opportunity, ProsumerDesk desk, double kw) {
        Letterhead head = new Letterhead(opportunity, 1, desk.prosumer(), 0);
        double price = Math.min(brief.rules().capPerMwh(opportunity.product()), opportunity.forecastPrice());
        Proposal proposal = new Proposal(
                head.envelope(Envelope.AGGREGATOR, opportunity.id() + "/r0/aggregator>all", brief.agents().rounds(), "measured"),
                new Terms(kw, 0, price));
        return new Submission(
                proposal, MessageSource.RULE, brief.rules(), head, new Conversation(desk.prosumer()), desk,
                brief.agents().rounds(), opportunity.requiredKw(), false);
    }
}
