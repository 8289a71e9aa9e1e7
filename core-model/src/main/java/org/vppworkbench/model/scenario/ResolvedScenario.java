package org.vppworkbench.model.scenario;

import java.util.List;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.Opportunity;
import org.vppworkbench.model.time.Provenance;

/**
 * A scenario with every number in place, ready to run.
 *
 * @param scenario what the user chose
 * @param fleet the fleet it refers to
 * @param inputs resolved numbers
 * @param behaviours one per prosumer, in the order of {@code inputs.prosumers()}
 * @param skipped opportunities below the minimum stake, with the quantity originally required
 * @param provenance where the series came from
 */
public record ResolvedScenario(
        Scenario scenario,
        Fleet fleet,
        RunInputs inputs,
        List<Behaviour> behaviours,
        List<Opportunity> skipped,
        List<Provenance> provenance) {
    public ResolvedScenario {
        behaviours = List.copyOf(behaviours);
        skipped = List.copyOf(skipped);
        provenance = List.copyOf(provenance);
    }
}
