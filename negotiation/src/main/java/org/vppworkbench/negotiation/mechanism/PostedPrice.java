package org.vppworkbench.negotiation.mechanism;

import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.HourlySimulation;
import org.vppworkbench.model.simulation.Mechanism;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.negotiation.agent.Wording;

/** The aggregator posts a share of the forecast price; homes take it or leave it. */
final class PostedPrice implements Mechanism {
    static final String ID = "posted-price";

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
        PostedPriceTrader trader =
                new PostedPriceTrader(
                        scenario.scenario().agents().postedPriceShare(),
                        new Wording(scenario.inputs().horizon()));
        return HourlySimulation.run(scenario, ID, label(), trader, events, progress, cancel);
    }
}
