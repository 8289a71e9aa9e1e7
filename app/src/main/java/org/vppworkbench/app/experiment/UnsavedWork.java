package org.vppworkbench.app.experiment;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.AutosaveFile;
import org.vppworkbench.app.io.ProjectFile;
import org.vppworkbench.app.io.ScenarioJson;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.sample.FleetJson;

/** A document to and from {@code vpp-autosave/1}. */
public final class UnsavedWork {
    private UnsavedWork() {}

    /**
     * What is kept of a document.
     *
     * @param project folder of the project, or {@code null}
     * @param edits the edits in plain words, newest first
     */
    public static AutosaveFile of(ProjectFolder.Content content, @Nullable Path project, List<String> edits, Instant now) {
        return new AutosaveFile(
                now, project == null ? null : project.toAbsolutePath().toString(), edits.isEmpty() ? "" : edits.getFirst(), edits.size(),
                ScenarioJson.write(content.scenario()), FleetJson.write(content.fleet()), data(content.own()));
    }

    /**
     * The document again; whatever is wrong is a finding.
     *
     * @param file names the file in findings
     * @param samples loads a sample by its id
     */
    public static Reading<ProjectFolder.Opened> open(AutosaveFile kept, Path file, Function<String, Reading<DataSet>> samples) {
        Findings out = new Findings();
        Scenario scenario = keep(ScenarioJson.read(kept.scenario(), file + ", scenario"), out);
        Fleet fleet = keep(FleetJson.read(kept.fleet(), file + ", fleet"), out);
        if (scenario == null || fleet == null) {
            return new Reading<>(null, out.list());
        }
        ProjectFile.Data own = kept.data();
        OwnData.Loaded loaded = own == null ? null : keep(ProjectFolder.data(null, own, scenario, file.toString(), samples, out), out);
        DataSet data = own == null ? keep(samples.apply(scenario.sample()), out) : loaded == null ? null : loaded.data();
        if (data == null || out.hasErrors()) {
            return new Reading<>(null, out.list());
        }
        ProjectFolder.Content content = new ProjectFolder.Content(scenario, fleet, loaded == null ? null : loaded.source());
        return Reading.of(new ProjectFolder.Opened(null, content, data, out.list()));
    }

    private static ProjectFile.@Nullable Data data(@Nullable OwnData own) {
        return own == null
                ? null
                : new ProjectFile.Data(
                        own.kind(), own.path().toAbsolutePath().toString(), false, own.label(),
                        own.sha256().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(entry -> new ProjectFile.Part(entry.getKey(), entry.getValue()))
                                .toList());
    }

    private static <T> @Nullable T keep(Reading<T> reading, Findings findings) {
        findings.addAll(reading.findings());
        return reading.value();
    }
}
