package org.vppworkbench.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.bench.WindowBench;
import org.vppworkbench.app.bench.WindowRow;
import org.vppworkbench.app.io.NewFile;
import org.vppworkbench.app.io.WindowBenchCsv;
import org.vppworkbench.model.simulation.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vpp bench window}. */
@Command(
        name = "window",
        mixinStandardHelpOptions = true,
        description = {
            "The window without a display: start, frames while a run streams in, rewind, sort, what stays in memory.",
            "Exit code 0 also where an aim is missed: the table says which."
        })
final class BenchWindowCommand implements Callable<Integer> {
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--homes", paramLabel = "N", defaultValue = "1000",
            description = "homes of the large day (default: ${DEFAULT-VALUE})")
    private int homes;

    @Option(names = "--sorted-homes", paramLabel = "N", defaultValue = "10000",
            description = "homes of the table that is sorted (default: ${DEFAULT-VALUE})")
    private int sortedHomes;

    @Option(names = "--times", paramLabel = "N", defaultValue = "50",
            description = "how often each view is opened and closed (default: ${DEFAULT-VALUE})")
    private int times;

    @Option(names = "--out", paramLabel = "FILE", description = "write the table as CSV, a file that does not exist")
    private @Nullable Path out;

    BenchWindowCommand(CancelToken cancel) {
        this.cancel = cancel;
    }

    @Override
    public Integer call() throws IOException {
        Arguments.checkRange(spec, "--homes", homes, 1, 10_000);
        Arguments.checkRange(spec, "--sorted-homes", sortedHomes, 1, 10_000);
        Arguments.checkRange(spec, "--times", times, 1, 1_000);
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        console.line(BenchCoreCommand.machine("WINDOW, drawn by software without a display", 1, 1));
        console.line(String.format(Locale.ROOT, "%-74s %10s %-8s %8s", "", "value", "unit", "aim"));
        List<WindowRow> rows = new ArrayList<>();
        Path home = Files.createTempDirectory("vpp-bench-window-");
        new WindowBench(home, homes, sortedHomes, times, cancel).run(row -> {
            rows.add(row);
            console.line(String.format(Locale.ROOT, "%-74s %10.4g %-8s %8s %s", row.what(), row.value(), row.unit(),
                    row.aim().isPresent() ? String.format(Locale.ROOT, "%.4g", row.aim().getAsDouble()) : "",
                    row.holds() ? "" : "MISSED"));
        });
        Path file = out;
        if (file != null) {
            NewFile.writeAll(List.of(new NewFile(file, WindowBenchCsv.text(rows))), cancel);
            console.line("");
            console.line("wrote    " + file);
        }
        return ExitCode.OK;
    }
}
