package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleReader;
import org.vppworkbench.app.io.WrittenBy;
import org.vppworkbench.app.verify.BundleVerifier;
import org.vppworkbench.app.verify.Verification;
import org.vppworkbench.model.simulation.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code vpp verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes the run of a bundle again, by the way its kind allows, and says file by file whether it is the same: rules and",
            "mechanisms from the inputs, branches with their changes, language models from the tape. Nothing is sent or kept.",
            "'vpp rerun' keeps the new bundle, 'vpp replay' compares only what the negotiation wrote."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:identical: every file is the same, wall times aside",
            "1:different, or refused; the message says what and where first",
            "2:the command line is wrong",
            "3:not repeatable: a program or a person decided who is not in the bundle, or the tape is missing",
            "130:stopped by the user"
        })
final class VerifyCommand implements Callable<Integer> {
    private final Clock clock;
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "BUNDLE", description = "folder of the bundle")
    @SuppressWarnings("NullAway.Init") // required
    private Path bundle;

    @Option(names = "--no-optimum", description = "take the central optimum over from the bundle instead of solving it again")
    private boolean noOptimum;

    VerifyCommand(Clock clock, CancelToken cancel) {
        this.clock = clock;
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        Bundle read = console.kept(BundleReader.read(bundle));
        WrittenBy.another(bundle).ifPresent(words -> console.line("the bundle was " + words));
        Verification verification = new BundleVerifier(clock).verify(read, !noOptimum, console.progress(), cancel);
        console.endProgress();
        console.line(verification.what());
        verification.files().forEach(file -> console.line(Verification.line(file)));
        return switch (verification.outcome()) {
            case IDENTICAL -> {
                console.line(verification.verdict());
                yield ExitCode.OK;
            }
            case DIFFERENT -> {
                console.error(verification.verdict());
                yield ExitCode.REFUSED;
            }
            case NOT_REPEATABLE -> {
                console.line(verification.verdict());
                yield ExitCode.NOT_REPEATABLE;
            }
        };
    }
}
