package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.bench.BenchRow;
import org.vppworkbench.app.bench.NegotiationBench;
import org.vppworkbench.app.io.BenchCsv;
import org.vppworkbench.app.io.NewFile;
import org.vppworkbench.model.simulation.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vpp bench negotiation}. */
@Command(
        name = "negotiation",
        mixinStandardHelpOptions = true,
        description = {
            "Rounds, gate, calls of language models and their tapes, tokens per agreement.",
            "No model is asked: a stand-in on this machine answers by rules, over real HTTP. So the figures tell of the",
            "program, not of a model. A token is taken for four characters."
        })
final class BenchNegotiationCommand implements Callable<Integer> {
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--homes", paramLabel = "N", defaultValue = "1000",
            description = "homes of the rule round (default: ${DEFAULT-VALUE})")
    private int homes;

    @Option(names = "--calls", paramLabel = "N", defaultValue = "1000",
            description = "proposals in a burst (default: ${DEFAULT-VALUE})")
    private int calls;

    @Option(names = "--days", paramLabel = "N", defaultValue = "1",
            description = "days of the sample from 16 August over which agreements are counted (default: ${DEFAULT-VALUE})")
    private int days;

    @Option(names = "--repeats", paramLabel = "N", defaultValue = "5",
            description = "measured repetitions of each burst (default: ${DEFAULT-VALUE})")
    private int repeats;

    @Option(names = "--out", paramLabel = "FILE", description = "write the table as CSV, a file that does not exist")
    private @Nullable Path out;

    BenchNegotiationCommand(CancelToken cancel) {
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        Arguments.checkRange(spec, "--homes", homes, 1, 10_000);
        Arguments.checkRange(spec, "--calls", calls, 1, 10_000);
        Arguments.checkRange(spec, "--days", days, 1, 6);
        Arguments.checkRange(spec, "--repeats", repeats, 1, 10_000);
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        console.line(BenchCoreCommand.machine("NEGOTIATION", repeats, 1));
        console.line(String.format(Locale.ROOT, "%-64s %12s %12s %12s", "", "median", "least", "most"));
        List<BenchRow> rows = new ArrayList<>();
        new NegotiationBench(new NegotiationBench.Settings(homes, calls, repeats, days), cancel).run(row -> {
            rows.add(row);
            console.line(String.format(Locale.ROOT, "%-64s %12.4g %12.4g %12.4g %s",
                    row.what(), row.median(), row.least(), row.most(), row.unit()));
        });
        Path file = out;
        if (file != null) {
            NewFile.writeAll(List.of(new NewFile(file, BenchCsv.text(rows))), cancel);
            console.line("");
            console.line("wrote    " + file);
        }
        return ExitCode.OK;
    }
}
