package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.RepeatedRun;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleComparison;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.app.io.WrittenBy;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vpp rerun}. */
@Command(
        name = "rerun",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes the run of a bundle again, from the bundle alone, and compares the new bundle with it file by file.",
            "Wall times aside, the two are to be the same bytes."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the new bundle is written, and every file is the same",
            "1:refused, a file differs, or an invariant or the certificate of the optimum does not hold",
            "2:the command line is wrong",
            "130:stopped by the user; nothing was written"
        })
final class RerunCommand implements Callable<Integer> {
    private static final int MOST_THREADS = 256;

    private final Clock clock;
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private final BundlePair bundles = new BundlePair();

    @Option(names = "--threads", paramLabel = "N",
            description = "worker threads, 1 to 256 (default: one per processor); they change no result")
    private @Nullable Integer threads;

    @Option(names = "--no-optimum", description = {
        "do not solve the central optimum again: take it over from the bundle. Otherwise it is solved where the bundle",
        "has one, to the same gap"
    })
    private boolean noOptimum;

    RerunCommand(Clock clock, CancelToken cancel) {
        this.clock = clock;
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        Integer workers = threads;
        if (workers != null) {
            Arguments.checkRange(spec, "--threads", workers, 1, MOST_THREADS);
        }
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        Bundle before = bundles.read(console);
        WrittenBy.another(bundles.bundle).ifPresent(words -> console.line("the bundle was " + words));
        ProgressSink progress = console.progress();
        Supplier<ExperimentResult> run = () -> RepeatedRun.of(before, !noOptimum, clock, progress, cancel);
        ExperimentResult result = workers == null ? run.get() : on(workers, run);
        int code = new SingleRun(console, clock, cancel)
                .finish(result, before.inputFiles(), before.sampling(), bundles.out, progress);
        RunManifest manifest = before.manifest();
        return manifest == null ? ExitCode.REFUSED : Math.max(code, compare(manifest, console));
    }

    /** Runs on so many threads; whatever is thrown is thrown here as it is. */
    private static <T> T on(int threads, Supplier<T> work) {
        AtomicReference<@Nullable T> value = new AtomicReference<>();
        AtomicReference<@Nullable RuntimeException> thrown = new AtomicReference<>();
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            pool.submit(() -> {
                try {
                    value.set(work.get());
                } catch (RuntimeException e) {
                    thrown.set(e);
                }
            }).join();
        }
        RuntimeException failure = thrown.get();
        T made = value.get();
        if (failure != null) {
            throw failure;
        }
        if (made == null) {
            throw new IllegalStateException("neither a value nor an exception");
        }
        return made;
    }

    private int compare(RunManifest manifest, Console console) {
        Set<String> takenOver = new LinkedHashSet<>(List.of(Bundle.FORECAST, Bundle.SAMPLING));
        if (noOptimum) {
            takenOver.add(Bundle.BASELINE);
        }
        return told(BundleComparison.of(manifest, bundles.bundle, bundles.out, takenOver), bundles.bundle, console);
    }

    /** Prints what became of every file, and returns the exit code. */
    static int told(List<BundleComparison.Verdict> verdicts, Path bundle, Console console) {
        console.line("");
        for (BundleComparison.Verdict verdict : verdicts) {
            console.line(String.format(Locale.ROOT, "%-7s  %-31s %s", verdict.holds() ? "same" : "DIFFERS", verdict.file(),
                    verdict.words()));
        }
        long different = verdicts.stream().filter(verdict -> !verdict.holds()).count();
        console.line("");
        if (different == 0) {
            console.line(String.format(Locale.ROOT, "the same run: %s compared with %s", Plural.of(verdicts.size(), "file"), bundle));
            return ExitCode.OK;
        }
        String writer = WrittenBy.another(bundle).map(words -> "; the bundle was " + words).orElse("");
        console.error("not the same run: " + Plural.of(different, "file") + " of " + verdicts.size() + " differ" + writer);
        return ExitCode.REFUSED;
    }
}
