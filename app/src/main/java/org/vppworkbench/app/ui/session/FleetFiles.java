package org.vppworkbench.app.ui.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskExecutor;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;

/** Fleet files, read and written in the background. */
final class FleetFiles {
    private record Opened(Fleet fleet, String sha256) {}

    /** What came of a file: a fleet or findings, and its hash or why there is none. */
    private record Read(Reading<Fleet> reading, @Nullable String sha256, String noHash) {}

    private final Laboratory laboratory;
    private final TaskExecutor tasks;
    private final Consumer<Notice> tell;
    private final Map<String, Opened> opened = new HashMap<>();

    /** The fleet that was last read from a file or written to one. */
    private @Nullable Fleet onDisk;

    /** The file chosen last; one that is read later than another chosen after it is not taken. */
    private @Nullable Path wanted;

    FleetFiles(Laboratory laboratory, TaskExecutor tasks, Consumer<Notice> tell) {
        this.laboratory = laboratory;
        this.tasks = tasks;
        this.tell = tell;
    }

    /**
     * Reads a fleet.
     *
     * @param take takes it with the name of its file
     * @param refuse takes what stands against it
     */
    void open(Path file, Consumer<Fleet> take, Consumer<Reading<Fleet>> refuse) {
        wanted = file;
        String name = String.valueOf(file.getFileName());
        tasks.submit(new BackgroundTask<>(
                "Open fleet " + name,
                (progress, cancel) -> read(file),
                read -> {
                    if (!file.equals(wanted)) {
                        return;
                    }
                    Fleet fleet = read.reading().value();
                    if (fleet == null) {
                        refuse.accept(read.reading());
                        return;
                    }
                    remember(name, fleet, read);
                    onDisk = fleet;
                    take.accept(fleet);
                },
                e -> tell.accept(new Notice(Finding.Severity.ERROR, "Fleet not opened", Workbench.reason(e)))));
    }

    /** Writes a fleet. */
    void save(Fleet fleet, Path file) {
        String name = String.valueOf(file.getFileName());
        tasks.submit(new BackgroundTask<>(
                "Save fleet " + name,
                (progress, cancel) -> {
                    laboratory.writeFleet(fleet, file);
                    return name;
                },
                done -> {
                    onDisk = fleet;
                    tell.accept(new Notice(Finding.Severity.INFO, "Fleet saved", done));
                },
                e -> tell.accept(new Notice(Finding.Severity.ERROR, "Fleet not saved", Workbench.reason(e)))));
    }

    /** Whether a fleet was last read from a file or written to one. */
    boolean isOnDisk(Fleet fleet) {
        return fleet.equals(onDisk);
    }

    /** SHA-256 by name of the files behind a result, as far as they were opened here and are unchanged since. */
    Map<String, String> behind(ExperimentResult result) {
        String name = result.scenario().scenario().fleetReference();
        Opened known = opened.get(name);
        return known != null && known.fleet().equals(result.scenario().fleet()) ? Map.of(name, known.sha256()) : Map.of();
    }

    private Read read(Path file) {
        Reading<Fleet> reading = laboratory.readFleet(file);
        try {
            return new Read(reading, laboratory.sha256(file), "");
        } catch (IOException e) {
            return new Read(reading, null, Workbench.reason(e));
        }
    }

    private void remember(String name, Fleet fleet, Read read) {
        String hash = read.sha256();
        if (hash != null) {
            opened.put(name, new Opened(fleet, hash));
        } else {
            opened.remove(name);
            tell.accept(new Notice(Finding.Severity.WARNING, "No hash of the fleet file", read.noHash()));
        }
    }
}
