package org.vppworkbench.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vppworkbench.app.bench.CoreBench;
import org.vppworkbench.model.simulation.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vpp bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the speed of the program on this machine: medians of repeated runs.")
final class BenchCommand implements Callable<Integer> {
    /** What can be measured. */
    enum Part {
        /** Homes, plans, what-ifs, the rule mechanism, rewind. */
        CORE
    }

    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "PART", description = "what to measure: ${COMPLETION-CANDIDATES}")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Part part;

    @Option(names = "--homes", paramLabel = "N", split = ",", defaultValue = "20,200,1000",
            description = "sizes of the fleets (default: ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<Integer> homes;

    @Option(names = "--repeats", paramLabel = "N", defaultValue = "5",
            description = "measured repetitions of each figure (default: ${DEFAULT-VALUE})")
    private int repeats;

    @Option(names = "--threads", paramLabel = "N", defaultValue = "1",
            description = "worker threads (default: ${DEFAULT-VALUE})")
    private int threads;

    BenchCommand(CancelToken cancel) {
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        homes.forEach(n -> Arguments.checkRange(spec, "--homes", n, 1, 10_000));
        Arguments.checkRange(spec, "--repeats", repeats, 1, 10_000);
        Arguments.checkRange(spec, "--threads", threads, 1, 256);
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        console.line(String.format(Locale.ROOT, "%s: medians of %d, %s, %d processors, %s %s", part, repeats,
                Plural.of(threads, "thread"), Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"), Runtime.version()));
        console.line(String.format(Locale.ROOT, "%-56s %12s %12s %12s", "", "median", "least", "most"));
        new CoreBench(homes, repeats, threads, cancel).run(row -> console.line(String.format(
                Locale.ROOT, "%-56s %12.4g %12.4g %12.4g %s", row.what(), row.median(), row.least(), row.most(), row.unit())));
        return ExitCode.OK;
    }
}
