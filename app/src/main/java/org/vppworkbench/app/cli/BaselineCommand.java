package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.BaselineReport;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.ForecastSolver;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.experiment.OptimumSolver;
import org.vppworkbench.app.figure.FigureExporter;
import org.vppworkbench.app.figure.RunFigures;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.BundleContent;
import org.vppworkbench.app.io.BundleReader;
import org.vppworkbench.app.io.BundleUpdate;
import org.vppworkbench.app.io.ExplanationsCsv;
import org.vppworkbench.app.io.OptimumSummary;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.metrics.InvariantChecker;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;
import org.vppworkbench.optimizer.Options;
import org.vppworkbench.optimizer.explain.Explanation;
import org.vppworkbench.optimizer.solver.LimitedSolver;
import org.vppworkbench.optimizer.solver.LpSolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vpp baseline}. */
@Command(
        name = "baseline",
        mixinStandardHelpOptions = true,
        description = {
            "Solves the central optima of a bundle and writes baseline.json.",
            "Needs only inputs.json; where the run is there too, its metrics and verdicts are renewed."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every optimum is certified within the gap and every invariant holds",
            "1:refused, or something of this does not hold; the message says what",
            "2:the command line is wrong",
            "130:stopped by the user; nothing was written"
        })
final class BaselineCommand implements Callable<Integer> {
    private final Clock clock;
    private final CancelToken cancel;

    @Spec @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--bundle", paramLabel = "DIR", required = true, description = "the bundle")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Option(names = "--mode", paramLabel = "MODE", description = {
        "home, aware, blind or forecast (aware on what was known, valued on what happened); may be repeated",
        "(default: the first three)"
    })
    private List<BaselineMode> modes = new ArrayList<>();

    @Option(names = "--gap", paramLabel = "SHARE", defaultValue = "1e-3",
            description = "relative gap to be certified (default: ${DEFAULT-VALUE})")
    private double gap = 1e-3;

    @Option(names = "--solver", paramLabel = "NAME", defaultValue = "joptimizer", description = {
        "who solves the linear programs: joptimizer, ojalgo (small fleets), glop (in builds with -Pglop);",
        "bound and gap are certified in the same way for all (default: ${DEFAULT-VALUE})"
    })
    private String solver = "joptimizer";

    @Option(names = "--time-limit", paramLabel = "SECONDS",
            description = "after that, the best certified pair is reported, NOT_PROVED (default: none)")
    private @Nullable Integer limitSeconds;

    @Option(names = "--explain", description = {
        "say what binds in the optimum aware and what it is worth, and write " + Bundle.EXPLANATIONS + ";",
        "aware must be among the modes"
    })
    private boolean explain;

    BaselineCommand(Clock clock, CancelToken cancel) {
        this.clock = clock;
        this.cancel = cancel;
    }

    @Override
    public Integer call() {
        Arguments.checkGap(spec, gap);
        if (explain && !BaselineMode.foresighted(modes).contains(Mode.AWARE)) {
            throw new ParameterException(spec.commandLine(), "--explain needs --mode aware");
        }
        LpSolver chosen = limited(SolverChoice.named("--solver", solver));
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        Bundle bundle = console.kept(BundleReader.read(folder, cancel));
        OptimumSet solved = solve(bundle, BaselineMode.foresighted(modes), chosen, console.progress());
        console.endProgress();
        OptimumSet all = merged(bundle, solved);
        BaselineReport report = BaselineReport.of(bundle, all, clock);
        RunInputs inputs = bundle.inputs().inputs();
        Optional<Explanation> explanation = explain ? explanation(inputs, solved, console) : Optional.empty();
        Map<String, String> files = new LinkedHashMap<>(report.files());
        explanation.ifPresent(e -> files.put(Bundle.EXPLANATIONS, ExplanationsCsv.write(e)));
        BundleUpdate.replace(bundle, files, figures(report), all.solverRuns());
        RunSummary summary = new RunSummary(console);
        OptimumSet shown = all.only(BaselineMode.foresighted(modes)).with(solved.forecast());
        summary.optimum(shown);
        kept(console, bundle, solved);
        explanation.ifPresent(e -> ExplanationTable.print(e, inputs.horizon(), console));
        summary.invariants(report.baseline().invariants());
        console.line("");
        console.line("wrote    " + folder.resolve(Bundle.BASELINE));
        return verdict(console, bundle, shown, report);
    }

    private OptimumSet solve(Bundle bundle, Set<Mode> asked, LpSolver chosen, ProgressSink progress) {
        RunInputs inputs = bundle.inputs().inputs();
        OptimumSet solved = asked.isEmpty()
                ? new OptimumSet(List.of(), Map.of(), gap)
                : new OptimumSolver(clock, chosen).solve(inputs, asked, gap, progress, cancel);
        if (!modes.contains(BaselineMode.FORECAST)) {
            return solved;
        }
        double yardstick = merged(bundle, solved)
                .of(Mode.AWARE)
                .map(OptimumResult::yardstickUsd)
                .orElse(Options.DEFAULT.yardstickUsd());
        return solved.with(new ForecastSolver(clock, chosen).solve(inputs, gap, yardstick, progress, cancel));
    }

    /** Only a certified optimum is explained: prices of limits are known to within its gap. */
    private Optional<Explanation> explanation(RunInputs inputs, OptimumSet solved, Console console) {
        Optional<OptimumResult> aware = solved.of(Mode.AWARE).filter(result -> result.status() == OptimumStatus.OPTIMAL);
        if (aware.isEmpty()) {
            console.error("not explained, " + Bundle.EXPLANATIONS + " is not written: the optimum AWARE is not certified");
        }
        Optional<Explanation> made = aware.flatMap(result -> Explanation.of(inputs, result, _ -> {}, cancel::cancelled));
        cancel.check(Bundle.BASELINE + " was written");
        return made;
    }

    /** The solver, ended when the time of this command is over. */
    private LpSolver limited(LpSolver chosen) {
        Integer limit = limitSeconds;
        if (limit == null) {
            return chosen;
        }
        Arguments.checkRange(spec, "--time-limit", limit, 1, 86_400);
        Instant end = clock.instant().plusSeconds(limit);
        return new LimitedSolver(chosen, () -> clock.instant().isAfter(end));
    }

    /** The figure that shows the optima, drawn anew. */
    private static List<BundleContent.Picture> figures(BaselineReport report) {
        ExperimentResult run = report.run();
        return run == null ? List.of() : FigureExporter.pictures(List.of(RunFigures.welfare(run)));
    }

    /**
     * The optima solved now, and those solved before. Without a manifest nothing tells whether those are of these inputs: then
     * they improve nothing that was solved now.
     */
    private static OptimumSet merged(Bundle bundle, OptimumSet solved) {
        OptimumSet before = OptimumSet.of(bundle.baseline());
        if (before == null) {
            return solved;
        }
        if (bundle.manifest() != null) {
            return solved.joinedTo(before);
        }
        Map<String, OptimumSummary> summaries = new LinkedHashMap<>(before.summaries());
        summaries.putAll(solved.summaries());
        return OptimumSet.of(summaries).with(solved.forecast() == null ? before.forecast() : solved.forecast());
    }

    /** Says where what was known before is certified more closely than what was solved now. */
    private static void kept(Console console, Bundle bundle, OptimumSet solved) {
        OptimumSet before = bundle.manifest() == null ? null : OptimumSet.of(bundle.baseline());
        for (OptimumResult now : solved.results()) {
            OptimumResult known = before == null ? null : before.of(now.mode()).orElse(null);
            if (known != null && !now.isAtLeastAsCloseAs(known)) {
                console.line(String.format(
                        Locale.ROOT, "  NOTE %s was certified more closely before: W %.4f $, bound %.4f $ now; the better of each stays",
                        now.mode(), now.objectiveUsd(), now.upperBoundUsd()));
            }
        }
    }

    private int verdict(Console console, Bundle bundle, OptimumSet shown, BaselineReport report) {
        int code = ExitCode.OK;
        if (!shown.allProved() || shown.results().stream().anyMatch(r -> r.relativeGap() > gap)) {
            console.error("not certified within the gap asked for. Maybe a larger --gap"
                    + (limitSeconds == null ? "" : " or --time-limit"));
            code = ExitCode.REFUSED;
        }
        if (!InvariantChecker.allHold(report.baseline().invariants())) {
            // without a manifest nothing tells whether the inputs are those W0 was computed from
            console.error(bundle.manifest() == null
                    ? "an invariant is broken: W0 is not of these inputs, or this is a bug; do not use the numbers"
                    : "an invariant is broken: this is a bug, do not use the numbers");
            code = ExitCode.REFUSED;
        }
        return code;
    }
}
