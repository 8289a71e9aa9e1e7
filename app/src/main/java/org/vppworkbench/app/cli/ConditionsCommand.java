package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ConditionComparison;
import org.vppworkbench.app.experiment.PairedDifference;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleReader;
import org.vppworkbench.app.io.ConditionsCsv;
import org.vppworkbench.app.io.NewFile;
import org.vppworkbench.model.simulation.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vpp conditions}. */
@Command(
        name = "conditions",
        mixinStandardHelpOptions = true,
        description = {
            "Runs under different conditions, compared pair by pair on the same seed and days, by intention to treat.",
            "The condition of the first bundle is what the others are compared with. A replay is no replicate: it is left out."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:compared",
            "1:refused; the message says why",
            "2:the command line is wrong",
            "130:stopped by the user"
        })
final class ConditionsCommand implements Callable<Integer> {
    private static final List<String> USUAL = List.of(
            "welfareUsd", "efficiencyAware", "homesShareOfSurplusShare", "agreements", "dealRateNeededShare", "messagesPerAgreement");

    private final Clock clock;
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", arity = "1..*", description = "bundles of two conditions or more")
    @SuppressWarnings("NullAway.Init") // required
    private List<Path> folders;

    @Option(names = "--metric", paramLabel = "KEY", split = ",",
            description = "keys of metrics.json to compare (default: welfare, eta, homes' share, contracts, deals, messages)")
    @Nullable List<String> metrics;

    @Option(names = "--csv", paramLabel = "FILE",
            description = "also write a table, one row per condition with all factors, the fallback share and the mean of every metric")
    @Nullable Path csv;

    ConditionsCommand(Clock clock, CancelToken cancel) {
        this.clock = clock;
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        List<Bundle> bundles = folders.stream().map(folder -> console.kept(BundleReader.read(folder, cancel))).toList();
        List<String> keys = metrics == null ? USUAL : metrics;
        ConditionComparison comparison = ConditionComparison.of(bundles, keys, clock, cancel);
        for (ConditionComparison.Row row : comparison.conditions()) {
            console.line("  " + row.name() + "  " + row.words());
            console.line(String.format(Locale.ROOT, "     %s in %s, decisions of agents that rules or nobody took: %s%s",
                    Plural.of(row.runs(), "run"), Plural.of(row.units(), "unit"), share(row.fallbackShare()),
                    row.marked() ? "  MARK: over 5 %, says little about its agents" : ""));
        }
        console.line("");
        for (ConditionComparison.Difference difference : comparison.differences()) {
            console.line(String.format(Locale.ROOT, "  %s - %s  %-44s %s", difference.condition(),
                    comparison.conditions().getFirst().name(), difference.title(), words(difference.value())));
        }
        console.line("");
        comparison.notes().forEach(note -> console.line("  NOTE " + note));
        console.line("  NOTE 95 % intervals by Student's t, not adjusted for the number of comparisons; one week is one cluster");
        Path table = csv;
        if (table != null) {
            List<ConditionsCsv.Row> rows = comparison.conditions().stream()
                    .map(row -> new ConditionsCsv.Row(
                            row.name(), row.runs(), row.units(), row.fallbackShare(), row.marked(), row.factors(), row.metrics()))
                    .toList();
            NewFile.writeAll(List.of(new NewFile(table, ConditionsCsv.write(rows))), cancel);
            console.line("written  " + table);
        }
        return ExitCode.OK;
    }

    private static String share(@Nullable Double share) {
        return share == null ? "none was an agent's to make" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String words(PairedDifference value) {
        if (value.pairs() == 0) {
            return "n/a: no pair in which both have a value";
        }
        Double half = value.halfWidth();
        String interval = half == null ? "no interval from one pair" : String.format(Locale.ROOT, "+- %.4f", half);
        return String.format(Locale.ROOT, "%+.4f %s (n = %d)", value.mean(), interval, value.pairs());
    }
}
