package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.DataFolder;
import org.vppworkbench.app.io.FleetParametersJson;
import org.vppworkbench.app.io.NewFile;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.fleet.FleetPreset;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.Finding;
import org.vppworkbench.model.scenario.FleetParameterChecks;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.sample.FleetJson;
import org.vppworkbench.sample.SampleLibrary;
import org.vppworkbench.sample.generator.FleetGenerator;
import org.vppworkbench.sample.generator.SamplingRow;
import org.vppworkbench.sample.generator.SamplingTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vpp fleet}. */
@Command(
        name = "fleet",
        mixinStandardHelpOptions = true,
        description = {
            "Generates a fleet from a seed, and beside it a table of what was asked and what was drawn.",
            "docs/fleets.md lists the parameters with their units and sources."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:written",
            "1:refused, nothing was written",
            "2:the command line is wrong",
            "130:stopped by the user; nothing was written"
        })
final class FleetCommand implements Callable<Integer> {
    private static final int DEFAULT_HOMES = 20;

    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--homes", paramLabel = "N", description = "number of homes, 1 to 10000 (default: 20, or the file's)")
    private @Nullable Integer homes;

    @Option(names = "--seed", paramLabel = "S", description = "seed of all draws (default: 1, or the file's)")
    private @Nullable Long seed;

    @Option(names = "--out", paramLabel = "FILE",
            description = "where the fleet goes, with FILE.sampling.csv beside it; neither may exist")
    private @Nullable Path out;

    @Option(names = "--preset", paramLabel = "NAME",
            description = "parameters to start from: ${COMPLETION-CANDIDATES} (default: LABORATORY)")
    private @Nullable FleetPreset preset;

    @Option(names = "--parameters", paramLabel = "FILE", description = "parameters to start from, as --write-parameters writes them")
    private @Nullable Path parametersFile;

    @Option(names = "--set", paramLabel = "KEY=VALUE", arity = "1..*",
            description = "changes parameters, such as adoption.pv=0.3 or batteries.products[0].share=0.4")
    private @Nullable List<String> changes;

    @Option(names = "--write-parameters", paramLabel = "FILE", description = "writes the parameters to a file that does not exist")
    private @Nullable Path writeParameters;

    @Option(names = "--sample", paramLabel = "ID",
            description = "data whose load and PV profiles the homes refer to (default: " + SampleLibrary.LOS_ANGELES_2023_08 + ")")
    private @Nullable String sample;

    @Option(names = "--data", paramLabel = "DIR",
            description = "a folder of series in place of a sample: the profiles of 'vpp run --data DIR'")
    private @Nullable Path dataFolder;

    @Option(names = "--id", paramLabel = "NAME", description = "id of the fleet (default: generated-N-seed-S)")
    private @Nullable String id;

    FleetCommand(CancelToken cancel) {
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        Path target = out;
        if (target == null && writeParameters == null) {
            throw new ParameterException(spec.commandLine(), "name a file with --out or --write-parameters");
        }
        if (preset != null && parametersFile != null) {
            throw new ParameterException(
                    spec.commandLine(), "--preset and --parameters are both where to start from; name one");
        }
        if (sample != null && dataFolder != null) {
            throw new ParameterException(spec.commandLine(), "--sample and --data are both where the profiles come from; name one");
        }
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        FleetParameters parameters = parameters();
        List<NewFile> files = new ArrayList<>();
        if (writeParameters != null) {
            files.add(new NewFile(writeParameters, FleetParametersJson.write(parameters)));
        }
        SamplingTable table = null;
        if (target != null) {
            FleetGenerator generator = RefusedException.unlessUsable(FleetGenerator.of(parameters, data(console), origin()));
            Fleet fleet = generator.generate(fleetId(parameters));
            table = generator.table(fleet);
            files.add(new NewFile(target, FleetJson.write(fleet)));
            files.add(new NewFile(Path.of(target + ".sampling.csv"), table.csv()));
        }
        NewFile.writeAll(files, cancel);
        if (table != null) {
            show(table, console);
        }
        files.forEach(file -> console.line("written  " + file.path()));
        return ExitCode.OK;
    }

    private FleetParameters parameters() {
        Path file = parametersFile;
        FleetParameters start;
        if (file == null) {
            FleetPreset chosen = preset == null ? FleetPreset.LABORATORY : preset;
            start = chosen.parameters(DEFAULT_HOMES, 1);
        } else {
            start = RefusedException.unlessUsable(FleetParametersJson.read(file));
        }
        if (changes != null) {
            start = RefusedException.unlessUsable(FleetParametersJson.with(start, changes));
        }
        FleetParameters parameters =
                start.with(homes == null ? start.homes() : homes, seed == null ? start.seed() : seed);
        List<Finding> findings = FleetParameterChecks.check(parameters, origin());
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new RefusedException(findings);
        }
        return parameters;
    }

    private String origin() {
        return parametersFile == null ? "parameters" : parametersFile.toString();
    }

    private String fleetId(FleetParameters parameters) {
        return id == null ? "generated-" + parameters.homes() + "-seed-" + parameters.seed() : id;
    }

    private DataSet data(Console console) {
        Path folder = dataFolder;
        return folder == null
                ? RefusedException.unlessUsable(
                        SampleLibrary.load(Objects.requireNonNullElse(sample, SampleLibrary.LOS_ANGELES_2023_08)))
                : console.kept(DataFolder.open(folder)).data();
    }

    private static void show(SamplingTable table, Console console) {
        console.line(String.format(Locale.ROOT, "%-82s %10s %10s  %-9s %7s  %s", "quantity", "asked", "drawn", "unit",
                "cases", "source"));
        for (SamplingRow row : table.rows()) {
            console.line(String.format(Locale.ROOT, "%-82s %10s %10s  %-9s %7d  %s", row.quantity(), number(row.asked()),
                    number(row.drawn()), row.unit(), row.cases(), row.source()));
        }
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%.4g", value);
    }
}
