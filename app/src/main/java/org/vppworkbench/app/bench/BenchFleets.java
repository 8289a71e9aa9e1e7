package org.vppworkbench.app.bench;

import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.sample.SampleLibrary;
import org.vppworkbench.sample.generator.FleetGenerator;

/**
 * What is measured on: fleets generated over the sample week with its real prices; the requirement grows with the fleet as
 * it stands to the 20 homes of the sample.
 */
final class BenchFleets {
    static final long SEED = 1;

    private final DataSet data = SampleLibrary.load(SampleLibrary.LOS_ANGELES_2023_08).orThrow();

    /** Days of the sample. */
    int days() {
        return data.horizon().days();
    }

    /** A fleet of the laboratory's preset. */
    Fleet fleet(int homes, long seed) {
        return new FleetGenerator(FleetPreset.LABORATORY.parameters(homes, seed), data).generate("bench");
    }

    /** A fleet of seed 1 over the first days of the sample. */
    ResolvedScenario scenario(int homes, int days) {
        return scenario(fleet(homes, SEED), days);
    }

    /** The same for a fleet of which at least one home can sell: the first seed that gives one. */
    ResolvedScenario selling(int homes, int days) {
        long seed = SEED;
        Fleet fleet = fleet(homes, seed);
        ResolvedScenario scenario = scenario(fleet, days);
        while (scenario.inputs().prosumers().stream().noneMatch(home -> home.bess() != null)) {
            fleet = fleet(homes, ++seed);
            scenario = scenario(fleet, days);
        }
        return scenario;
    }

    private ResolvedScenario scenario(Fleet fleet, int days) {
        Requirement base = Requirement.LOS_ANGELES_20;
        double scale = fleet.homes().size() / 20.0;
        Scenario scenario = new Scenario(
                data.id(), data.horizon().firstDay(), days, "bench",
                new Requirement(base.energyKw() * scale, base.spinKw() * scale, base.nonSpinKw() * scale),
                0.25, "rule", AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 1, SEED);
        return ScenarioResolver.resolve(scenario, fleet, data).orThrow();
    }
}
