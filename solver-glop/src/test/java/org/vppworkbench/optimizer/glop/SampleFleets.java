package org.vppworkbench.optimizer.glop;

import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.scenario.AgentSettings;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.SatisfactionSettings;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.scenario.ScenarioResolver;
import org.vppworkbench.sample.SampleLibrary;
import org.vppworkbench.sample.generator.FleetGenerator;

/** Generated fleets over days of the sample week. */
final class SampleFleets {
    private static final DataSet DATA = SampleLibrary.load(SampleLibrary.LOS_ANGELES_2023_08).orThrow();

    private SampleFleets() {}

    /**
     * A fleet over some days.
     *
     * @param tightness how much of the sample's requirement per home is bought
     */
    static RunInputs of(int homes, long seed, int firstDay, int days, double tightness) {
        Requirement base = Requirement.LOS_ANGELES_20;
        double scale = tightness * homes / 20.0;
        var fleet = new FleetGenerator(FleetPreset.LABORATORY.parameters(homes, seed), DATA).generate("test");
        Scenario scenario = new Scenario(
                DATA.id(), DATA.horizon().firstDay().plusDays(firstDay), days, "test",
                new Requirement(base.energyKw() * scale, base.spinKw() * scale, base.nonSpinKw() * scale),
                0, "rule", AgentSettings.DEFAULT, SatisfactionSettings.DEFAULT, 1, seed);
        return ScenarioResolver.resolve(scenario, fleet, DATA).orThrow().inputs();
    }
}
