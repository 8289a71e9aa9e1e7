package org.vppworkbench.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** Options of a scenario that exclude each other or are out of range. */
    static void checkScenario(CommandSpec spec, ScenarioOptions options) {
        if (options.data.sample != null && options.data.folder != null) {
            throw new ParameterException(spec.commandLine(), "--sample and --data are both where the data come from; name one");
        }
        Map<String, @Nullable Object> fleets = new LinkedHashMap<>();
        options.fleets.put(fleets);
        List<String> named = fleets.entrySet().stream().filter(e -> e.getValue() != null).map(Map.Entry::getKey).toList();
        if (named.size() > 1) {
            throw new ParameterException(spec.commandLine(), String.join(", ", named) + " all say which fleet it is; name one");
        }
        checkAgents(spec, options);
    }

    private static void checkAgents(CommandSpec spec, ScenarioOptions options) {
        Integer rounds = options.rounds;
        if (rounds != null) {
            checkRange(spec, "--rounds", rounds, 1, 50);
        }
        checkShare(spec, "--aggregator-final-share", options.aggregatorFinalShare);
        checkShare(spec, "--posted-price-share", options.postedPriceShare);
    }

    /** A whole number within both bounds. */
    static void checkRange(CommandSpec spec, String name, int value, int from, int to) {
        if (value < from || value > to) {
            throw new ParameterException(
                    spec.commandLine(), name + " " + value + " is out of range; allowed: [" + from + ", " + to + "]");
        }
    }

    private static void checkShare(CommandSpec spec, String name, @Nullable Double share) {
        if (share != null && !(share >= 0 && share <= 1)) {
            throw new ParameterException(
                    spec.commandLine(), name + " " + share + " is out of range; allowed: [0, 1]");
        }
    }
}
