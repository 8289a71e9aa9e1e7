package org.vppworkbench.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.RunTables;
import org.vppworkbench.app.explain.PlainSummary;
import org.vppworkbench.app.figure.RunFigures;
import org.vppworkbench.app.figure.catalogue.Drawing;
import org.vppworkbench.app.figure.catalogue.FigureCatalogue;
import org.vppworkbench.app.figure.catalogue.FigureEntry;
import org.vppworkbench.app.figure.catalogue.FigureSource;
import org.vppworkbench.app.figure.paper.PaperStyle;
import org.vppworkbench.app.figure.paper.Preset;
import org.vppworkbench.app.io.DataTable;
import org.vppworkbench.app.io.DataTable.Cell;
import org.vppworkbench.app.io.DataTable.Column;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.model.metrics.Invariant;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.time.Horizon;
import org.vppworkbench.model.time.Provenance;

/** The report of a run. */
public final class RunReport {
    private final FigureSource source;
    private final ExperimentResult result;
    private final RunManifest.Application application;
    private final @Nullable List<Finding> findings;
    private final List<Report.Section> sections = new ArrayList<>();

    private RunReport(FigureSource source, RunManifest.Application application, @Nullable List<Finding> findings) {
        this.source = source;
        this.result = source.result();
        this.application = application;
        this.findings = findings;
    }

    /**
     * Makes it.
     *
     * @param source the run, and what else figures may be drawn from
     * @param application the program that made the run
     * @param findings what was found in its files, or {@code null} where it was not read from files
     * @throws RefusedException where an invariant is breached: then the numbers are no result
     * @throws java.util.concurrent.CancellationException where the user cancelled
     */
    public static Report of(
            FigureSource source, RunManifest.Application application, @Nullable List<Finding> findings, ProgressSink progress,
            CancelToken cancel) {
        if (!source.result().invariantsHold()) {
            throw RefusedException.because(
                    "report", "an invariant is breached: this is a bug, and the run must not be used as a result", "another run");
        }
        RunReport report = new RunReport(source, application, findings);
        report.summary();
        report.method();
        report.scenario();
        report.data();
        report.certificate();
        report.figures(progress, cancel);
        report.tables();
        report.limits();
        report.definitions();
        Horizon horizon = source.result().scenario().inputs().horizon();
        return new Report(
                String.format(
                        Locale.ROOT, "%s, %s, %d %s", source.result().record().mechanism(), horizon.firstDay(), horizon.days(),
                        horizon.days() == 1 ? "day" : "days"),
                RunFigures.note(source.result()), report.sections);
    }

    private void section(String id, String title, List<ReportBlock> blocks) {
        sections.add(new Report.Section(id, title, blocks));
    }

    private void summary() {
        List<ReportBlock> blocks = new ArrayList<>();
        blocks.add(new ReportBlock.Points(PlainSummary.of(result).stream().map(sentence -> sentence.text()).toList()));
        blocks.add(new ReportBlock.Words("These sentences follow from the table of metrics by fixed rules (" + PlainSummary.LABEL + ")."));
        List<Finding> found = findings;
        if (found != null) {
            blocks.add(found.isEmpty()
                    ? new ReportBlock.Words("Nothing was found to be wrong with the files of the run.")
                    : new ReportBlock.Points(found.stream().map(Finding::sentence).toList()));
        }
        section("summary", "Findings", blocks);
    }

    private void method() {
        section("method", "Method", List.of(new ReportBlock.Words(MethodText.of(result, application))));
    }

    private void scenario() {
        section("scenario", "Scenario", List.of(
                new ReportBlock.Table(ReportTables.scenario(result))));
    }

    private void data() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Provenance one : result.scenario().provenance()) {
            rows.add(List.of(
                    Cell.of(one.series()), Cell.of(one.kind().name()), Cell.of(one.source()), Cell.of(one.licence()),
                    Cell.of(one.note()), Cell.of(one.sha256().length() > 12 ? one.sha256().substring(0, 12) + "\u2026" : one.sha256())));
        }
        section("data", "Data and licences", List.of(
                new ReportBlock.Words("REAL series are as published, DERIVED ones computed from such, SYNTHETIC ones invented."),
                new ReportBlock.Table(new DataTable("data", "Series of the run", "", List.of(
                        new Column("series", "Series", false, true), new Column("kind", "Kind", false, true),
                        new Column("source", "Source", false, true), new Column("licence", "Licence", false, true),
                        new Column("note", "What was done to it", false, true), new Column("sha256", "SHA-256", false, true)),
                        rows))));
    }

    private void certificate() {
        List<ReportBlock> blocks = new ArrayList<>();
        DataTable optima = table("optimum");
        blocks.add(optima.rows().isEmpty()
                ? new ReportBlock.Words("The central optimum was not solved: vpp baseline --bundle DIR solves it.")
                : new ReportBlock.Table(optima));
        blocks.add(new ReportBlock.Words("HOME is each home at its own best, AWARE all homes together within the owners' preferences,"
                + " BLIND the same without them. The bound is one that no schedule can exceed; it is computed from the inputs by weak"
                + " duality and does not rely on the solver. The gap is bound less objective as a share of the money at stake."));
        List<List<Cell>> rows = new ArrayList<>();
        for (Invariant invariant : result.invariants()) {
            rows.add(List.of(Cell.of(invariant.name()), Cell.of(invariant.holds() ? "holds" : "BREACHED"), Cell.of(invariant.detail())));
        }
        blocks.add(new ReportBlock.Table(new DataTable("invariants", "What must hold for every run", "", List.of(
                new Column("invariant", "Invariant", false, true), new Column("verdict", "Verdict", false, true),
                new Column("detail", "Numbers", false, true)), rows)));
        section("certificate", "Certificate", blocks);
    }

    private void figures(ProgressSink progress, CancelToken cancel) {
        List<ReportBlock> blocks = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<FigureEntry> all = FigureCatalogue.all();
        for (int i = 0; i < all.size(); i++) {
            cancel.check("the report was written");
            FigureEntry entry = all.get(i);
            progress.report(i, all.size(), "figures of the report");
            switch (entry.draw(source)) {
                case Drawing.Drawn drawn -> blocks.add(new ReportBlock.Picture(
                        PaperStyle.of(drawn.figure(), Preset.TWO_COLUMN, true), entry.shows()));
                case Drawing.Impossible no -> missing.add(entry.name() + ": " + no.reason() + ".");
            }
        }
        if (!missing.isEmpty()) {
            blocks.add(new ReportBlock.Words("Not drawn:"));
            blocks.add(new ReportBlock.Points(missing));
        }
        section("figures", "Figures", blocks);
    }

    private void tables() {
        List<ReportBlock> blocks = RunTables.all().stream()
                .filter(entry -> !entry.name().equals("optimum"))
                .map(entry -> entry.maker().apply(result, RunFigures.note(result)))
                .filter(table -> !table.rows().isEmpty())
                .map(table -> (ReportBlock) new ReportBlock.Table(table))
                .collect(Collectors.toCollection(ArrayList::new));
        section("tables", "Tables", blocks);
    }

    private DataTable table(String name) {
        return RunTables.find(name).orElseThrow().maker().apply(result, RunFigures.note(result));
    }

    private void limits() {
        section("limits", "Limits", List.of(new ReportBlock.Points(ReportTables.limits(result))));
    }

    private void definitions() {
        section("definitions", "Definitions", List.of(
                new ReportBlock.Words("Symbols are those of docs/model.md. The same formulas hold for every mechanism."),
                new ReportBlock.Table(ReportTables.definitions(result))));
    }
}
