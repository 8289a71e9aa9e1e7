package org.vppworkbench.model.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.forecast.ForecastReport;
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
 * @param forecastReport how good the price forecasts are; {@code null} where they are perfect or were not compared
 */
public record ResolvedScenario(
        Scenario scenario,
        Fleet fleet,
        RunInputs inputs,
        List<Behaviour> behaviours,
        List<Opportunity> skipped,
        List<Provenance> provenance,
        @Nullable ForecastReport forecastReport) {
    public ResolvedScenario {
        behaviours = List.copyOf(behaviours);
        skipped = List.copyOf(skipped);
        provenance = List.copyOf(provenance);
    }

    /** A scenario whose forecasts were not compared. */
    public ResolvedScenario(
            Scenario scenario,
            Fleet fleet,
            RunInputs inputs,
            List<Behaviour> behaviours,
            List<Opportunity> skipped,
            List<Provenance> provenance) {
        this(scenario, fleet, inputs, behaviours, skipped, provenance, null);
    }

    /** The same scenario with other inputs of the same homes. */
    public ResolvedScenario withInputs(RunInputs others) {
        return new ResolvedScenario(scenario, fleet, others, behaviours, skipped, provenance, forecastReport);
    }
}
