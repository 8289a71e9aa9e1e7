package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.figure.Figure;
import org.vppworkbench.app.figure.FigureExporter;
import org.vppworkbench.app.figure.QualityFigure;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.app.io.QualityCsv;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.sample.SampleLibrary;
import org.vppworkbench.sample.folder.SeriesFolderReader;
import org.vppworkbench.sample.quality.DataQuality;
import org.vppworkbench.sample.quality.QualityReport;
import org.vppworkbench.sample.quality.QualityResult;
import org.vppworkbench.sample.quality.QualityRow;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vpp data}. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Reports the quality of data: completeness, gaps, range, clock changes, plausibility.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the data were read; the table says what to look at",
            "1:refused; the message says why",
            "2:the command line is wrong",
            "130:stopped by the user; nothing was written"
        })
final class DataCommand implements Callable<Integer> {
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    @Option(names = "--out", paramLabel = "DIR",
            description = "also write quality.csv and the figure; a folder that is absent or empty")
    private @Nullable Path out;

    /** What to look at. */
    static final class Subject {
        @Option(names = "--sample", paramLabel = "ID",
                description = "a sample, 'vpp samples' lists them; or synthetic:SEED:FIRST-DAY:DAYS")
        private @Nullable String sample;

        @Option(names = "--folder", paramLabel = "DIR", description = "a folder of imported series")
        private @Nullable Path folder;
    }

    DataCommand(CancelToken cancel) {
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        Path target = out;
        if (target != null) {
            NewFolder.refuseUnwritable(target);
        }
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        QualityReport report = report(console);
        cancel.check("the report was printed");
        print(report, console);
        if (target != null) {
            String note = kinds(report) + " series \u00b7 " + summary(report);
            var figures = report.data().series().isEmpty() ? List.<Figure>of()
                    : List.of(QualityFigure.of(report, note));
            QualityCsv.write(report.rows(), FigureExporter.pictures(figures), target, cancel);
            console.line("wrote    " + target);
        }
        return ExitCode.OK;
    }

    private QualityReport report(Console console) {
        Path folder = subject.folder;
        return folder == null
                ? DataQuality.assess(console.kept(SampleLibrary.load(String.valueOf(subject.sample))))
                : DataQuality.assess(console.kept(SeriesFolderReader.read(folder)));
    }

    private static void print(QualityReport report, Console console) {
        console.line(report.data().id() + "  " + report.data().title());
        console.line("");
        List<String[]> cells = new ArrayList<>();
        for (QualityRow row : report.rows()) {
            cells.add(new String[] {row.result().name(), row.check(), row.series(), row.detail()});
        }
        int check = width(cells, 1);
        int series = width(cells, 2);
        for (String[] row : cells) {
            console.line(String.format(
                    Locale.ROOT, "%-7s  %-" + check + "s  %-" + series + "s  %s", row[0], row[1], row[2], row[3]));
        }
        console.line("");
        console.line(summary(report));
    }

    private static String summary(QualityReport report) {
        return report.count(QualityResult.GOOD) + " good, "
                + Plural.of(report.count(QualityResult.NOTE), "note") + ", "
                + Plural.of(report.count(QualityResult.WARNING), "warning");
    }

    private static String kinds(QualityReport report) {
        return String.join(", ", report.data().series().stream().map(s -> s.kind().name()).distinct().sorted().toList());
    }

    private static int width(List<String[]> cells, int column) {
        return Math.max(1, cells.stream().mapToInt(row -> row[column].length()).max().orElse(1));
    }
}
