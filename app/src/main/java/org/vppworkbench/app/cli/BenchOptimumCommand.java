package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.bench.OptimumBench;
import org.vppworkbench.app.bench.OptimumCase;
import org.vppworkbench.app.bench.OptimumRow;
import org.vppworkbench.app.io.NewFile;
import org.vppworkbench.app.io.OptimumBenchCsv;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.optimizer.solver.LpSolver;
import org.vppworkbench.optimizer.solver.LpSolvers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vpp bench optimum}. */
@Command(
        name = "optimum",
        mixinStandardHelpOptions = true,
        description = {
            "Solvers side by side on the linear programs of the optimum AWARE: the same programs, the same process,",
            "the same certificate. Fleets are generated from seed 1 (preset LABORATORY) over the real prices of the",
            "sample week; all homes that sell are one coupled program."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:measured", "1:refused; the message says why", "2:the command line is wrong", "130:stopped by the user"})
final class BenchOptimumCommand implements Callable<Integer> {
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--cases", paramLabel = "HOMESxINTERVALS", split = ",",
            description = "sizes; whole days of 96 intervals, up to 672"
                    + " (default: 1x96,1x672,20x96,20x672,200x96,1000x96,200x672,1000x672)")
    private List<String> cases = new ArrayList<>();

    @Option(names = "--solvers", paramLabel = "NAME", split = ",", description = "solvers (default: all of this build)")
    private List<String> solvers = new ArrayList<>();

    @Option(names = "--time-limit", paramLabel = "SECONDS", defaultValue = "180",
            description = "for one solve; what is not done then counts as it is (default: ${DEFAULT-VALUE})")
    private int limitSeconds;

    @Option(names = "--gap", paramLabel = "SHARE", defaultValue = "1e-3",
            description = "gap at which a solver may stop, as a share of the money at stake (default: ${DEFAULT-VALUE})")
    private double gap;

    @Option(names = "--repeats", paramLabel = "N", defaultValue = "3",
            description = "measured runs, fewer where they exceed the time limit together (default: ${DEFAULT-VALUE})")
    private int repeats;

    @Option(names = "--threads", paramLabel = "N",
            description = "worker threads of our own parts (default: as many as processors)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--out", paramLabel = "FILE", description = "write the table as CSV, a file that does not exist")
    private @Nullable Path out;

    BenchOptimumCommand(CancelToken cancel) {
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        Arguments.checkGap(spec, gap);
        Arguments.checkRange(spec, "--repeats", repeats, 1, 10_000);
        Arguments.checkRange(spec, "--threads", threads, 1, 256);
        Arguments.checkRange(spec, "--time-limit", limitSeconds, 1, 86_400);
        List<OptimumCase> sizes = cases.isEmpty() ? OptimumCase.STANDARD : cases.stream().map(this::size).toList();
        List<LpSolver> chosen = solvers.isEmpty()
                ? LpSolvers.all()
                : solvers.stream().map(name -> SolverChoice.named("--solvers", name)).toList();
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        console.line(BenchCoreCommand.machine("OPTIMUM", repeats, threads));
        console.line(String.format(Locale.ROOT,
                "mode AWARE, stops at a gap of %.0e of the money at stake, time limit %d s per solve; %s", gap, limitSeconds,
                chosen.stream().map(LpSolver::name).collect(Collectors.joining(", "))));
        console.line(String.format(Locale.ROOT, "%-9s %10s %-22s %-10s %4s %9s %9s %6s %9s %9s %8s %8s %8s",
                "case", "columns", "solver", "verdict", "runs", "wall s", "cpu s", "iter", "gap", "gap $", "cert. %", "heap MB", "res. MB"));
        List<OptimumRow> rows = new ArrayList<>();
        OptimumBench.Settings settings =
                new OptimumBench.Settings(repeats, threads, gap, Duration.ofSeconds(limitSeconds));
        new OptimumBench(chosen, settings, cancel).run(sizes, row -> {
            rows.add(row);
            console.line(line(row));
        });
        Path file = out;
        if (file != null) {
            NewFile.writeAll(List.of(new NewFile(file, OptimumBenchCsv.text(rows))), cancel);
            console.line("");
            console.line("wrote    " + file);
        }
        return ExitCode.OK;
    }

    private OptimumCase size(String text) {
        return OptimumCase.parse(text).orElseThrow(() -> new ParameterException(spec.commandLine(), "--cases " + text
                + " is not a size; allowed: HOMESxINTERVALS such as 20x96: 1 to 10000 homes, 96, 192, ... or 672 intervals"));
    }

    private static String line(OptimumRow row) {
        String head = String.format(Locale.ROOT, "%-9s %10d %-22s %-10s",
                row.size().label(), row.program().columns(), row.solver(), row.verdict());
        if (row.runs() == 0) {
            return head;
        }
        return head + String.format(Locale.ROOT, " %4d %9.3f %9.3f %6s %9.1e %9.1e %8.2f %8.0f %8.0f",
                row.runs(), row.wallSeconds(), row.cpuSeconds(), row.iterations() == 0 ? "-" : row.iterations(), row.relativeGap(), row.gapUsd(),
                100 * row.certificateShare(), row.heapMegabytes(), row.residentMegabytes());
    }
}
