package org.vppworkbench.app.verify;

import java.util.List;
import java.util.Locale;
import org.vppworkbench.app.io.BundleComparison;

/**
 * What came of making the run of a bundle again.
 *
 * @param kind who decided in the run
 * @param label label of the run
 * @param branches changes on the way; 0 for a run of its own
 * @param outcome what came of it
 * @param reason why the run cannot be repeated, or what was not asked again; empty where neither is so
 * @param writer which other version wrote the bundle, in words; empty for this one
 * @param files one verdict a file; empty where nothing was run
 */
public record Verification(
        RunKind kind,
        String label,
        int branches,
        Outcome outcome,
        String reason,
        String writer,
        List<BundleComparison.Verdict> files) {
    /** What is said of the whole bundle. */
    public enum Outcome {
        /** Every file is the same, wall times aside. */
        IDENTICAL,
        /** At least one file differs. */
        DIFFERENT,
        /** Somebody decided who cannot be asked again from the bundle alone. */
        NOT_REPEATABLE
    }

    public Verification {
        files = List.copyOf(files);
    }

    /** Files that differ. */
    public List<BundleComparison.Verdict> different() {
        return files.stream().filter(file -> !file.holds()).toList();
    }

    /** What was run, in a sentence. */
    public String what() {
        return label + ": " + kind.words() + (branches == 0 ? "" : ", " + branches + (branches == 1 ? " branch" : " branches"))
                + "; " + kind.way();
    }

    /** The outcome in a sentence. */
    public String verdict() {
        return switch (outcome) {
            case IDENTICAL -> String.format(Locale.ROOT, "identical: %d of %d files", files.size(), files.size());
            case DIFFERENT -> String.format(
                    Locale.ROOT, "different: %d of %d files; first %s, %s", different().size(), files.size(),
                    different().getFirst().file(), different().getFirst().words())
                    + (writer.isEmpty() ? "" : "; the bundle was " + writer);
            case NOT_REPEATABLE -> "not repeatable: " + reason;
        };
    }

    /** One line a file, then the verdict. */
    public String text() {
        StringBuilder text = new StringBuilder(what()).append('\n');
        for (BundleComparison.Verdict file : files) {
            text.append(line(file)).append('\n');
        }
        return text.append(verdict()).append('\n').toString();
    }

    /** What became of a file, in a line. */
    public static String line(BundleComparison.Verdict file) {
        return String.format(Locale.ROOT, "%-9s  %-31s %s", file.holds() ? "identical" : "DIFFERENT", file.file(), file.words());
    }
}
