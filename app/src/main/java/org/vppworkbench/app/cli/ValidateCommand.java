package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.LoadedScenario;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.experiment.ScenarioLoader;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleReader;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.settlement.PhysicsAudit;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.optimizer.OptimumStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vpp validate}. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Checks a scenario before it is run, or a bundle that is there.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:no errors", "1:at least one error", "2:the command line is wrong", "130:stopped by the user"})
final class ValidateCommand implements Callable<Integer> {
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin private final ScenarioOptions scenario = new ScenarioOptions();

    @Option(names = "--bundle", paramLabel = "DIR",
            description = "check this bundle instead: hashes, formats, physics")
    private @Nullable Path bundle;

    ValidateCommand(CancelToken cancel) {
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        if (bundle != null && !scenario.given().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--bundle cannot be combined with " + String.join(", ", scenario.given())
                            + ": a bundle is checked as it is");
        }
        Arguments.checkScenario(spec, scenario);
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        List<Finding> findings = bundle == null ? checkScenario() : checkBundle(bundle);
        cancel.check("the findings were told");
        console.findings(findings);
        long errors = findings.stream().filter(Finding::isError).count();
        console.line(String.format(Locale.ROOT, "%s, %s", Plural.of(findings.size(), "finding"),
                Plural.of(errors, "error")));
        return errors == 0 ? ExitCode.OK : ExitCode.REFUSED;
    }

    private List<Finding> checkScenario() {
        LoadedScenario loaded = ScenarioLoader.load(scenario.request(null, null));
        return loaded.findings();
    }

    private static List<Finding> checkBundle(Path folder) {
        Reading<Bundle> reading = BundleReader.read(folder);
        Bundle read = reading.value();
        List<Finding> findings = new ArrayList<>(reading.findings());
        if (read != null) {
            findings.addAll(uncertified(read));
        }
        if (read == null || read.dispatch() == null) {
            return findings;
        }
        PhysicsAudit.Verdict verdict =
                PhysicsAudit.check(read.inputs().inputs(), read.dispatch().dispatch());
        if (verdict.worst() > 1e-6) {
            findings.add(Finding.error(
                    folder.resolve(Bundle.DISPATCH) + ", " + verdict.where(), verdict.worst(),
                    "the dispatch is not physical", "at most 1e-6 kW or kWh off"));
        }
        return findings;
    }

    /** Optima that nothing can be measured by. */
    private static List<Finding> uncertified(Bundle bundle) {
        OptimumSet optima = OptimumSet.of(bundle.baseline());
        return optima == null
                ? List.of()
                : optima.results().stream()
                        .filter(result -> result.status() != OptimumStatus.OPTIMAL)
                        .map(result -> Finding.warning(
                                bundle.folder().resolve(Bundle.BASELINE) + ", optimum " + result.mode(),
                                result.status(),
                                "not certified within the gap asked for; efficiency, regret and satisfaction are not defined",
                                OptimumStatus.OPTIMAL.name()))
                        .toList();
    }
}
