package org.vppworkbench.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.LanguageRecord;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.app.experiment.RepeatedRun;
import org.vppworkbench.app.experiment.RunBundle;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleComparison;
import org.vppworkbench.app.io.BundleReader;
import org.vppworkbench.app.io.BundleWriter;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.app.io.WrittenBy;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vpp replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes the run of a bundle again, language models by their tape, without key and network, and says whether its",
            "events are the same bytes. Figures and the optimum are left alone; 'vpp rerun' makes them again too."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:events, messages, contracts and dispatch are the same bytes",
            "1:refused, or something differs; the message says what",
            "2:the command line is wrong",
            "130:stopped by the user; nothing was written"
        })
final class ReplayCommand implements Callable<Integer> {
    private static final Set<String> COMPARED =
            Set.of(Bundle.EVENTS, Bundle.MESSAGES, Bundle.CONTRACTS, Bundle.DISPATCH, Bundle.PROSUMERS, Bundle.METRICS, Bundle.TAPE,
                    Bundle.EXTERNAL, Bundle.HUMAN);

    private final Clock clock;
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--bundle", paramLabel = "DIR", required = true, description = "the bundle of the run")
    @SuppressWarnings("NullAway.Init") // required
    private Path bundle;

    @Option(names = "--out", paramLabel = "DIR",
            description = "keep the new bundle: a folder that is absent or empty (default: compare only)")
    private @Nullable Path out;

    ReplayCommand(Clock clock, CancelToken cancel) {
        this.clock = clock;
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        Path kept = out;
        if (kept != null) {
            SingleRun.refuseUnwritable(kept);
        }
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        Bundle before = console.kept(BundleReader.read(bundle));
        WrittenBy.another(bundle).ifPresent(words -> console.line("the bundle was " + words));
        RunManifest manifest = before.manifest();
        ProgressSink progress = console.progress();
        boolean central = manifest != null && MechanismCatalogue.isCentral(manifest.mechanism());
        ExperimentResult result = RepeatedRun.of(before, central, clock, progress, cancel);
        if (manifest == null) {
            return ExitCode.REFUSED; // of no use: a run without a manifest was refused above
        }
        if (kept != null) {
            int code = new SingleRun(console, clock, cancel)
                    .finish(result, before.inputFiles(), before.sampling(), kept, progress);
            return Math.max(code, told(manifest, result, kept, console));
        }
        return inPassing(folder -> {
            BundleWriter.write(
                    folder, RunBundle.of(result, before.inputFiles(), List.of(), before.sampling()), progress, cancel);
            console.endProgress();
            return told(manifest, result, folder, console);
        });
    }

    private int told(RunManifest manifest, ExperimentResult result, Path now, Console console) {
        LanguageRecord language = result.language();
        console.line("");
        console.line(result.record().label()
                + (language == null ? "" : ": " + Plural.of(language.report().use().calls(), "answer") + " from the tape, nothing was sent"));
        return RerunCommand.told(
                BundleComparison.of(manifest, bundle, now, Set.of(), COMPARED::contains), bundle, console);
    }

    private interface Work {
        int in(Path folder) throws IOException;
    }

    /** Works in a folder that is gone afterwards. */
    private static int inPassing(Work work) {
        try {
            Path place = Files.createTempDirectory("vpp-replay-");
            try {
                return work.in(place.resolve("run"));
            } finally {
                try (Stream<Path> all = Files.walk(place)) {
                    all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
                }
            }
        } catch (IOException e) {
            throw RefusedException.because(
                    "temporary folder", "cannot be written: " + NewFolder.reason(e), "room there, or --out DIR");
        }
    }
}
