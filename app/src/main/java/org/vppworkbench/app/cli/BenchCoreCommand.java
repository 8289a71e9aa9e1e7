package org.vppworkbench.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.vppworkbench.app.bench.CoreBench;
import org.vppworkbench.model.simulation.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vpp bench core}. */
@Command(
        name = "core",
        mixinStandardHelpOptions = true,
        description = "Homes, plans, what-ifs, the rule mechanism, rewind.")
final class BenchCoreCommand implements Callable<Integer> {
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

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

    BenchCoreCommand(CancelToken cancel) {
        this.cancel = cancel;
    }

    /** What ran where: the first line of every table of measurements. */
    static String machine(String part, int repeats, int threads) {
        return String.format(Locale.ROOT, "%s: %s, %s, %d processors, %s %s", part,
                repeats == 1 ? "one run each" : "medians of " + repeats + " runs",
                Plural.of(threads, "thread"), Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.name"), Runtime.version());
    }

    @Override
    public Integer call() {
        homes.forEach(n -> Arguments.checkRange(spec, "--homes", n, 1, 10_000));
        Arguments.checkRange(spec, "--repeats", repeats, 1, 10_000);
        Arguments.checkRange(spec, "--threads", threads, 1, 256);
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        console.line(machine("CORE", repeats, threads));
        console.line(String.format(Locale.ROOT, "%-56s %12s %12s %12s", "", "median", "least", "most"));
        new CoreBench(homes, repeats, threads, cancel).run(row -> console.line(String.format(
                Locale.ROOT, "%-56s %12.4g %12.4g %12.4g %s", row.what(), row.median(), row.least(), row.most(), row.unit())));
        return ExitCode.OK;
    }
}
