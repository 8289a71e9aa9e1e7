package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentOptions;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.app.experiment.ScenarioRequest;
import org.vppworkbench.app.io.RecallReport;
import org.vppworkbench.model.simulation.CancelToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vpp run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs a scenario through a mechanism and writes the bundle.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the bundle is written, every invariant holds, the optimum is certified",
            "1:refused, or something of this does not hold; the message says what",
            "2:the command line is wrong",
            "130:stopped by the user; nothing was written"
        })
final class RunCommand implements Callable<Integer> {
    private final Clock clock;
    private final CancelToken cancel;
    private final LanguageDesk desk;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private final ScenarioOptions scenario = new ScenarioOptions();

    @Mixin private final LanguageOptions language = new LanguageOptions();

    @Mixin private final ParallelGatewayOptions gateway = new ParallelGatewayOptions();

    @Mixin private final AgentOption agents = new AgentOption();

    @Mixin private final OwnerSaysOption owners = new OwnerSaysOption();

    @Option(names = "--mechanism", paramLabel = "ID",
            description = "how the fleet is coordinated (default: rule); 'vpp samples' lists them")
    private @Nullable String mechanism;

    @Option(names = "--seed", paramLabel = "N",
            description = "every random draw comes from it (default: 1)")
    private @Nullable Long seed;

    @Option(names = "--probe", paramLabel = "FILE",
            description = "what vpp probe --out found of this model; it stands in the manifest, and is a mark where prices were remembered")
    private @Nullable Path probe;

    @Option(names = "--out", paramLabel = "DIR", required = true,
            description = "the bundle: a folder that is absent or empty")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Option(names = "--no-optimum", description = "do not solve the central optimum")
    private boolean noOptimum;

    @Option(names = "--gap", paramLabel = "SHARE", defaultValue = "1e-3",
            description = "relative gap of the optimum to be certified (default: ${DEFAULT-VALUE})")
    private double gap = 1e-3;

    RunCommand(Clock clock, CancelToken cancel, LanguageDesk desk) {
        this.clock = clock;
        this.cancel = cancel;
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Arguments.checkGap(spec, gap);
        Arguments.checkScenario(spec, scenario);
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        gateway.check(spec);
        agents.check(spec);
        ScenarioRequest request = AgentAssignments.apply(
                scenario.request(mechanism, seed).with(desk.keys()), agents.agents(), agents.deadlineSeconds);
        LanguageDesk.Plan plan = desk.plan(
                spec, owners.apply(request, console, desk.terminal()), language, gateway, console);
        Path found = probe;
        if (found != null) {
            if (MechanismCatalogue.standard().byModel(plan.request().scenario().mechanism()).isEmpty()) {
                throw new ParameterException(spec.commandLine(), "--probe: no language model takes part in this mechanism");
            }
            plan = plan.with(console.kept(RecallReport.read(found)));
        }
        return run(plan, console);
    }

    private int run(LanguageDesk.Plan plan, Console console) {
        try {
            return new SingleRun(console, clock, cancel)
                    .run(plan.request(), new ExperimentOptions(!noOptimum, gap), plan.models(),
                            AgentAssignments.processes(plan.request().keys()), out);
        } finally {
            plan.tellTape(console);
        }
    }
}
