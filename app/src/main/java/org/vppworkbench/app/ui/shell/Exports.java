package org.vppworkbench.app.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;
import org.jfree.chart.JFreeChart;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.figure.catalogue.FigureCatalogue;
import org.vppworkbench.app.io.PriceKinds;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.Work;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.TableCsv;
import org.vppworkbench.app.ui.export.ExportDialog;
import org.vppworkbench.app.ui.export.ExportItem;
import org.vppworkbench.app.ui.export.ExportJob;
import org.vppworkbench.app.ui.export.ExportViewModel;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.scenario.Finding;

/** Writes what is on screen to files, off the JavaFX thread. */
public final class Exports {
    private final Workbench workbench;
    private final FileDialogs dialogs;
    private final Supplier<@Nullable Map<String, Double>> shapley;

    /**
     * @param shapley share of every home in the optimum of the run shown, or {@code null} where it is not worked out
     */
    public Exports(Workbench workbench, FileDialogs dialogs, Supplier<@Nullable Map<String, Double>> shapley) {
        this.shapley = shapley;
        this.workbench = workbench;
        this.dialogs = dialogs;
    }

    /** Opens the export dialog at the figure of a pane: that of the catalogue where it has one of this name, else as it is shown. */
    public void exportFigure(ChartPane pane) {
        JFreeChart chart = pane.chart();
        if (chart == null || pane.getScene() == null) {
            return;
        }
        ExperimentResult result = workbench.outcomeProperty().get();
        boolean ofRun = result != null && pane.isOfRun() && FigureCatalogue.find(pane.figure()).isPresent();
        if (ofRun) {
            export(pane.getScene().getWindow(), null, pane.figure());
            return;
        }
        double shape = Math.clamp(pane.getHeight() / Math.max(1, pane.getWidth()), 0.3, 1.3);
        // a copy, because the window goes on drawing the chart
        export(pane.getScene().getWindow(), ExportItem.of(Figure.shown(pane.figure(), chart, shape).copy()), "");
    }

    /** Saves a table as CSV with its headings. */
    public void saveCsv(String name, TableView<?> table) {
        ExperimentResult result = workbench.outcomeProperty().get();
        String warning = result == null ? "" : PriceKinds.warning(result.scenario().provenance());
        TableCsv shown = TableCsv.of(table);
        TableCsv csv = warning.isEmpty() ? shown : shown.with("Prices", warning);
        dialogs
                .save("Save table", name + ".csv", "CSV table", "*.csv")
                .ifPresent(
                        file ->
                                submit(
                                        "Save " + file.getFileName(),
                                        file,
                                        (progress, cancel) -> {
                                            csv.write(file);
                                            return file;
                                        }));
    }

    /** Saves the bundle of the run shown; refused while an invariant is breached. */
    public void saveBundle() {
        ExperimentResult result = workbench.outcomeProperty().get();
        if (result == null) {
            return;
        }
        if (!result.invariantsHold()) {
            workbench.tell(Finding.Severity.ERROR, "Bundle not written",
                    "An invariant is breached: this is a bug, and the run must not be used as a result.");
            return;
        }
        Map<String, String> inputFiles = workbench.inputFiles(result);
        dialogs
                .save("Write bundle into a new folder", bundleName(result), "Bundle folder", "*")
                .ifPresent(
                        folder ->
                                submit(
                                        "Write bundle " + folder.getFileName(),
                                        folder,
                                        (progress, cancel) -> {
                                            workbench.laboratory().writeBundle(result, inputFiles, folder, progress, cancel);
                                            return folder;
                                        }));
    }

    /** Asks which figure or table, and writes or copies it; refused while an invariant is breached. */
    public void exportFigure(Window owner) {
        if (workbench.outcomeProperty().get() != null) {
            export(owner, null, "");
        }
    }

    private void export(Window owner, @Nullable ExportItem shown, String figure) {
        ExperimentResult result = workbench.outcomeProperty().get();
        if (result != null && !result.invariantsHold()) {
            workbench.tell(Finding.Severity.ERROR, "Not exported",
                    "An invariant is breached: this is a bug, and the run must not be used as a result.");
            return;
        }
        ExportViewModel model = new ExportViewModel(result, shapley.get(), shown);
        model.chooseFigure(figure);
        new ExportDialog(model, this::save, this::copy).show(owner);
    }

    private void save(ExportJob job) {
        dialogs
                .save("Export " + job.item().name(), job.fileName(), "Exported file", "*." + job.ending())
                .ifPresent(file -> submit("Export " + file.getFileName(), file, (progress, cancel) -> {
                    Files.write(file, job.bytes());
                    return file;
                }));
    }

    private void copy(ExportJob job) {
        String name = job.item().name();
        Work<ClipboardContent> work = (progress, cancel) -> {
            ClipboardContent content = new ClipboardContent();
            if (job.item().isFigure()) {
                content.putImage(SwingFXUtils.toFXImage(job.raster(), null));
            } else {
                content.putString(job.text());
            }
            return content;
        };
        workbench.tasks().submit(new BackgroundTask<>(
                "Copy " + name, work,
                content -> {
                    Clipboard.getSystemClipboard().setContent(content);
                    workbench.tell(Finding.Severity.INFO, "Copied", name + " is on the clipboard.");
                },
                e -> workbench.tell(Finding.Severity.ERROR, "Not copied", Workbench.reason(e))));
    }

    private static String bundleName(ExperimentResult result) {
        return result.record().mechanism() + "-" + result.scenario().inputs().horizon().firstDay()
                + "-" + result.scenario().inputs().horizon().days() + "d";
    }

    private void submit(String title, Path target, Work<Path> work) {
        Work<Path> explained =
                (progress, cancel) -> {
                    try {
                        return work.run(progress, cancel);
                    } catch (IOException e) {
                        throw new IOException(
                                target.getFileName() + " cannot be written: " + Workbench.reason(e)
                                        + ". Maybe the folder is read-only or full.",
                                e);
                    }
                };
        workbench
                .tasks()
                .submit(
                        new BackgroundTask<>(
                                title,
                                explained,
                                file -> workbench.tell(Finding.Severity.INFO, "Saved", String.valueOf(file.getFileName())),
                                e -> workbench.tell(Finding.Severity.ERROR, "Not saved", Workbench.reason(e))));
    }
}
