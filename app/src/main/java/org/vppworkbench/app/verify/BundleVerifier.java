package org.vppworkbench.app.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.app.experiment.RepeatedRun;
import org.vppworkbench.app.experiment.RunBundle;
import org.vppworkbench.app.figure.FigureExporter;
import org.vppworkbench.app.figure.RunFigures;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleComparison;
import org.vppworkbench.app.io.BundleWriter;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.app.io.WrittenBy;
import org.vppworkbench.app.verify.Verification.Outcome;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;

/** Makes the run of a bundle again by the way its kind allows, and compares what comes out with the bundle file by file. */
public final class BundleVerifier {
    private final Clock clock;

    public BundleVerifier(Clock clock) {
        this.clock = clock;
    }

    /**
     * Verifies a bundle. Nothing is written but a folder for the time of the work, and nothing is sent.
     *
     * @param solveOptimum whether the optima of the bundle are solved again too; an optimum that is the run itself always is
     * @throws RefusedException where the bundle is not complete or not readable, or there is no room for the new one
     * @throws CancellationException where the user cancelled
     */
    public Verification verify(Bundle bundle, boolean solveOptimum, ProgressSink progress, CancelToken cancel) {
        RunManifest manifest = bundle.manifest();
        if (manifest == null) {
            throw RefusedException.because(bundle.folder().toString(), "not a complete bundle", "one with manifest.json");
        }
        RunKind kind = RunKind.of(manifest);
        String missing = missing(kind, bundle);
        if (!missing.isEmpty()) {
            return verification(bundle, manifest, kind, Outcome.NOT_REPEATABLE, missing, List.of());
        }
        boolean solve = solveOptimum || MechanismCatalogue.isCentral(manifest.mechanism());
        ExperimentResult again = RepeatedRun.of(bundle, solve, clock, progress, cancel);
        List<BundleComparison.Verdict> files = compared(bundle, manifest, again, solve, progress, cancel);
        boolean same = files.stream().allMatch(BundleComparison.Verdict::holds);
        Outcome outcome = !same ? Outcome.DIFFERENT : kind.isOutside() ? Outcome.NOT_REPEATABLE : Outcome.IDENTICAL;
        return verification(bundle, manifest, kind, outcome, outside(kind), files);
    }

    private static Verification verification(
            Bundle bundle, RunManifest manifest, RunKind kind, Outcome outcome, String reason,
            List<BundleComparison.Verdict> files) {
        return new Verification(
                kind, manifest.label(), manifest.configuration().scenario().branches().size(), outcome, reason,
                WrittenBy.another(bundle.folder()).orElse(""), files);
    }

    /** Which record of what was said is not there, so that nothing can be run at all. */
    private static String missing(RunKind kind, Bundle bundle) {
        return switch (kind) {
            case LANGUAGE_MODEL -> bundle.tape() == null
                    ? "a language model took part, and " + Bundle.TAPE + " is not in the bundle"
                    : "";
            case EXTERNAL -> bundle.external() == null
                    ? "a program of the user took part, and " + Bundle.EXTERNAL + " is not in the bundle"
                    : "";
            case HUMAN -> bundle.external() == null
                    ? "a person took part, and " + Bundle.EXTERNAL + " is not in the bundle"
                    : "";
            case RULE, MECHANISM -> "";
        };
    }

    private static String outside(RunKind kind) {
        return switch (kind) {
            case EXTERNAL -> "all that follows from what the program said is the same, but the program itself was not asked"
                    + " again: that takes the program";
            case HUMAN -> "all that follows from what the person decided is the same, but the person was not asked again";
            case RULE, MECHANISM, LANGUAGE_MODEL -> "";
        };
    }

    private static List<BundleComparison.Verdict> compared(
            Bundle bundle, RunManifest manifest, ExperimentResult again, boolean solved, ProgressSink progress, CancelToken cancel) {
        Set<String> takenOver = new LinkedHashSet<>(List.of(Bundle.FORECAST, Bundle.SAMPLING));
        if (!solved) {
            takenOver.add(Bundle.BASELINE);
        }
        // a bundle without pictures, as the window's replay makes it, needs none now
        boolean pictures = manifest.outputFiles().keySet().stream().anyMatch(name -> name.startsWith(Bundle.FIGURES + "/"));
        try {
            Path place = Files.createTempDirectory("vpp-verify-");
            try {
                Path now = place.resolve("run");
                BundleWriter.write(
                        now,
                        RunBundle.of(
                                again, bundle.inputFiles(),
                                pictures ? FigureExporter.pictures(RunFigures.of(again)) : List.of(), bundle.sampling()),
                        progress, cancel);
                return BundleComparison.of(manifest, bundle.folder(), now, takenOver);
            } finally {
                remove(place);
            }
        } catch (IOException e) {
            throw RefusedException.because("temporary folder", "cannot be written: " + NewFolder.reason(e), "room there");
        }
    }

    private static void remove(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
