package org.vppworkbench.app.ui.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.BranchedRun;
import org.vppworkbench.app.experiment.ExperimentOptions;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.ExperimentRunner;
import org.vppworkbench.app.experiment.FleetSource;
import org.vppworkbench.app.experiment.MechanismCatalogue;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.experiment.OptimumSolver;
import org.vppworkbench.app.experiment.OptimumSource;
import org.vppworkbench.app.experiment.OptimumStore;
import org.vppworkbench.app.experiment.RunBundle;
import org.vppworkbench.app.experiment.RunParties;
import org.vppworkbench.app.experiment.ScenarioLoader;
import org.vppworkbench.app.figure.FigureExporter;
import org.vppworkbench.app.figure.RunFigures;
import org.vppworkbench.app.io.AtomicFile;
import org.vppworkbench.app.io.BundleWriter;
import org.vppworkbench.app.io.KnownKeys;
import org.vppworkbench.app.io.Sha256;
import org.vppworkbench.app.io.download.Environment;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.fleet.Fleet;
import org.vppworkbench.model.fleet.FleetParameters;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.scenario.Branch;
import org.vppworkbench.model.scenario.DataSet;
import org.vppworkbench.model.scenario.KeyMask;
import org.vppworkbench.model.scenario.Reading;
import org.vppworkbench.model.scenario.Requirement;
import org.vppworkbench.model.scenario.ResolvedScenario;
import org.vppworkbench.model.scenario.Scenario;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.negotiation.text.ParsedHome;
import org.vppworkbench.negotiation.text.TextParser;
import org.vppworkbench.negotiation.text.TrainedParser;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.explain.Explanation;
import org.vppworkbench.sample.FleetCsv;
import org.vppworkbench.sample.FleetJson;
import org.vppworkbench.sample.SampleLibrary;
import org.vppworkbench.sample.generator.FleetGenerator;
import org.vppworkbench.sample.quality.DataQuality;
import org.vppworkbench.sample.quality.QualityReport;

/** The core as it is shipped: the same code the command line runs. */
public final class StandardLaboratory implements Laboratory {
    private static final ExperimentOptions WITHOUT_OPTIMUM =
            new ExperimentOptions(false, ExperimentOptions.DEFAULT.gap());
    private final Clock clock = Clock.systemUTC();
    private final OptimumStore optima = new OptimumStore((inputs, progress, cancel) -> new OptimumSolver(Clock.systemUTC())
            .solvePossible(inputs, EnumSet.allOf(Mode.class), ExperimentOptions.DEFAULT.gap(), progress, cancel));
    private final ExperimentRunner runner = new ExperimentRunner(MechanismCatalogue.standard(), clock);

    @Override
    public List<MechanismChoice> mechanisms() {
        return MechanismChoice.ALL;
    }

    @Override
    public List<String> samples() {
        return SampleLibrary.ids();
    }

    @Override
    public Reading<DataSet> data(String sample) {
        return SampleLibrary.load(sample);
    }

    @Override
    public Reading<Fleet> defaultFleet(String sample) {
        return SampleLibrary.defaultFleet(sample);
    }

    @Override
    public Requirement defaultRequirement(String sample) {
        return SampleLibrary.defaultRequirement(sample);
    }

    @Override
    public @Nullable TimeSeries temperature(String sample) {
        return SampleLibrary.temperature(sample).value();
    }

    @Override
    public QualityReport quality(DataSet data) {
        return DataQuality.assess(data);
    }

    @Override
    public Reading<GeneratedFleet> generate(
            FleetParameters parameters, DataSet data, ProgressSink progress, CancelToken cancel) {
        Reading<FleetGenerator> reading = FleetGenerator.of(parameters, data, "parameters");
        FleetGenerator generator = reading.value();
        if (generator == null) {
            return new Reading<>(null, reading.findings());
        }
        Fleet fleet = generator.generate(Scenario.referenceOf(parameters), progress, cancel);
        return new Reading<>(new GeneratedFleet(parameters, fleet, generator.table(fleet)), reading.findings());
    }

    @Override
    public Reading<Fleet> readFleet(Path file) {
        return ScenarioLoader.readFleet(file);
    }

    @Override
    public ParsedHome read(String description, CancelToken cancel) {
        return Reader.TRAINED.parse(description, cancel);
    }

    @Override
    public KeyMask keys() {
        return KnownKeys.mask(Environment.ofTheProcess(), Path.of(""));
    }

    @Override
    public String sha256(Path file) throws IOException {
        return Sha256.of(file);
    }

    /** One after the other, whole or not at all: who is killed while writing finds the file that was there. */
    @Override
    public synchronized void writeFleet(Fleet fleet, Path file) throws IOException {
        boolean csv = file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".csv");
        AtomicFile.write(file, csv ? FleetCsv.write(fleet) : FleetJson.write(fleet));
    }

    @Override
    public ExperimentResult run(
            ResolvedScenario scenario, RunParties parties, EventSink events, ProgressSink progress, CancelToken cancel) {
        ExperimentRunner seated = new ExperimentRunner(MechanismCatalogue.standard(), parties.models(), parties.programs(), clock);
        OptimumSource needed = MechanismCatalogue.isCentral(scenario.scenario().mechanism()) ? this::optimum : null;
        ExperimentResult result = seated.run(FleetSource.described(scenario), needed, events, progress, cancel);
        return needed == null ? withKnownOptimum(result) : result;
    }

    @Override
    public Reading<ResolvedScenario> branched(ExperimentResult base, Branch branch) {
        return BranchedRun.scenario(base.scenario(), base.events(), branch);
    }

    @Override
    public ExperimentResult runBranch(
            ExperimentResult base, Branch branch, EventSink events, ProgressSink progress, CancelToken cancel) {
        return withKnownOptimum(BranchedRun.of(
                base.scenario(), base.events(), branch, runner, WITHOUT_OPTIMUM, events, progress, cancel));
    }

    private ExperimentResult withKnownOptimum(ExperimentResult result) {
        return knownOptimum(result.scenario().inputs()).map(known -> judged(result, known)).orElse(result);
    }

    @Override
    public OptimumSet optimum(RunInputs inputs, ProgressSink progress, CancelToken cancel) {
        return optima.of(inputs, progress, cancel).orRefused();
    }

    @Override
    public Optional<OptimumSet> knownOptimum(RunInputs inputs) {
        return optima.known(inputs).filter(known -> known.impossible().isEmpty());
    }

    @Override
    public OptimumSet dayOptimum(RunInputs inputs, ProgressSink progress, CancelToken cancel) {
        return optima.of(inputs, progress, cancel);
    }

    @Override
    public Optional<OptimumSet> knownDayOptimum(RunInputs inputs) {
        return optima.known(inputs);
    }

    @Override
    public Explanation explained(RunInputs inputs, OptimumResult optimum, ProgressSink progress, CancelToken cancel) {
        int homes = inputs.prosumers().size();
        Explanation explanation = Explanation.of(
                        inputs, optimum, done -> progress.report(done, homes, "home"), cancel::cancelled)
                .orElse(null);
        cancel.check("the optimum was explained");
        return Objects.requireNonNull(explanation, "an optimum with multipliers");
    }

    @Override
    public ExperimentResult judged(ExperimentResult result, OptimumSet optimum) {
        return ExperimentRunner.judged(result, optimum);
    }

    @Override
    public void writeBundle(
            ExperimentResult result,
            Map<String, String> inputFiles,
            Path directory,
            ProgressSink progress,
            CancelToken cancel) {
        BundleWriter.write(
                directory,
                RunBundle.of(result, inputFiles, FigureExporter.pictures(RunFigures.of(result)), sampling(result.scenario(), cancel)),
                progress,
                cancel);
    }

    /** The sampling table of a generated fleet, or {@code null}. */
    private @Nullable String sampling(ResolvedScenario scenario, CancelToken cancel) {
        FleetParameters parameters = scenario.scenario().generatedFleet();
        DataSet data = parameters == null ? null : data(scenario.scenario().sample()).value();
        GeneratedFleet made = parameters == null || data == null ? null : generate(parameters, data, ProgressSink.NONE, cancel).value();
        return made == null ? null : made.table().csv();
    }

    /** The weights are some megabytes, which only who describes a home has to wait for. */
    private static final class Reader {
        private static final TextParser TRAINED = new TrainedParser();
    }
}
