package org.vppworkbench.app.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.FleetParametersJson;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.sample.SampleLibrary;
import picocli.CommandLine.Option;

/** The options that say which fleet is run: a file, a sample fleet, or one that is generated for the run. */
final class FleetOptions {
    @Option(names = "--fleet", paramLabel = "FILE|ID",
            description = "fleet file, JSON or CSV, or the id of a sample fleet (default: that of the sample)")
    @Nullable String fleet;

    @Option(names = "--generate", paramLabel = "N[:SEED[:PRESET]]", converter = GenerateOption.class,
            description = {
                "generate a fleet of N homes from its own seed (default: 1) and a preset, california or laboratory",
                "(default); all its parameters stand in scenario.json, its sampling table in sampling.csv"
            })
    @Nullable FleetParameters generate;

    @Option(names = "--fleet-parameters", paramLabel = "FILE",
            description = "generate the fleet from parameters as 'vpp fleet --write-parameters' writes them")
    @Nullable Path parametersFile;

    /**
     * The fleet of a run.
     *
     * @param reference its name in the scenario
     * @param file where it is read from, or {@code null}
     * @param generated what it is generated from, or {@code null}
     */
    record Choice(String reference, @Nullable Path file, @Nullable FleetParameters generated) {}

    /** Adds the options by name, {@code null} where they were not given. */
    void put(Map<String, @Nullable Object> all) {
        all.put("--fleet", fleet);
        all.put("--generate", generate);
        all.put("--fleet-parameters", parametersFile);
    }

    /**
     * The fleet that was chosen.
     *
     * @param base the scenario the options stand beside
     * @param scenarioFile where it was read from, or {@code null}
     * @throws RefusedException for parameters that cannot be used, or a fleet file that must be named again
     */
    Choice choose(Scenario base, @Nullable Path scenarioFile) {
        FleetParameters parameters = parametersFile == null
                ? generate
                : RefusedException.unlessUsable(FleetParametersJson.read(parametersFile));
        String chosen = fleet;
        if (parameters != null) {
            return new Choice(Scenario.referenceOf(parameters), null, parameters);
        }
        List<String> samples = SampleLibrary.fleetIds();
        if (chosen != null) {
            Path file = samples.contains(chosen) ? null : path(chosen);
            return new Choice(file == null ? chosen : reference(file), file, null);
        }
        if (base.generatedFleet() == null && !samples.contains(base.fleetReference())) {
            throw new RefusedException(List.of(Finding.error(
                    scenarioFile + ", scenario.fleetReference", "\"" + base.fleetReference() + "\"",
                    "this fleet is a file of its own; name it with --fleet",
                    String.join(", ", samples) + ", or --fleet FILE")));
        }
        return new Choice(base.fleetReference(), null, base.generatedFleet());
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw RefusedException.because("--fleet " + name, "not the name of a file", "a fleet file");
        }
    }

    /** The name of the file without its folders, and never one that means a sample fleet. */
    private static String reference(Path file) {
        String name = String.valueOf(file.getFileName());
        return SampleLibrary.fleetIds().contains(name) ? "./" + name : name;
    }
}
