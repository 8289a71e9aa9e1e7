package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.DataFolder;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.sample.SampleLibrary;
import picocli.CommandLine.Option;

/** The options that say where the data of a run come from. */
final class DataOptions {
    @Option(names = "--sample", paramLabel = "ID",
            description = {
                "sample data (default: la-2023-08); 'vpp samples' lists them. What is not given besides is the sample's:",
                "its first day, its fleet, its requirement"
            })
    @Nullable String sample;

    @Option(names = "--data", paramLabel = "DIR",
            description = {
                "a folder of series made by 'vpp import' or 'vpp download', in place of a sample; what is not given",
                "besides: its first day, fleet la-20"
            })
    @Nullable Path folder;

    /** Adds the options by name, {@code null} where they were not given. */
    void put(Map<String, @Nullable Object> all) {
        all.put("--sample", sample);
        all.put("--data", folder);
    }

    /**
     * The folder that was named, or {@code null} for a sample.
     *
     * @param base the scenario file's scenario, or {@code null}
     * @param scenarioFile where it was read from, or {@code null}
     * @throws RefusedException for a bad folder, or where the scenario's own data must be named again
     */
    @Nullable DataFolder open(@Nullable Scenario base, @Nullable Path scenarioFile) {
        Path named = folder;
        if (named != null) {
            return RefusedException.unlessUsable(DataFolder.open(named));
        }
        if (sample == null && base != null && !SampleLibrary.isSample(base.sample())) {
            throw new RefusedException(List.of(Finding.error(
                    scenarioFile + ", scenario.sample", "\"" + base.sample() + "\"",
                    "not a sample: these data are a folder of their own; name it with --data",
                    String.join(", ", SampleLibrary.ids()) + ", or --data DIR")));
        }
        return null;
    }
}
