package org.vppworkbench.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all of {@code vpp download} have in common. */
@Command(
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the folder is written",
            "1:refused; the message says why, nothing was written",
            "2:the command line is wrong",
            "130:stopped by the user; nothing was written"
        })
abstract class DownloadSubcommand implements Callable<Integer> {
    private final DownloadRun run;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    CommandSpec spec;

    @Mixin final DownloadOptions options = new DownloadOptions();

    DownloadSubcommand(DownloadRun run) {
        this.run = run;
    }

    final int run(DownloadRun.Fetch fetch, DownloadRun.Use use) {
        return run.run(spec, options, fetch, use);
    }
}
