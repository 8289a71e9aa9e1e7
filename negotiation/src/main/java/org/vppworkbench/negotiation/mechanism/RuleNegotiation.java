package org.vppworkbench.negotiation.mechanism;

import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.HourlySimulation;
import org.vppworkbench.model.simulation.Mechanism;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.negotiation.agent.Wording;
import org.vppworkbench.negotiation.engine.NegotiationTrader;

/** Rule agents negotiate on both sides. */
final class RuleNegotiation implements Mechanism {
    static final String ID = "rule";

    private final CoalitionSolver solver;

    RuleNegotiation(CoalitionSolver solver) {
        this.solver = solver;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return "RULE";
    }

    @Override
    public RunRecord run(
            ResolvedScenario scenario, EventSink events, ProgressSink progress, CancelToken cancel) {
        NegotiationTrader trader =
                NegotiationTrader.rules(
                        scenario.scenario().agents(), solver, new Wording(scenario.inputs().horizon()));
        return HourlySimulation.run(scenario, ID, label(), trader, events, progress, cancel);
    }
}
