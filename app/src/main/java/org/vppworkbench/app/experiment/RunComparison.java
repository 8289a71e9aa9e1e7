package org.vppworkbench.app.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.ComparisonFiles;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.Sha256;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.simulation.CancelToken;

/**
 * Runs of one scenario side by side; the first is what the others are compared with.
 *
 * @param runs their metrics, in the order given
 * @param results the runs, in the same order
 * @param warnings what makes which comparison meaningless; empty where all have the same inputs
 */
public record RunComparison(List<ComparisonFiles.Run> runs, List<ExperimentResult> results, List<String> warnings) {
    public RunComparison {
        runs = List.copyOf(runs);
        results = List.copyOf(results);
        warnings = List.copyOf(warnings);
    }

    /**
     * Evaluates every bundle anew and compares its inputs with those of the first.
     *
     * @param cancel asked before each bundle is evaluated
     * @throws RefusedException for a bundle that does not hold its run
     * @throws CancellationException where the user cancelled
     */
    public static RunComparison of(List<Bundle> bundles, Clock clock, CancelToken cancel) {
        List<ComparisonFiles.Run> runs = new ArrayList<>();
        List<ExperimentResult> results = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        Set<String> names = new HashSet<>();
        RunInputs first = bundles.getFirst().inputs().inputs();
        for (Bundle bundle : bundles) {
            cancel.check(bundle.folder() + " was evaluated");
            ExperimentResult result = BundledRun.reopen(bundle, clock);
            RunInputs inputs = bundle.inputs().inputs();
            List<String> differences = InputsDifference.between(first, inputs);
            String name = unique(bundle, names);
            runs.add(new ComparisonFiles.Run(
                    name, Objects.requireNonNull(bundle.manifest()), hash(bundle), differences, result.metrics().week()));
            results.add(result);
            String warning = warning(name, runs.getFirst().name(), first, inputs);
            if (warning != null) {
                warnings.add(warning);
            }
            ReportedSeeds.warning(result.scenario().scenario()).ifPresent(seed -> warnings.add(name + ": " + seed));
        }
        return new RunComparison(runs, results, warnings);
    }

    /** Whether a run has the same optimum as the first, so that its money can stand beside that of the first. */
    public boolean comparable(int run) {
        return InputsDifference.sameOptimum(
                results.getFirst().scenario().inputs(), results.get(run).scenario().inputs());
    }

    /** What makes the comparison of two runs meaningless, in a sentence; {@code null} where they have the same inputs. */
    public static @Nullable String warning(String name, String firstName, RunInputs first, RunInputs inputs) {
        List<String> differences = InputsDifference.between(first, inputs);
        if (differences.isEmpty()) {
            return null;
        }
        String head = name + " has other inputs than " + firstName + ": " + String.join(", ", differences) + "; ";
        return InputsDifference.sameOptimum(first, inputs)
                ? head + "welfare, efficiency and regret can be compared (the optimum is the same), but not as two mechanisms"
                        + " with the same knowledge"
                : head + "no amount of money, surplus or count can be compared between them; efficiency is relative to"
                        + " another optimum each";
    }

    /** Name of the folder; where another run has it with that of the folder around it, and with a number if need be. */
    private static String unique(Bundle bundle, Set<String> names) {
        Path path = bundle.folder().toAbsolutePath().normalize();
        String folder = String.valueOf(path.getFileName());
        Path around = path.getParent();
        if (names.contains(folder) && around != null && around.getFileName() != null) {
            folder = around.getFileName() + "/" + folder;
        }
        String name = folder;
        for (int k = 2; !names.add(name); k++) {
            name = folder + " (" + k + ")";
        }
        return name;
    }

    private static String hash(Bundle bundle) {
        try {
            return Sha256.of(bundle.folder().resolve(Bundle.INPUTS));
        } catch (IOException e) {
            throw RefusedException.because(
                    bundle.folder().resolve(Bundle.INPUTS).toString(), "cannot be read: " + e.getMessage(), "a file you may read");
        }
    }
}
