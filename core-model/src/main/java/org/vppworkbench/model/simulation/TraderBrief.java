package org.vppworkbench.model.simulation;

import org.vppworkbench.model.market.MarketRules;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.time.Horizon;

/**
 * All that whoever trades may know of a run before it begins: the calendar, the rules, the settings of the agents and the
 * seed. There is no price, no home and no call in it, so that no agent can be handed what it must not know.
 *
 * @param horizon days of the run
 * @param rules what the market accepts
 * @param agents settings of the agents
 * @param seed master seed
 */
public record TraderBrief(Horizon horizon, MarketRules rules, AgentSettings agents, long seed) {
    public static TraderBrief of(ResolvedScenario scenario) {
        return new TraderBrief(
                scenario.inputs().horizon(),
                scenario.scenario().market().rules(),
                scenario.scenario().agents(),
                scenario.scenario().seed());
    }
}
