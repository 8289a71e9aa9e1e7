package org.vppworkbench.negotiation.mechanism;

import java.util.List;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.event.RunEvent;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.HourlySimulation;
import org.vppworkbench.model.simulation.Mechanism;
import org.vppworkbench.model.simulation.OpportunityTrader.Agreement;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;

/** Every home follows its own plan and nothing is sold: the reference W⁰ ({@code model.md} §4). */
final class NoVpp implements Mechanism {
    static final String ID = "no-vpp";

    private static final Agreement NOTHING =
            new Agreement(
                    List.of(), 0, RunEvent.Outcome.NO_PROPOSAL, 0, "this mechanism sells nothing");

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
        return HourlySimulation.run(
                scenario, ID, label(), session -> NOTHING, events, progress, cancel);
    }
}
