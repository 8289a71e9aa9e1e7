package org.vppworkbench.app.ui.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.experiment.ExperimentResult;
import org.vppworkbench.app.experiment.OptimumSet;
import org.vppworkbench.app.experiment.RunParties;
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
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.negotiation.text.ParsedHome;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.explain.Explanation;
import org.vppworkbench.sample.quality.QualityReport;

/** The door from the window to the core. All of it may be called off the JavaFX thread. */
public interface Laboratory {
    /** Mechanisms that can be run, the default first. */
    List<MechanismChoice> mechanisms();

    /** Ids of the sample weeks, the default first. */
    List<String> samples();

    Reading<DataSet> data(String sample);

    Reading<Fleet> defaultFleet(String sample);

    /** What the aggregator of the default fleet wants. */
    Requirement defaultRequirement(String sample);

    /** Air temperature over the days of a sample, for display only [°C]; {@code null} where there is none. */
    @Nullable TimeSeries temperature(String sample);

    /** What is to be said about the quality of data. */
    QualityReport quality(DataSet data);

    /**
     * Draws a fleet, or says why it cannot be drawn.
     *
     * @param data where the load and PV profiles come from
     * @throws java.util.concurrent.CancellationException if it was stopped
     */
    Reading<GeneratedFleet> generate(
            FleetParameters parameters, DataSet data, ProgressSink progress, CancelToken cancel);

    Reading<Fleet> readFleet(Path file);

    /** Reads the description of a home by rules and trained weights; nothing leaves the machine. */
    ParsedHome read(String description, CancelToken cancel);

    /** What blanks out keys in words of the user before they are read. */
    KeyMask keys();

    /**
     * SHA-256 of a file, as bundles name the files of a user.
     *
     * @throws IOException if it cannot be read
     */
    String sha256(Path file) throws IOException;

    void writeFleet(Fleet fleet, Path file) throws IOException;

    /**
     * Runs the scenario's mechanism, and the home plans without market beside it.
     *
     * @throws java.util.concurrent.CancellationException if it was stopped
     */
    default ExperimentResult run(
            ResolvedScenario scenario, EventSink events, ProgressSink progress, CancelToken cancel) {
        return run(scenario, RunParties.NONE, events, progress, cancel);
    }

    /**
     * The same with who takes part besides rules.
     *
     * @throws org.vppworkbench.app.io.RefusedException where the run needs who is not there
     * @throws java.util.concurrent.CancellationException if it was stopped
     */
    ExperimentResult run(
            ResolvedScenario scenario, RunParties parties, EventSink events, ProgressSink progress, CancelToken cancel);

    /**
     * What a branch of a finished run would run, or why it cannot be made.
     *
     * @param base the run to branch from
     */
    Reading<ResolvedScenario> branched(ExperimentResult base, Branch branch);

    /**
     * Runs a branch of a finished run.
     *
     * @throws org.vppworkbench.app.io.RefusedException where {@link #branched} has no scenario
     * @throws java.util.concurrent.CancellationException if it was stopped
     */
    ExperimentResult runBranch(
            ExperimentResult base, Branch branch, EventSink events, ProgressSink progress, CancelToken cancel);

    /**
     * The certified optima of these inputs; solved once for each, and again only when long forgotten.
     *
     * @throws org.vppworkbench.app.io.RefusedException where there are none, by home and constraint
     * @throws java.util.concurrent.CancellationException if it was stopped
     */
    OptimumSet optimum(RunInputs inputs, ProgressSink progress, CancelToken cancel);

    /** The optima of these inputs where they were solved lately, all three. */
    Optional<OptimumSet> knownOptimum(RunInputs inputs);

    /**
     * The same of a day alone, which a run may have begun with less than owners want: modes without a schedule are INFEASIBLE,
     * beside those that have one.
     *
     * @throws org.vppworkbench.app.io.RefusedException where the optimum does not cover the inputs
     * @throws java.util.concurrent.CancellationException if it was stopped
     */
    OptimumSet dayOptimum(RunInputs inputs, ProgressSink progress, CancelToken cancel);

    /** The optima of a day alone where they were solved lately. */
    Optional<OptimumSet> knownDayOptimum(RunInputs inputs);

    /**
     * What binds in an optimum, and what that is worth.
     *
     * @param optimum one with multipliers
     * @throws java.util.concurrent.CancellationException if it was stopped
     */
    Explanation explained(RunInputs inputs, OptimumResult optimum, ProgressSink progress, CancelToken cancel);

    /** The run judged by its optima. */
    ExperimentResult judged(ExperimentResult outcome, OptimumSet optimum);

    /**
     * Writes the bundle of a run.
     *
     * @param inputFiles SHA-256 of the user's files by name
     * @param directory absent or empty
     */
    void writeBundle(
            ExperimentResult outcome,
            Map<String, String> inputFiles,
            Path directory,
            ProgressSink progress,
            CancelToken cancel)
            throws IOException;
}
