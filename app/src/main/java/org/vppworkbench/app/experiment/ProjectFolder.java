package org.vppworkbench.app.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.ApplicationInfo;
import org.vppworkbench.app.io.AtomicFile;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.app.io.ProjectFile;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.app.io.ScenarioJson;
import org.vppworkbench.app.io.Sha256;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Findings;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.sample.FleetJson;

/**
 * A project folder: {@code project.json}, {@code scenario.json}, {@code fleet.json}, {@code inputs/} with the user's own data,
 * and {@code runs/} with one bundle per kept run.
 */
public final class ProjectFolder {
    public static final String SCENARIO = "scenario.json";
    public static final String FLEET = "fleet.json";
    public static final String INPUTS = "inputs";
    public static final String RUNS = "runs";

    /** Held while a window has the project open for writing. */
    public static final String LOCK = "project.lock";

    private static final String HELP = "a folder where you may write, with room left; or save the project elsewhere (Save project as)";

    private ProjectFolder() {}

    /**
     * What a project is about.
     *
     * @param own the user's own data; {@code null} for those of the sample that the scenario names
     */
    public record Content(Scenario scenario, Fleet fleet, @Nullable OwnData own) {}

    /**
     * A project, or unsaved work, as it was read.
     *
     * @param file {@code project.json}; {@code null} for unsaved work
     * @param data the series of its days
     * @param findings what is worth telling, such as a file changed by hand
     */
    public record Opened(@Nullable ProjectFile file, Content content, DataSet data, List<Finding> findings) {
        public Opened {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Reads a project; whatever is wrong is a finding with its file, and then nothing is loaded.
     *
     * @param samples loads a sample by its id
     */
    public static Reading<Opened> read(Path folder, Function<String, Reading<DataSet>> samples) {
        Reading<ProjectFile> read = ProjectFile.read(folder.resolve(ProjectFile.NAME));
        ProjectFile file = read.value();
        if (file == null) {
            return new Reading<>(null, read.findings());
        }
        Findings out = new Findings();
        Scenario scenario = keep(ScenarioJson.read(part(folder, file.scenario(), out)), out);
        Fleet fleet = keep(FleetJson.read(part(folder, file.fleet(), out)), out);
        ProjectFile.Data own = file.data();
        OwnData.Loaded loaded = own == null || scenario == null
                ? null
                : keep(data(folder, own, scenario, folder.resolve(ProjectFile.NAME).toString(), samples, out), out);
        DataSet data = loaded != null
                ? loaded.data()
                : own == null && scenario != null ? keep(samples.apply(scenario.sample()), out) : null;
        if (out.hasErrors() || scenario == null || fleet == null || data == null) {
            return new Reading<>(null, out.list());
        }
        Content content = new Content(scenario, fleet, loaded == null ? null : loaded.source());
        return Reading.of(new Opened(file, content, data, out.list()));
    }

    /**
     * Reads the user's own data of a project or of unsaved work.
     *
     * @param folder where relative paths begin
     * @param where names the entry in findings
     * @param out takes a warning where a file is not the one it was
     */
    public static Reading<OwnData.Loaded> data(
            @Nullable Path folder, ProjectFile.Data own, Scenario scenario, String where,
            Function<String, Reading<DataSet>> samples, Findings out) {
        Path path;
        try {
            path = own.copied() && folder != null ? folder.resolve(own.path()).normalize() : Path.of(own.path());
        } catch (InvalidPathException e) {
            return Reading.refused(Finding.error(where + ", data.path", own.path(), "not a path of this system", null));
        }
        if (own.copied() && folder != null && !path.startsWith(folder.normalize())) {
            return Reading.refused(Finding.error(where + ", data.path", own.path(), "leads out of the project", INPUTS + "/NAME"));
        }
        Reading<OwnData.Loaded> reading = switch (own.kind()) {
            case FOLDER -> OwnData.folder(path);
            case PRICES -> {
                Reading<DataSet> base = samples.apply(scenario.sample());
                DataSet sample = base.value();
                yield sample == null ? new Reading<>(null, base.findings()) : OwnData.prices(path, sample, own.label());
            }
        };
        OwnData.Loaded loaded = reading.value();
        if (loaded != null && !loaded.source().sha256().equals(hashes(own.files()))) {
            out.warning(path.toString(), null, "changed since the project was saved: its SHA-256 is another one. Runs come out differently",
                    "the file as it was, or save the project to keep what is there now");
        }
        return reading;
    }

    /**
     * Writes a project into a folder that is there or can be made. Each file is replaced whole or not at all, {@code project.json}
     * last: who is killed in between finds what stood there before, or a warning that names the file.
     *
     * @throws RefusedException where it cannot be written; what was there stays
     */
    public static ProjectFile write(Path folder, String name, Content content, Instant now) {
        try {
            Files.createDirectories(folder.resolve(RUNS));
            ProjectFile.Data data = content.own() == null ? null : ProjectInputs.take(folder, content.own());
            String scenario = ScenarioJson.write(content.scenario());
            String fleet = FleetJson.write(content.fleet());
            ApplicationInfo application = ApplicationInfo.current();
            ProjectFile file = new ProjectFile(
                    name, now, new RunManifest.Application(ApplicationInfo.NAME, application.version(), application.commit()),
                    new ProjectFile.Part(SCENARIO, hash(scenario)), new ProjectFile.Part(FLEET, hash(fleet)), data);
            AtomicFile.write(folder.resolve(SCENARIO), scenario);
            AtomicFile.write(folder.resolve(FLEET), fleet);
            AtomicFile.write(folder.resolve(ProjectFile.NAME), file.write());
            return file;
        } catch (IOException e) {
            throw new RefusedException(
                    List.of(Finding.error(folder.toString(), null, "the project could not be saved: " + NewFolder.reason(e), HELP)), e);
        }
    }

    private static Path part(Path folder, ProjectFile.Part part, Findings out) {
        Path file = folder.resolve(part.file()).normalize();
        if (!file.startsWith(folder.normalize())) {
            out.error(folder.resolve(ProjectFile.NAME).toString(), part.file(), "leads out of the project", "a file beside project.json");
        } else if (Files.isRegularFile(file)) {
            try {
                if (!Sha256.of(file).equals(part.sha256())) {
                    out.warning(file.toString(), null, "changed since the project was saved, by hand or by a save that was broken off",
                            "check it, and save the project");
                }
            } catch (IOException e) {
                out.error(file.toString(), null, "cannot be read: " + NewFolder.reason(e), "a file you may read");
            }
        }
        return file;
    }

    private static <T> @Nullable T keep(Reading<T> reading, Findings findings) {
        findings.addAll(reading.findings());
        return reading.value();
    }

    private static Map<String, String> hashes(List<ProjectFile.Part> parts) {
        Map<String, String> all = new LinkedHashMap<>();
        parts.forEach(part -> all.put(part.file(), part.sha256()));
        return all;
    }

    private static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
