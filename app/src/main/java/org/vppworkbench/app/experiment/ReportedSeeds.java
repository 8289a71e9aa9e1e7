package org.vppworkbench.app.experiment;

import java.util.Optional;
import org.vppworkbench.model.scenario.Scenario;

/** Seeds below 1000 are for tuning prompts, results are reported on others: nobody is judged by what it was tuned on. */
public final class ReportedSeeds {
    /** The first seed results are reported on. */
    public static final long FIRST = 1000;

    private ReportedSeeds() {}

    /** What stands against reporting a run as a result, or empty. */
    public static Optional<String> warning(Scenario scenario) {
        return scenario.language() == null || scenario.seed() >= FIRST
                ? Optional.empty()
                : Optional.of("seed " + scenario.seed() + " is below " + FIRST + ": such seeds are for tuning prompts; report runs"
                        + " of language models on seeds from " + FIRST + " on");
    }
}
