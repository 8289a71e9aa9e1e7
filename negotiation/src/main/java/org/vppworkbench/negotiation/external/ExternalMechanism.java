package org.vppworkbench.negotiation.external;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.scenario.ExternalAgent;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.MarketSimulation;
import org.vppworkbench.model.simulation.Mechanism;
import org.vppworkbench.model.simulation.OpportunityTrader;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.simulation.RunRecord;
import org.vppworkbench.model.simulation.TraderBrief;
import org.vppworkbench.negotiation.mechanism.TraderMechanism;

/**
 * A negotiation in which programs of the user decide for some: the homes, or the aggregator, that the settings of the agents
 * name. Everybody else decides as under the mechanism by itself.
 */
public final class ExternalMechanism implements Mechanism {
    private final TraderMechanism alone;
    private final String label;
    private final CoalitionSolver solver;
    private final ChannelOpener opener;

    /**
     * @param alone the mechanism by itself, such as {@code rule}
     * @param agents the programs, at least one
     * @param solver of the coalition problem, the aggregator's tool
     * @param opener starts the programs, or plays back what they said
     */
    public ExternalMechanism(
            TraderMechanism alone, List<ExternalAgent> agents, CoalitionSolver solver, ChannelOpener opener) {
        this.alone = alone;
        this.label = label(alone.label(), agents);
        this.solver = solver;
        this.opener = opener;
    }

    /** The label of a mechanism together with those of the programs, each once. */
    public static String label(String own, List<ExternalAgent> agents) {
        Set<String> programs = new TreeSet<>();
        agents.forEach(agent -> programs.add(agent.label()));
        return programs.isEmpty() ? own : own + " + " + String.join(" + ", programs);
    }

    @Override
    public String id() {
        return alone.id();
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public RunRecord run(
            ResolvedScenario scenario, EventSink events, ProgressSink progress, CancelToken cancel) {
        try (ExternalSession session = new ExternalSession(scenario, solver)) {
            session.open(opener, cancel);
            OpportunityTrader trader = session.seated(alone.trader(TraderBrief.of(scenario)));
            EventSink heard = event -> {
                events.accept(event);
                session.hear(event);
            };
            return MarketSimulation.run(scenario, id(), label, trader, heard, progress, cancel);
        }
    }
}
