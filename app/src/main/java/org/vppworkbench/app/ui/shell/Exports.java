package org.vppworkbench.app.ui.shell;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Window;
import org.jfree.chart.JFreeChart;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.figure.FigureExporter;
import org.vppworkbench.app.io.PriceKinds;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.Work;
import org.vppworkbench.app.ui.control.ChartPane;
import org.vppworkbench.app.ui.control.TableCsv;
import org.vppworkbench.app.ui.export.ExportDialog;
import org.vppworkbench.app.ui.export.ExportJob;
import org.vppworkbench.app.ui.export.ExportViewModel;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.model.scenario.Finding;

/** Writes what is on screen to files, off the JavaFX thread. */
public final class Exports {
    /** Units of the figures. */
    private static final double UNITS_PER_INCH = 100;

    private final Workbench workbench;
    private final FileDialogs dialogs;

    public Exports(Workbench workbench, FileDialogs dialogs) {
        this.workbench = workbench;
        this.dialogs = dialogs;
    }

    /** Saves a figure as PNG with 300 dots per inch, as wide as two columns of a journal page. */
    public void savePng(ChartPane pane) {
        JFreeChart chart = pane.chart();
        if (chart == null) {
            return;
        }
        dialogs
                .save("Save figure", pane.figure() + ".png", "PNG picture, 300 dpi", "*.png")
                .ifPresent(file -> savePng(chart, pane, file));
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
        ExperimentResult result = workbench.outcomeProperty().get();
        if (result == null) {
            return;
        }
        if (!result.invariantsHold()) {
            workbench.tell(Finding.Severity.ERROR, "Not exported",
                    "An invariant is breached: this is a bug, and the run must not be used as a result.");
            return;
        }
        new ExportDialog(new ExportViewModel(result), this::save, this::copy).show(owner);
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

    /** Drawn at once, because the window draws the same chart; encoded and written in the background. */
    private void savePng(JFreeChart chart, ChartPane pane, Path file) {
        double shape = Math.clamp(pane.getHeight() / Math.max(1, pane.getWidth()), 0.3, 1.3);
        BufferedImage picture = draw(chart, Figure.TWO_COLUMNS, Figure.TWO_COLUMNS * shape);
        submit(
                "Save " + file.getFileName(),
                file,
                (progress, cancel) -> {
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                        FigureExporter.writePng(picture, out);
                    }
                    return file;
                });
    }

    private static BufferedImage draw(JFreeChart chart, double widthInches, double heightInches) {
        double scale = FigureExporter.DPI / UNITS_PER_INCH;
        BufferedImage picture =
                new BufferedImage(
                        (int) Math.round(widthInches * FigureExporter.DPI),
                        (int) Math.round(heightInches * FigureExporter.DPI),
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.scale(scale, scale);
        chart.draw(
                graphics,
                new Rectangle2D.Double(0, 0, widthInches * UNITS_PER_INCH, heightInches * UNITS_PER_INCH));
        graphics.dispose();
        return picture;
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
