package org.vppworkbench.negotiation.mechanism;

import java.util.function.Function;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.MarketSimulation;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.model.simulation.TraderBrief;

/**
 * A mechanism of the hourly timeline: all that distinguishes one from another is how it trades an opportunity.
 *
 * @param traders makes the trader of a run; nothing is shared between runs
 */
record TradingMechanism(String id, String label, Function<TraderBrief, OpportunityTrader> traders)
        implements TraderMechanism {
    @Override
    public OpportunityTrader trader(TraderBrief brief) {
        return traders.apply(brief);
    }

    @Override
    public RunRecord run(
            ResolvedScenario scenario, EventSink events, ProgressSink progress, CancelToken cancel) {
        return MarketSimulation.run(scenario, id, label, trader(TraderBrief.of(scenario)), events, progress, cancel);
    }
}
