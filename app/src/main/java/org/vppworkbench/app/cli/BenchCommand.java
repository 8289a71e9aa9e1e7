package org.vppworkbench.app.cli;

import java.time.Clock;
import org.vppworkbench.model.simulation.CancelToken;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vpp bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures the speed of the program on this machine, and how well it reads descriptions.")
final class BenchCommand implements Runnable {
    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private BenchCommand() {}

    /** The command with what can be measured. */
    static CommandLine create(Clock clock, CancelToken cancel, LanguageDesk desk) {
        CommandLine line = new CommandLine(new BenchCommand());
        line.addSubcommand(new BenchCoreCommand(cancel));
        line.addSubcommand(new BenchOptimumCommand(cancel));
        line.addSubcommand(new BenchNegotiationCommand(cancel));
        line.addSubcommand(new BenchTextCommand(clock, cancel, desk));
        line.addSubcommand(new BenchAttacksCommand(clock, cancel));
        line.addSubcommand(new BenchWindowCommand(cancel));
        line.setSubcommandsCaseInsensitive(true);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "what is to be measured? core, optimum, negotiation, text, attacks or window");
    }
}
