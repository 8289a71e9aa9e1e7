package org.vppworkbench.app.verify;

import java.util.Locale;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.app.io.RunManifest;

/** What decided in a run, and so how it is made again. */
public enum RunKind {
    RULE("rule agents", "run again from the inputs"),
    MECHANISM("a mechanism without agents", "run again from the inputs"),
    LANGUAGE_MODEL("language models", "run again, what the models said taken from the tape"),
    EXTERNAL("a program of the user", "run again, what the program said taken from its record"),
    HUMAN("a person", "run again, what the person decided taken from the record");

    private final String words;
    private final String way;

    RunKind(String words, String way) {
        this.words = words;
        this.way = way;
    }

    /** Who decided, in words. */
    public String words() {
        return words;
    }

    /** How the run is made again. */
    public String way() {
        return way;
    }

    /** Whether somebody decided who cannot be asked again from the bundle alone, and of whom no answer may be taken as made again. */
    boolean isOutside() {
        return this == EXTERNAL || this == HUMAN;
    }

    /** The kind of a run by its label; of several the one that is hardest to repeat. */
    public static RunKind of(RunManifest manifest) {
        String label = manifest.label().toUpperCase(Locale.ROOT);
        if (label.contains("HUMAN")) {
            return HUMAN;
        }
        if (label.contains("EXTERNAL")) {
            return EXTERNAL;
        }
        if (manifest.language() != null) {
            return LANGUAGE_MODEL;
        }
        return label.equals(MechanismCatalogue.MECHANISM) ? MECHANISM : RULE;
    }
}
