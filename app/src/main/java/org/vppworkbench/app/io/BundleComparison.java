package org.vppworkbench.app.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A bundle beside that of the same run made again, file by file. */
public final class BundleComparison {
    /** Fields that a run made again need not repeat, by file: wall times, and what ran it. Hashes are compared as files. */
    private static final Map<String, Set<String>> EXCEPT = Map.of(
            Bundle.BASELINE, Set.of("seconds"),
            Bundle.MANIFEST,
            Set.of("application", "environment", "outputFiles", "solver", "startedAt", "finishedAt"));

    /** What else a run with a language model need not repeat from its tape: that the model was live, and is not now. */
    private static final Map<String, Set<String>> EXCEPT_LIVE = Map.of(
            Bundle.METRICS, Set.of("label"),
            Bundle.MANIFEST, Set.of("label", "replayed", "marks"));

    private final Path before;
    private final Path now;
    private final boolean sameMachine;
    private final boolean sameLabel;
    private final Set<String> takenOver;

    private BundleComparison(Path before, Path now, boolean sameMachine, boolean sameLabel, Set<String> takenOver) {
        this.before = before;
        this.now = now;
        this.sameMachine = sameMachine;
        this.sameLabel = sameLabel;
        this.takenOver = takenOver;
    }

    /**
     * What is said of one file.
     *
     * @param file its path inside the bundle
     * @param holds whether it is the same, as far as it has to be
     * @param words {@code identical}, or where it differs
     */
    public record Verdict(String file, boolean holds, String words) {}

    /**
     * Compares two bundles.
     *
     * @param before the bundle that was run again, as its manifest lists it
     * @param beforeFolder where it is
     * @param now folder of the new bundle
     * @param takenOver files whose content was not made again
     * @return one verdict a file, in the order of the manifest, which comes last
     * @throws RefusedException where a file cannot be read
     */
    public static List<Verdict> of(RunManifest before, Path beforeFolder, Path now, Set<String> takenOver) {
        return of(before, beforeFolder, now, takenOver, name -> true);
    }

    /**
     * Compares some files of two bundles.
     *
     * @param compared whether a file is, by its path inside the bundle
     * @see #of(RunManifest, Path, Path, Set)
     */
    public static List<Verdict> of(
            RunManifest before, Path beforeFolder, Path now, Set<String> takenOver, Predicate<String> compared) {
        try {
            Path file = now.resolve(Bundle.MANIFEST);
            RunManifest other = RefusedException.unlessUsable(ManifestJson.read(Files.readString(file), file.toString()));
            Set<String> names = new LinkedHashSet<>(before.outputFiles().keySet());
            names.addAll(other.outputFiles().keySet());
            names.add(Bundle.MANIFEST);
            names.removeIf(compared.negate());
            BundleComparison comparison = new BundleComparison(
                    beforeFolder, now, before.environment().equals(other.environment()), before.label().equals(other.label()),
                    takenOver);
            List<Verdict> verdicts = new ArrayList<>();
            for (String name : names) {
                verdicts.add(comparison.verdict(name));
            }
            return verdicts;
        } catch (IOException e) {
            throw RefusedException.because(
                    beforeFolder + " and " + now, "cannot be compared: " + NewFolder.reason(e), "bundles you may read");
        }
    }

    private Verdict verdict(String name) throws IOException {
        Path old = before.resolve(name);
        Path other = now.resolve(name);
        if (!Files.exists(old)) {
            return new Verdict(name, false, "only in the new bundle");
        }
        if (!Files.exists(other) && name.equals(Bundle.EXPLANATIONS)) {
            return new Verdict(name, true, "not made again: vpp baseline --explain makes it");
        }
        if (!Files.exists(other)) {
            return new Verdict(name, false, "not in the new bundle");
        }
        Set<String> except = except(name);
        @Nullable String difference = FirstDifference.between(old, other, except);
        if (difference == null) {
            String words = except.isEmpty() ? "identical" : "identical but for " + listed(except);
            return new Verdict(name, true, takenOver.contains(name) ? words + "; taken over, not made again" : words);
        }
        if (name.startsWith(Bundle.FIGURES + "/") && !sameLabel) {
            return new Verdict(name, true, "drawn with the label of a replay");
        }
        if (name.startsWith(Bundle.FIGURES + "/") && !sameMachine) {
            return new Verdict(name, true, "drawn on another system, " + difference);
        }
        return new Verdict(name, false, "differs, " + difference);
    }

    private Set<String> except(String name) {
        Set<String> all = new TreeSet<>(EXCEPT.getOrDefault(name, Set.of()));
        if (!sameLabel) {
            all.addAll(EXCEPT_LIVE.getOrDefault(name, Set.of()));
        }
        return all;
    }

    private static String listed(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
