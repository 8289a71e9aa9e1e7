package org.vppworkbench.app.cli;

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
}
