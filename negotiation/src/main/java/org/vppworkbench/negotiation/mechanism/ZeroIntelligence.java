package org.vppworkbench.negotiation.mechanism;

import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.HourlySimulation;
import org.vppworkbench.model.simulation.Mechanism;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RandomStreams;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.engine.NegotiationTrader;

/**
 * Zero-intelligence constrained traders (Gode and Sunder 1993, <i>Allocative efficiency of markets
 * with zero-intelligence traders</i>, Journal of Political Economy 101): random prices, but never
 * at a loss. What the protocol and the budget constraints achieve without any strategy.
 */
final class ZeroIntelligence implements Mechanism {
    static final String ID = "zi-c";

    private final CoalitionSolver solver;

    ZeroIntelligence(CoalitionSolver solver) {
        this.solver = solver;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return Mechanisms.MECHANISM;
    }

    @Override
    public RunRecord run(
            ResolvedScenario scenario, EventSink events, ProgressSink progress, CancelToken cancel) {
        RandomStreams random = new RandomStreams(scenario.scenario().seed());
        Wording wording = new Wording(scenario.inputs().horizon());
        RandomProsumer home = new RandomProsumer(random, wording);
        NegotiationTrader trader =
                new NegotiationTrader(
                        scenario.scenario().agents(),
                        solver,
                        wording,
                        id -> home,
                        new RandomAggregator(random, solver));
        return HourlySimulation.run(scenario, ID, label(), trader, events, progress, cancel);
    }
}
