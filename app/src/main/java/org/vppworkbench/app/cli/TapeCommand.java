package org.vppworkbench.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vpp tape}. */
@Command(
        name = "tape",
        mixinStandardHelpOptions = true,
        description = "Looks into tapes: what language models were asked and answered.")
final class TapeCommand implements Runnable {
    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private TapeCommand() {}

    static CommandLine create() {
        return new CommandLine(new TapeCommand()).addSubcommand(new TapeListCommand());
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
