package org.vppworkbench.app.cli;

import java.time.Clock;
import org.vppworkbench.app.io.download.DownloadClock;
import org.vppworkbench.app.io.download.Environment;
import org.vppworkbench.app.io.download.SystemDownloadClock;
import org.vppworkbench.model.simulation.CancelToken;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code vpp download}. */
@Command(
        name = "download",
        mixinStandardHelpOptions = true,
        description = {
            "Downloads prices or solar yields and makes a folder of series of them.",
            "Keys are read from the environment; docs/downloading.md says which and where to get one."
        })
final class DownloadCommand implements Runnable {
    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private DownloadCommand() {}

    /** The command with its services, over the environment of the process. */
    static CommandLine create(Clock clock, CancelToken cancel) {
        return create(Environment.ofTheProcess(), new SystemDownloadClock(clock), cancel);
    }

    /** The command with an environment and a time of one's own. */
    static CommandLine create(Environment environment, DownloadClock clock, CancelToken cancel) {
        DownloadRun run = new DownloadRun(environment, clock, cancel);
        return new CommandLine(new DownloadCommand())
                .addSubcommand(new DownloadOasisCommand(run))
                .addSubcommand(new DownloadGridStatusCommand(run))
                .addSubcommand(new DownloadPvwattsCommand(run));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
