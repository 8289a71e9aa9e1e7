package org.vppworkbench.app.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.AgentPrograms;
import org.vppworkbench.app.experiment.ExperimentOptions;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.ExperimentRunner;
import org.vppworkbench.app.experiment.LanguageModels;
import org.vppworkbench.app.experiment.LanguageRecord;
import org.vppworkbench.app.experiment.LoadedScenario;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.app.experiment.RunBundle;
import org.vppworkbench.app.experiment.ScenarioLoader;
import org.vppworkbench.app.experiment.ScenarioRequest;
import org.vppworkbench.app.figure.FigureExporter;
import org.vppworkbench.app.figure.RunFigures;
import org.vppworkbench.app.io.BundleWriter;
import org.vppworkbench.app.io.NewFolder;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.sample.generator.SamplingTable;

/** Loads, runs, writes the bundle and prints the summary. */
final class SingleRun {
    private final Console console;
    private final Clock clock;
    private final CancelToken cancel;

    SingleRun(Console console, Clock clock, CancelToken cancel) {
        this.console = console;
        this.clock = clock;
        this.cancel = cancel;
    }

    /** Returns the exit code; everything refused is thrown. */
    int run(ScenarioRequest request, ExperimentOptions options, Path out) {
        return run(request, options, LanguageModels.NONE, AgentPrograms.NONE, out);
    }

    /**
     * Returns the exit code; everything refused is thrown.
     *
     * @param models where a language model comes from, should the mechanism need one
     * @param programs where programs of the user come from, should one decide
     */
    int run(
            ScenarioRequest request, ExperimentOptions options, LanguageModels models, AgentPrograms programs, Path out) {
        refuseUnwritable(out);
        LoadedScenario loaded = ScenarioLoader.load(request);
        ResolvedScenario scenario = loaded.orRefuse();
        console.findings(loaded.findings());
        ProgressSink progress = console.progress();
        ExperimentRunner runner = new ExperimentRunner(MechanismCatalogue.standard(), models, programs, clock);
        ExperimentResult result = runner.run(scenario, options, EventSink.NONE, progress, cancel);
        SamplingTable sampling = loaded.sampling();
        return finish(result, loaded.inputFiles(), sampling == null ? null : sampling.csv(), out, progress);
    }

    /** Before the long work, so that nobody waits for a run that cannot be written. */
    static void refuseUnwritable(Path out) {
        NewFolder.refuseUnwritable(out);
    }

    /**
     * Writes the bundle, prints the summary and returns the exit code.
     *
     * @param sampling CSV text of the sampling table of a generated fleet, or {@code null}
     */
    int finish(
            ExperimentResult result, Map<String, String> inputFiles, @Nullable String sampling, Path out, ProgressSink progress) {
        BundleWriter.write(
                out,
                RunBundle.of(
                        result, inputFiles, FigureExporter.pictures(RunFigures.of(result)), sampling),
                progress,
                cancel);
        console.endProgress();
        new RunSummary(console).print(result);
        console.line("");
        console.line(String.format(Locale.ROOT, "bundle   %s", out));
        console.line(String.format(Locale.ROOT, "figures  %s", out.resolve("figures")));
        return verdict(result);
    }

    private int verdict(ExperimentResult result) {
        int code = ExitCode.OK;
        if (!result.invariantsHold()) {
            console.error("an invariant is broken: this is a bug, do not use the numbers");
            code = ExitCode.REFUSED;
        }
        if (result.optimum() != null && !result.optimum().allProved()) {
            console.error("the optimum is not certified within the gap asked for. Maybe a larger --gap");
            code = ExitCode.REFUSED;
        }
        LanguageRecord language = result.language();
        if (language != null && language.report().inVain()) {
            console.error("no decision was the model's own: " + (LanguageRecord.byRules(result.scenario().scenario().mechanism())
                    ? "all of them fell to the rules, and the results are those of rules"
                    : "none could be used, and no rule sold in its place"));
            code = ExitCode.REFUSED;
        }
        for (String id : ProgramSummary.inVain(result)) {
            console.error("no decision of " + id + " was its program's own: all of them fell to the rules");
            code = ExitCode.REFUSED;
        }
        return code;
    }
}
