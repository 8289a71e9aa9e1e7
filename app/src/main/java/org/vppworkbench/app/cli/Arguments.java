package org.vppworkbench.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks of single arguments. */
final class Arguments {
    private Arguments() {}

    static void checkGap(CommandSpec spec, double gap) {
        if (!(gap > 0 && gap <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--gap " + gap + " is out of range; allowed: (0, 1]");
        }
    }

    static void checkAgents(CommandSpec spec, ScenarioOptions options) {
        Integer rounds = options.rounds;
        if (rounds != null && (rounds < 1 || rounds > 50)) {
            throw new ParameterException(
                    spec.commandLine(), "--rounds " + rounds + " is out of range; allowed: [1, 50]");
        }
        checkShare(spec, "--aggregator-final-share", options.aggregatorFinalShare);
        checkShare(spec, "--posted-price-share", options.postedPriceShare);
    }

    private static void checkShare(CommandSpec spec, String name, @Nullable Double share) {
        if (share != null && !(share >= 0 && share <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), name + " " + share + " is out of range; allowed: [0, 1]");
        }
    }
}
