package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.BundledRun;
import org.vppworkbench.app.experiment.ExperimentOptions;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.ExperimentRunner;
import org.vppworkbench.app.experiment.FleetShares;
import org.vppworkbench.app.experiment.LoadedScenario;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.app.experiment.ScenarioLoader;
import org.vppworkbench.app.experiment.SharesOptions;
import org.vppworkbench.app.io.BundleReader;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.app.io.SharesDocument;
import org.vppworkbench.app.io.SharesFiles;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vpp shares}. */
@Command(
        name = "shares",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what every home contributes to its fleet (Shapley value) beside what a run gave it,",
            "and whether part of the fleet would do better alone (core).",
            "The run is that of a bundle, or a scenario that is run for this. A coalition is worth the optimum with",
            "preferences of its homes alone less their optimum without market, under the same requirement; minimum",
            "offer sizes are dropped, so a few homes may sell what CAISO_DERA would refuse.",
            "Up to 12 homes that can sell, all coalitions are valued; beyond that, orders of arrival are drawn."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the shares are computed",
            "1:refused; the message says why",
            "2:the command line is wrong",
            "130:stopped by the user; nothing was written"
        })
final class SharesCommand implements Callable<Integer> {
    private static final int MOST_PERMUTATIONS = 1_000_000;

    private final Clock clock;
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private final ScenarioOptions scenario = new ScenarioOptions();

    @Option(names = "--bundle", paramLabel = "DIR", description = "take the run of this bundle")
    private @Nullable Path bundle;

    @Option(names = "--mechanism", paramLabel = "ID",
            description = "how the fleet is coordinated where a scenario is run (default: that of the scenario, else rule)")
    private @Nullable String mechanism;

    @Option(names = "--permutations", paramLabel = "M",
            description = "orders of arrival to draw, in pairs (default: all coalitions up to 12 homes, else 1000)")
    private @Nullable Integer permutations;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1",
            description = "the orders come from it (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--force", description = "also work that is estimated to take more than ten minutes")
    private boolean force;

    @Option(names = "--out", paramLabel = "DIR", description = "write shares.csv and shares.json: a folder that is absent or empty")
    private @Nullable Path out;

    SharesCommand(Clock clock, CancelToken cancel) {
        this.clock = clock;
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        check();
        Path folder = out;
        if (folder != null) {
            NewFolder.refuseUnwritable(folder);
        }
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        ProgressSink progress = console.progress();
        Path read = bundle;
        ExperimentResult run = read == null ? run(console, progress) : reopened(read, console);
        SharesDocument shares = new FleetShares(clock, Runtime.getRuntime().availableProcessors())
                .of(run, new SharesOptions(permutations, seed, force), progress, cancel);
        console.endProgress();
        print(console, shares);
        if (folder != null) {
            SharesFiles.write(folder, shares, cancel);
            console.line("");
            console.line("wrote    " + folder);
        }
        return ExitCode.OK;
    }

    private void check() {
        if (bundle != null && (mechanism != null || !scenario.given().isEmpty())) {
            String other = mechanism == null ? String.join(", ", scenario.given()) : "--mechanism";
            throw new ParameterException(
                    spec.commandLine(), "--bundle cannot be combined with " + other + ": its run is taken as it is");
        }
        Integer asked = permutations;
        if (asked != null && (asked < 2 || asked > MOST_PERMUTATIONS)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--permutations " + asked + " is out of range; allowed: [2, " + MOST_PERMUTATIONS + "]");
        }
        Arguments.checkScenario(spec, scenario);
    }

    private ExperimentResult reopened(Path folder, Console console) {
        return BundledRun.reopen(console.kept(BundleReader.read(folder)), clock);
    }

    private ExperimentResult run(Console console, ProgressSink progress) {
        LoadedScenario loaded = ScenarioLoader.load(scenario.request(mechanism, null));
        console.findings(loaded.findings());
        return new ExperimentRunner(MechanismCatalogue.standard(), clock)
                .run(
                        loaded.orRefuse(),
                        new ExperimentOptions(false, ExperimentOptions.DEFAULT.gap()),
                        EventSink.NONE,
                        progress,
                        cancel);
    }

    private static void print(Console console, SharesDocument shares) {
        console.line(String.format(Locale.ROOT, "mechanism %s, %s, %s valued, each within %.1e $",
                shares.mechanism(),
                shares.exact() ? "all coalitions" : Plural.of(shares.permutations(), "permutation") + ", seed " + shares.seed(),
                Plural.of(shares.coalitions(), "coalition"),
                shares.accuracyUsd()));
        console.line("");
        console.line(String.format(Locale.ROOT, "  %-24s %12s %12s %12s %12s", "home", "surplus $", "Shapley $", "std. error", "difference"));
        double surplus = 0;
        double shapley = 0;
        for (SharesDocument.Share share : shares.homes()) {
            Double error = share.standardErrorUsd();
            console.line(String.format(Locale.ROOT, "  %-24s %12.4f %12.4f %12s %12.4f",
                    share.prosumer(), share.surplusUsd(), share.shapleyUsd(),
                    error == null ? "n/a" : String.format(Locale.ROOT, "%.4f", error),
                    share.differenceUsd()));
            surplus += share.surplusUsd();
            shapley += share.shapleyUsd();
        }
        console.line(String.format(Locale.ROOT, "  %-24s %12.4f %12.4f %12s %12.4f", "all homes", surplus, shapley, "", surplus - shapley));
        console.line("");
        console.line(String.format(Locale.ROOT, "  v(N) = W* - W_home     %12.4f $", shares.grandUsd()));
        core(console, "the run's surpluses", shares.run());
        core(console, "the Shapley values", shares.shapley());
        Double least = shares.leastCoreUsd();
        console.line(least == null
                ? "  least core: n/a, " + shares.leastCoreReason()
                : String.format(Locale.ROOT, "  least core: no allocation has a largest excess below %.4f $ (%s)",
                        least, least > 0.01 ? "the core is empty" : "the core is not empty"));
    }

    private static void core(Console console, String what, SharesDocument.Excess excess) {
        Double most = excess.mostUsd();
        String extent = excess.exhaustive() ? "all coalitions" : "the coalitions valued";
        String verdict = excess.blocked()
                ? "not in the core"
                : excess.exhaustive() ? "in the core" : "no coalition valued blocks them";
        console.line(String.format(Locale.ROOT, "  %s: %s; unused by all together %.4f $", what, verdict, excess.unusedUsd()));
        if (most != null) {
            console.line(String.format(Locale.ROOT, "    largest excess over %s %.4f $: %s",
                    extent, most, String.join(", ", excess.coalition())));
        }
    }
}
