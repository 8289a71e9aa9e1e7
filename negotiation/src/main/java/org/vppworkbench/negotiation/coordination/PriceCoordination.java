package org.vppworkbench.negotiation.coordination;

import java.util.List;
import org.vppworkbench.model.coordination.AuditedTaker;
import org.vppworkbench.model.coordination.Expectation;
import org.vppworkbench.model.coordination.PriceTakers;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.numerics.OutwardSum;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.MarketSimulation;
import org.vppworkbench.model.simulation.Mechanism;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.model.simulation.TraderBrief;

/**
 * Price coordination ({@code model.md} §7): before the first hour the homes are asked what they would sell at prices for the
 * whole run, as they expect it, until the prices fit; then the hours are traded on the timeline of the market.
 *
 * @param homes gives every home its own problem
 * @param solver solves the coalition problem
 */
public record PriceCoordination(PriceTakers homes, CoalitionSolver solver) implements Mechanism {
    public static final String ID = "price-coordination";

    /** Gap to be closed, as a share of what the market is worth ({@code model.md} §5). */
    public static final double GAP = 1e-3;

    /** Rounds after which the gap that is left is reported instead. */
    public static final int MOST_ROUNDS = 300;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return "MECHANISM";
    }

    @Override
    public RunRecord run(ResolvedScenario scenario, EventSink events, ProgressSink progress, CancelToken cancel) {
        TraderBrief brief = TraderBrief.of(scenario);
        Expectation expectation = Expectation.of(scenario);
        List<AuditedTaker> takers = homes.of(expectation, cancel);
        Possible possible = Possible.of(takers, expectation.inputs().horizon().intervals());
        CoordinatedPlan free = new PriceCoordinator(expectation, takers, possible, cancel).run(GAP, MOST_ROUNDS, progress);
        HourlyPlan plan = new HourlyCoordinator(expectation, takers, cancel, progress).agree(free);
        CoordinationTrader trader =
                new CoordinationTrader(plan, alone(takers), expectation.knownHours(), brief, solver);
        return MarketSimulation.run(scenario, ID, label(), trader, events, progress, cancel);
    }

    /** What the homes make without a market, for the record of the run: they told the coordinator only what is above it. */
    private static OutwardSum alone(List<AuditedTaker> takers) {
        OutwardSum sum = new OutwardSum();
        for (double usd : takers.parallelStream().mapToDouble(AuditedTaker::aloneUsd).toArray()) {
            sum.add(usd);
        }
        return sum;
    }
}
