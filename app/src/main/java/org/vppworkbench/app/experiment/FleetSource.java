package org.vppworkbench.app.experiment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.time.Provenance;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.sample.SampleLibrary;

/** Where the fleet of a run came from: one that ships with the program, a generated one, or the user's own. */
public final class FleetSource {
    private FleetSource() {}

    /** The scenario with the source of its fleet among its provenance, where the program knows it. */
    public static ResolvedScenario described(ResolvedScenario scenario) {
        Provenance source = source(scenario);
        if (source == null || scenario.provenance().contains(source)) {
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

    private static @Nullable Provenance source(ResolvedScenario scenario) {
        FleetParameters parameters = scenario.scenario().generatedFleet();
        if (parameters != null) {
            return new Provenance(
                    "fleet " + scenario.scenario().fleetReference(),
                    SeriesKind.SYNTHETIC,
                    "VPP Workbench, generator of fleets, seed " + parameters.seed(),
                    "Apache-2.0",
                    "",
                    "",
                    "homes drawn from generatedFleet of scenario.json; sampling.csv has what was asked, what was drawn and"
                            + " the sources");
        }
        return isSample(scenario) ? SampleLibrary.fleetProvenance(scenario.scenario().fleetReference()) : null;
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
