package org.vppworkbench.negotiation.external;

import java.util.Set;
import java.util.TreeSet;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.market.CoalitionSolver;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.HumanSeat;
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
 * A negotiation in which programs of the user, or persons, decide for some: the homes, or the aggregator, that the settings of the agents
 * name. Everybody else decides as under the mechanism by itself.
 */
public final class ExternalMechanism implements Mechanism {
    /** Stands between the labels of those who decide. */
    private static final String AND = " + ";

    private final TraderMechanism alone;
    private final String label;
    private final CoalitionSolver solver;
    private final ChannelOpener opener;

    /**
     * @param alone the mechanism by itself, such as {@code rule}
     * @param agents who the programs and persons are, at least one
     * @param solver of the coalition problem, the aggregator's tool
     * @param opener starts the programs and seats the persons, or plays back what they said
     */
    public ExternalMechanism(
            TraderMechanism alone, AgentSettings agents, CoalitionSolver solver, ChannelOpener opener) {
        this.alone = alone;
        this.label = label(alone.label(), agents);
        this.solver = solver;
        this.opener = opener;
    }

    /** The label of a mechanism together with those of the programs and persons, each once. */
    public static String label(String own, AgentSettings agents) {
        Set<String> others = new TreeSet<>();
        agents.programs().forEach(agent -> others.add(agent.label()));
        agents.seats().forEach(seat -> others.add(HumanSeat.LABEL));
        return others.isEmpty() ? own : own + AND + String.join(AND, others);
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
