package org.vppworkbench.app.cli;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.BranchedRun;
import org.vppworkbench.app.experiment.ExperimentOptions;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.ExperimentRunner;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.model.scenario.Branch;
import org.vppworkbench.model.scenario.OwnerChange;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code vpp branch}. */
@Command(
        name = "branch",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a bundle again up to an event, changes what one owner does, and goes on.",
            "Everything before the event is the same, which is checked; the draws are the same."
        })
final class BranchCommand implements Callable<Integer> {
    private final Clock clock;
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private final BundlePair bundles = new BundlePair();

    @Option(names = "--at", paramLabel = "N", required = true,
            description = "how many events stay as they are: a line number of events.jsonl")
    private long at;

    @Option(names = "--home", paramLabel = "ID", required = true, description = "whose owner decides otherwise")
    @SuppressWarnings("NullAway.Init") // required
    private String home;

    @ArgGroup(exclusive = true, multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // required
    private Change change;

    @Option(names = "--no-optimum", description = "do not solve the central optimum")
    private boolean noOptimum;

    @Option(names = "--gap", paramLabel = "SHARE", defaultValue = "1e-3",
            description = "relative gap of the optimum to be certified (default: ${DEFAULT-VALUE})")
    private double gap = 1e-3;

    /** What the owner does otherwise. */
    static final class Change {
        @Option(names = "--refuses", arity = "0..1", fallbackValue = "", paramLabel = "OPPORTUNITY",
                description = "sells nothing more, or not in this opportunity, such as ENERGY@18")
        @Nullable String refuses;

        @Option(names = "--asks", paramLabel = "SHARE",
                description = "asks this share of its price, such as 0.9; never below its cost")
        @Nullable Double asks;

        @Option(names = "--car-leaves", paramLabel = "TIME",
                description = "the car leaves at this local time, such as 2023-08-16T06:00")
        @Nullable LocalDateTime carLeaves;

        OwnerChange of(String home) {
            String only = refuses;
            Double share = asks;
            LocalDateTime time = carLeaves;
            if (only != null) {
                return new OwnerChange.Refuses(home, only.isEmpty() ? null : only);
            }
            if (share != null) {
                return new OwnerChange.Asks(home, share);
            }
            if (time == null) {
                throw new IllegalStateException("one of the group is required");
            }
            return new OwnerChange.CarLeaves(home, time.toLocalDate(), time.toLocalTime());
        }
    }

    BranchCommand(Clock clock, CancelToken cancel) {
        this.clock = clock;
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        Arguments.checkGap(spec, gap);
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        Bundle found = bundles.read(console);
        ProgressSink progress = console.progress();
        ExperimentResult result = BranchedRun.of(
                found,
                new Branch(at, change.of(home)),
                new ExperimentRunner(MechanismCatalogue.standard(), clock),
                new ExperimentOptions(!noOptimum, gap),
                progress,
                cancel);
        return new SingleRun(console, clock, cancel).finish(result, found.inputFiles(), found.sampling(), bundles.out, progress);
    }
}
