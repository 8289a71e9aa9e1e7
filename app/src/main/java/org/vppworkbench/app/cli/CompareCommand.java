package org.vppworkbench.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vppworkbench.app.experiment.AboveOptimum;
import org.vppworkbench.app.experiment.RunComparison;
import org.vppworkbench.app.figure.ComparisonFigures;
import org.vppworkbench.app.figure.FigureExporter;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleContent;
import org.vppworkbench.app.io.BundleReader;
import org.vppworkbench.app.io.ComparisonFiles;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.model.metrics.Metric;
import org.vppworkbench.model.simulation.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vpp compare}. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Runs of one scenario side by side: tables and figures of what they achieved.",
            "The inputs are compared; where they differ it says what differs and what then means nothing."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:compared",
            "1:refused; the message says why",
            "2:the command line is wrong",
            "130:stopped by the user; nothing was written"
        })
final class CompareCommand implements Callable<Integer> {
    /** Metrics of the table on the console, with their headings. */
    private static final Map<String, String> SHOWN = Map.of(
            "welfareUsd", "W $", "vppValueUsd", "W - W0 $", "efficiencyAware", "eta",
            "homesShareOfSurplusShare", "homes' share", "aggregatorProfitUsd", "profit $",
            "hardViolations", "hard broken", "regretTotalUsd", "regret $", "messages", "messages");

    private final Clock clock;
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", arity = "1..*", description = "bundles; the first is what the others are compared with")
    @SuppressWarnings("NullAway.Init") // required
    private List<Path> folders;

    @Option(names = "--out", paramLabel = "DIR", required = true,
            description = "write comparison.csv, metrics.csv and figures: a folder that is absent or empty")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    CompareCommand(Clock clock, CancelToken cancel) {
        this.clock = clock;
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        if (folders.size() < 2) {
            throw new ParameterException(
                    spec.commandLine(), "one bundle has nothing beside it: name two or more, the first is what the others are"
                            + " compared with");
        }
        NewFolder.refuseUnwritable(out);
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        List<Bundle> bundles = folders.stream().map(folder -> console.kept(BundleReader.read(folder, cancel))).toList();
        RunComparison comparison = RunComparison.of(bundles, clock, cancel);
        cancel.check("the comparison");
        print(console, comparison);
        List<BundleContent.Picture> pictures = FigureExporter.pictures(ComparisonFigures.of(comparison));
        NewFolder.make(out, cancel, part -> write(part, ComparisonFiles.texts(comparison.runs()), pictures));
        console.line("");
        console.line("wrote    " + out);
        return ExitCode.OK;
    }

    private void write(Path part, Map<String, String> texts, List<BundleContent.Picture> pictures)
            throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(part.resolve(text.getKey()), text.getValue());
        }
        for (BundleContent.Picture picture : pictures) {
            cancel.check(picture.name() + " was drawn");
            try (OutputStream file = Files.newOutputStream(part.resolve(picture.name()))) {
                picture.write(file);
            }
        }
    }

    private static void print(Console console, RunComparison comparison) {
        List<String> keys = ComparisonFiles.KEYS.stream().filter(SHOWN::containsKey).toList();
        StringBuilder head = new StringBuilder(String.format(Locale.ROOT, "  %-24s", "run"));
        keys.forEach(key -> head.append(String.format(Locale.ROOT, " %12s", SHOWN.get(key))));
        console.line(head.toString());
        for (ComparisonFiles.Run run : comparison.runs()) {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-24s", run.name()));
            keys.forEach(key -> line.append(String.format(Locale.ROOT, " %12s", cell(run.metrics(), key))));
            console.line(line.toString());
        }
        console.line("");
        comparison.warnings().forEach(warning -> console.line("  NOTE " + warning));
        for (ComparisonFiles.Run run : comparison.runs()) {
            AboveOptimum.why(run.metrics()).ifPresent(why -> console.line("  NOTE " + run.name() + ", eta " + why));
            for (Metric metric : run.metrics()) {
                if (keys.contains(metric.key()) && metric.value() == null) {
                    console.line("  n/a  " + run.name() + ", " + metric.title() + ": " + metric.reason());
                }
            }
        }
    }

    private static String cell(List<Metric> metrics, String key) {
        Metric metric = metrics.stream().filter(m -> m.key().equals(key)).findFirst().orElse(null);
        Double value = metric == null ? null : metric.value();
        if (metric == null || value == null) {
            return "n/a";
        }
        return metric.unit().isEmpty()
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, metric.unit().equals("share") ? "%.3f" : "%.2f", value);
    }
}
