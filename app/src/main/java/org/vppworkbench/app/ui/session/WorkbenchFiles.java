package org.vppworkbench.app.ui.session;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.BundledRun;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.OwnData;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleReader;
import org.vppworkbench.app.io.ProjectFile.DataKind;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.TaskExecutor;
import org.vppworkbench.app.task.Work;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.time.SeriesKind;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * What the user brings: own data, prices, and bundles of runs. All is read in the background; where something is wrong with it,
 * there are findings in the Scenario pane and nothing else changes.
 */
public final class WorkbenchFiles {
    private final Workbench workbench;
    private final TaskExecutor tasks;
    private final OpenSamples samples;
    private final DocumentCheck check;
    private final RunDesk desk;

    WorkbenchFiles(Workbench workbench, OpenSamples samples, DocumentCheck check, RunDesk desk) {
        this.workbench = workbench;
        this.tasks = workbench.tasks();
        this.samples = samples;
        this.check = check;
        this.desk = desk;
    }

    /** A run read back from a bundle. */
    private record Reopened(OpenedBundle bundle, ExperimentResult result, List<Finding> findings) {}

    /**
     * Shows findings about something that was not taken.
     *
     * @param what in words, such as {@code Run not opened}
     */
    public void refuse(String what, List<Finding> findings) {
        check.report(findings);
        long errors = findings.stream().filter(Finding::isError).count();
        String first = findings.stream().filter(Finding::isError).findFirst().map(Finding::oneLine).orElse("");
        workbench.tell(Finding.Severity.ERROR, what, errors <= 1
                ? first
                : errors + " findings, see the Scenario pane. The first: " + first);
    }

    /**
     * Makes a folder of series the data of the document, as one edit.
     *
     * @param refused what follows where it is refused
     */
    public void openData(Path folder, Runnable refused) {
        openData(folder, () -> {}, refused);
    }

    /**
     * The same.
     *
     * @param then what follows once it is
     * @param refused what follows where it is refused
     */
    public void openData(Path folder, Runnable then, Runnable refused) {
        read("Open data " + folder.getFileName(), "Data not opened", (progress, cancel) -> OwnData.folder(folder), loaded -> {
            use(loaded);
            workbench.tell(Finding.Severity.INFO, "Data opened", loaded.data().title() + ". Fleet and requirement stay.");
            then.run();
        }, refused);
    }

    /**
     * Puts a CSV of prices in place of those of the document's sample, as one edit.
     *
     * @param label how the user labels them
     * @param then what follows once they are
     * @param refused what follows where they are refused
     */
    public void openPrices(Path file, SeriesKind label, Runnable then, Runnable refused) {
        Document document = workbench.document();
        OwnData own = document.own();
        if (own != null && own.kind() == DataKind.FOLDER) {
            refuse("Prices not opened", List.of(Finding.error(
                    file.toString(), null, "prices take the place of those of a sample, and the scenario uses the folder "
                            + document.scenario().sample(), "choose a sample first")));
            refused.run();
            return;
        }
        String sample = document.scenario().sample();
        read("Open prices " + file.getFileName(), "Prices not opened", (progress, cancel) -> {
            Reading<DataSet> base = workbench.laboratory().data(sample);
            DataSet series = base.value();
            return series == null ? new Reading<>(null, base.findings()) : OwnData.prices(file, series, label);
        }, loaded -> {
            use(loaded);
            workbench.tell(Finding.Severity.INFO, "Prices opened", file.getFileName() + ", labelled " + label);
            then.run();
        }, refused);
    }

    /**
     * Shows the run of a bundle from its events as they were recorded; nothing is simulated again, and the document stays.
     *
     * @param then what follows once it is shown
     * @param refused what follows where it is refused
     */
    public void openRun(Path folder, Consumer<LiveRun> then, Runnable refused) {
        read("Open run " + folder.getFileName(), "Run not opened", (progress, cancel) -> reopened(folder, cancel), run -> {
            LiveRun live = desk.showOpened(run.bundle(), run.result());
            String notes = run.findings().isEmpty() ? "" : " " + run.findings().getFirst().oneLine();
            workbench.tell(Finding.Severity.INFO, "Run opened",
                    live.title() + ". Shown from its events as recorded; nothing was simulated again." + notes);
            then.accept(live);
        }, refused);
    }

    /** Why scenario and fleet of a run cannot be made the document; empty where they can. */
    public Optional<String> notAdoptable(LiveRun live) {
        Scenario scenario = live.scenario().scenario();
        if (!samples.knows(scenario.sample()) && !workbench.laboratory().samples().contains(scenario.sample())) {
            return Optional.of("its data, " + scenario.sample() + ", are no sample: open the folder of series first");
        }
        return Optional.empty();
    }

    /** Makes scenario and fleet of the shown run the document, as one edit; its branches stay with the run. */
    public void adopt(LiveRun live) {
        Optional<String> problem = notAdoptable(live);
        if (problem.isPresent()) {
            workbench.tell(Finding.Severity.ERROR, "Not taken over", problem.get());
            return;
        }
        Scenario scenario = live.scenario().scenario().withBranches(List.of());
        read("Load sample " + scenario.sample(), "Not taken over", (progress, cancel) -> Reading.of(samples.read(scenario.sample())),
                sample -> {
                    samples.add(sample);
                    workbench.history().edit("scenario and fleet of run " + live.number(),
                            new Document(scenario, live.scenario().fleet()));
                }, () -> {});
    }

    /** Begins anew with a document: there is nothing to undo. The shown run stays on the shelf. */
    public void begin(Document document, DataSet data) {
        samples.keep(document, data);
        workbench.history().restart(document);
    }

    /** Begins anew with a document on a sample that was loaded. */
    public void begin(Document document) {
        workbench.history().restart(document);
    }

    /** Reads a sample and hands it on as a document; may be called on the JavaFX thread. */
    public void sample(String id, Consumer<Document> then, Runnable refused) {
        read("Load sample " + id, "Sample not opened", (progress, cancel) -> Reading.of(samples.read(id)), sample -> {
            samples.add(sample);
            then.accept(samples.opening(sample, workbench.laboratory().mechanisms().getFirst().id()));
        }, refused);
    }

    private void use(OwnData.Loaded loaded) {
        Document document = workbench.document();
        Scenario s = document.scenario();
        Horizon days = loaded.data().horizon();
        LocalDate end = days.firstDay().plusDays(days.days());
        boolean within = !s.firstDay().isBefore(days.firstDay()) && s.firstDay().isBefore(end);
        LocalDate first = within ? s.firstDay() : days.firstDay();
        int left = (int) (end.toEpochDay() - first.toEpochDay());
        Document next = new Document(
                ScenarioEdits.sample(
                        s, loaded.reference(), first, Math.min(s.days(), left), s.fleetReference(), s.requirement(), s.market())
                        .withFleet(s.fleetReference(), s.generatedFleet()),
                document.fleet(), loaded.source());
        samples.keep(next, loaded.data());
        workbench.history().edit("data " + loaded.source().path().getFileName(), next);
    }

    private static Reading<Reopened> reopened(Path folder, CancelToken cancel) {
        Reading<Bundle> reading = BundleReader.read(folder, cancel);
        Bundle bundle = reading.value();
        RunManifest manifest = bundle == null ? null : bundle.manifest();
        if (bundle == null) {
            return new Reading<>(null, reading.findings());
        }
        if (manifest == null || !BundledRun.isComplete(bundle)) {
            return Reading.refused(Finding.error(
                    folder.toString(), null, "not a complete bundle of a run",
                    "manifest.json, inputs.json, events.jsonl, contracts.csv and dispatch.csv"));
        }
        ExperimentResult result = BundledRun.reopen(bundle, Clock.systemUTC());
        return Reading.of(new Reopened(new OpenedBundle(folder, manifest), result, reading.findings()));
    }

    private <T> void read(
            String title, String refusal, Work<Reading<T>> work, Consumer<T> take, Runnable refused) {
        tasks.submit(new BackgroundTask<>(
                title,
                (progress, cancel) -> {
                    try {
                        return work.run(progress, cancel);
                    } catch (RefusedException e) {
                        return new Reading<T>(null, e.findings());
                    }
                },
                reading -> {
                    @Nullable T value = reading.value();
                    if (value == null) {
                        refuse(refusal, reading.findings());
                        refused.run();
                    } else {
                        take.accept(value);
                    }
                },
                e -> {
                    refuse(refusal, List.of(Finding.error(title, null, Workbench.reason(e), null)));
                    refused.run();
                }));
    }
}
