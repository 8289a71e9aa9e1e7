package org.vppworkbench.app.ui.shell;

import javafx.scene.control.Tooltip;
import org.vppworkbench.app.ui.control.DialogButtons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.control.Alert;
import javafx.scene.control.TextArea;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.figure.catalogue.FigureSource;
import org.vppworkbench.app.io.ApplicationInfo;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleReader;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.app.report.HtmlReport;
import org.vppworkbench.app.report.PdfReport;
import org.vppworkbench.app.report.Report;
import org.vppworkbench.app.report.RunReport;
import org.vppworkbench.app.task.BackgroundTask;
import org.vppworkbench.app.task.Work;
import org.vppworkbench.app.ui.control.Em;
import org.vppworkbench.app.ui.session.LiveRun;
import org.vppworkbench.app.ui.session.OpenedBundle;
import org.vppworkbench.app.ui.session.Workbench;
import org.vppworkbench.app.verify.BundleVerifier;
import org.vppworkbench.app.verify.Verification;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/** The report of the run shown, and whether the run can be made again; both in the background. */
public final class RunFiles {
    private final Workbench workbench;
    private final FileDialogs dialogs;
    private final Supplier<@Nullable Map<String, Double>> shapley;

    /**
     * @param shapley share of every home in the optimum of the run shown, or {@code null} where it is not worked out
     */
    public RunFiles(Workbench workbench, FileDialogs dialogs, Supplier<@Nullable Map<String, Double>> shapley) {
        this.workbench = workbench;
        this.dialogs = dialogs;
        this.shapley = shapley;
    }

    /** Writes the report into a file that the user names; its ending says whether it is HTML or PDF. */
    public void writeReport() {
        ExperimentResult result = workbench.outcomeProperty().get();
        if (result == null) {
            return;
        }
        Map<String, Double> shares = shapley.get();
        OpenedBundle opened = opened();
        RunManifest.Application application = opened == null ? self() : opened.manifest().application();
        dialogs.save("Write report", "report.html", "Report, .html or .pdf", "*.html").ifPresent(file -> {
            boolean pdf = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".pdf");
            Work<Path> work = (progress, cancel) -> {
                Report report = RunReport.of(
                        new FigureSource(result, null, shares, null, null), application, null, progress, cancel);
                Files.write(file, pdf ? PdfReport.bytes(report) : HtmlReport.bytes(report));
                return file;
            };
            workbench.tasks().submit(new BackgroundTask<>(
                    "Write " + file.getFileName(), work,
                    written -> workbench.tell(Finding.Severity.INFO, "Report written", String.valueOf(written.getFileName())),
                    e -> workbench.tell(Finding.Severity.ERROR, "No report", Workbench.reason(e))));
        });
    }

    /** Where the run shown was read from, or {@code null} where it was made here. */
    private @Nullable OpenedBundle opened() {
        LiveRun live = workbench.runProperty().get();
        return live == null ? null : live.opened();
    }

    private static RunManifest.Application self() {
        ApplicationInfo info = ApplicationInfo.current();
        return new RunManifest.Application(ApplicationInfo.NAME, info.version(), info.commit());
    }

    /** Makes the run shown again from its bundle, and shows file by file whether it is the same. */
    public void verify(Window owner) {
        ExperimentResult result = workbench.outcomeProperty().get();
        if (result == null) {
            return;
        }
        Map<String, String> inputFiles = workbench.inputFiles(result);
        OpenedBundle opened = opened();
        workbench.tasks().submit(new BackgroundTask<>(
                "Verify the run",
                (progress, cancel) -> opened == null
                        ? verification(result, inputFiles, progress, cancel)
                        : verification(opened.folder(), progress, cancel),
                verification -> show(verification, owner),
                e -> workbench.tell(Finding.Severity.ERROR, "Not verified", Workbench.reason(e))));
    }

    private Verification verification(
            ExperimentResult result, Map<String, String> inputFiles, ProgressSink progress, CancelToken cancel) throws IOException {
        Path place = Files.createTempDirectory("vpp-verify-");
        try {
            Path folder = place.resolve("run");
            workbench.laboratory().writeBundle(result, inputFiles, folder, progress, cancel);
            return verification(folder, progress, cancel);
        } finally {
            try (Stream<Path> all = Files.walk(place)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            }
        }
    }

    /** The optimum is taken over: solving it again is for who has the time, on the command line. */
    private static Verification verification(Path folder, ProgressSink progress, CancelToken cancel) {
        Bundle bundle = RefusedException.unlessUsable(BundleReader.read(folder));
        return new BundleVerifier(Clock.systemUTC()).verify(bundle, false, progress, cancel);
    }

    private static void show(Verification verification, Window owner) {
        Alert.AlertType type = switch (verification.outcome()) {
            case IDENTICAL -> Alert.AlertType.INFORMATION;
            case DIFFERENT -> Alert.AlertType.ERROR;
            case NOT_REPEATABLE -> Alert.AlertType.WARNING;
        };
        Alert alert = new Alert(type);
        alert.initOwner(owner);
        alert.setTitle("Verify the run");
        alert.setHeaderText(verification.verdict());
        TextArea files = new TextArea(String.join("\n", lines(verification)));
        files.setId("verified-files");
        files.setTooltip(new Tooltip("The files compared and what differs; to be copied"));
        files.setEditable(false);
        files.setAccessibleText("File by file");
        files.setStyle("-fx-font-family: monospace;");
        files.setPrefSize(Em.of(52), Em.of(22));
        alert.getDialogPane().setId("verify-dialog");
        alert.getDialogPane().setContent(files);
        alert.setResizable(true);
        DialogButtons.identify(alert.getDialogPane(), "verify");
        alert.show();
    }

    private static List<String> lines(Verification verification) {
        return Stream.concat(Stream.of(verification.what()), verification.files().stream().map(Verification::line)).toList();
    }
}
