package org.vppworkbench.app.experiment;

import java.util.ArrayList;
import java.util.List;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.sample.SampleLibrary;

/** Where the fleet of a run came from: one that ships with the program, or the user's own. */
public final class FleetSource {
    private FleetSource() {}

    /** The scenario with the source of its fleet among its provenance, where that is a sample fleet. */
    public static ResolvedScenario described(ResolvedScenario scenario) {
        if (!isSample(scenario)) {
            return scenario;
        }
        Provenance source = SampleLibrary.fleetProvenance(scenario.scenario().fleetReference());
        if (scenario.provenance().contains(source)) {
            return scenario;
        }
        List<Provenance> provenance = new ArrayList<>(scenario.provenance());
        provenance.add(source);
        return new ResolvedScenario(
                scenario.scenario(), scenario.fleet(), scenario.inputs(), scenario.behaviours(),
                scenario.skipped(), provenance, scenario.forecastReport());
    }

    /** The fleet's own id, or the name of its file where that id belongs to a sample fleet that it is not. */
    public static String name(ResolvedScenario scenario) {
        String id = scenario.fleet().id();
        return !SampleLibrary.fleetIds().contains(id) || isSample(scenario)
                ? id
                : "\"" + scenario.scenario().fleetReference() + "\"";
    }

    private static boolean isSample(ResolvedScenario scenario) {
        String reference = scenario.scenario().fleetReference();
        if (!SampleLibrary.fleetIds().contains(reference)) {
            return false;
        }
        Fleet shipped = SampleLibrary.fleet(reference).value();
        return scenario.fleet().equals(shipped);
    }
}
