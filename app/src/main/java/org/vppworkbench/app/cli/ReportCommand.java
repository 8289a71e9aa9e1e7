package org.vppworkbench.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.BundledRun;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.figure.catalogue.FigureSource;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleReader;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.app.report.HtmlReport;
import org.vppworkbench.app.report.PdfReport;
import org.vppworkbench.app.report.Report;
import org.vppworkbench.app.report.RunReport;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.simulation.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vpp report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "The report of a run in one file, HTML or PDF: scenario, data with licences, method, certificate, figures, tables,",
            "limits and what every metric means. Nothing is loaded from elsewhere; the same bundle gives the same bytes."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:written",
            "1:refused; the message says why, and nothing was written",
            "2:the command line is wrong",
            "130:stopped by the user; nothing was written"
        })
final class ReportCommand implements Callable<Integer> {
    private final Clock clock;
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--bundle", paramLabel = "DIR", required = true, description = "the bundle of the run")
    @SuppressWarnings("NullAway.Init") // required
    private Path bundle;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "a file that does not exist, .html or .pdf")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Option(names = "--shares", paramLabel = "DIR", description = "output of 'vpp shares --bundle ... --out DIR' for the same run")
    private @Nullable Path shares;

    ReportCommand(Clock clock, CancelToken cancel) {
        this.clock = clock;
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        String name = String.valueOf(out.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".html") && !name.endsWith(".pdf")) {
            throw new ParameterException(spec.commandLine(), "--out: " + out + " must end in .html or .pdf");
        }
        if (Files.exists(out)) {
            throw RefusedException.because(out.toString(), "is there already, and is not overwritten", "another name");
        }
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        Reading<Bundle> reading = BundleReader.read(bundle);
        List<Finding> findings = reading.findings();
        Bundle read = console.kept(reading);
        RunManifest manifest = read.manifest();
        if (manifest == null) {
            throw RefusedException.because(bundle.toString(), "not a complete bundle", "one with manifest.json");
        }
        ExperimentResult result = BundledRun.reopen(read, clock);
        FigureSource source = new FigureSource(result, read, ExportCommand.shapley(shares, result), null, null);
        Report report = RunReport.of(source, manifest.application(), findings, console.progress(), cancel);
        console.endProgress();
        write(name.endsWith(".pdf"), report);
        console.line("written  " + out);
        return ExitCode.OK;
    }

    private void write(boolean pdf, Report report) {
        byte[] bytes;
        try {
            bytes = pdf ? PdfReport.bytes(report) : HtmlReport.bytes(report);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        cancel.check(out + " was written");
        try {
            Files.write(out, bytes, java.nio.file.StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw RefusedException.because(out.toString(), "cannot be written: " + NewFolder.reason(e), "a folder you may write to");
        }
    }
}
