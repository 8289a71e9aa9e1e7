package org.vppworkbench.app.experiment;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.BaselineDocument;
import org.vppworkbench.app.io.Bundle;
import org.vppworkbench.app.io.ForecastSummary;
import org.vppworkbench.app.io.OptimumSummary;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.app.io.RunManifest;
import org.vppworkbench.model.event.EventSink;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.optimizer.Mode;

/**
 * The run of a bundle made again from the bundle alone. Everything the engine reads is in {@code inputs.json} and in the
 * configuration of the manifest; no file the user brought, no sample and no forecast is read or drawn again.
 */
public final class RepeatedRun {
    private RepeatedRun() {}

    /**
     * Runs a bundle again.
     *
     * @param solveOptimum whether the optima of its {@code baseline.json} are solved again, to the gaps that were asked for;
     *     otherwise they are taken over
     * @throws RefusedException where the bundle is not complete, this version does not have its mechanism, or the run is an
     *     optimum and none is solved
     * @throws CancellationException where the user cancelled
     */
    public static ExperimentResult of(
            Bundle bundle, boolean solveOptimum, Clock clock, ProgressSink progress, CancelToken cancel) {
        RunManifest manifest = bundle.manifest();
        if (manifest == null || !BundledRun.isComplete(bundle)) {
            throw RefusedException.because(
                    bundle.folder().toString(), "not a complete bundle",
                    "manifest.json, inputs.json, events.jsonl, contracts.csv and dispatch.csv");
        }
        if (!solveOptimum && MechanismCatalogue.optimum(manifest.mechanism()).isPresent()) {
            throw RefusedException.because(
                    "mechanism " + manifest.mechanism(), "it is the optimum, which was switched off", "solve the optimum");
        }
        return new ExperimentRunner(MechanismCatalogue.standard(), RecordedModels.of(bundle), new RecordedPrograms(bundle), clock)
                .run(
                        BundledRun.scenario(bundle, manifest), optima(bundle, manifest, solveOptimum, clock), EventSink.NONE,
                        progress, cancel);
    }

    private static @Nullable OptimumSource optima(Bundle bundle, RunManifest manifest, boolean solve, Clock clock) {
        BaselineDocument baseline = bundle.baseline();
        Map<String, OptimumSummary> before = baseline == null ? Map.of() : baseline.optima();
        ForecastSummary forecast = baseline == null ? null : baseline.forecast();
        if (before.isEmpty() && forecast == null) {
            return null;
        }
        if (!solve) {
            return (inputs, progress, cancel) -> OptimumSet.of(before).with(forecast);
        }
        Map<Double, Set<Mode>> byGap = new TreeMap<>();
        for (Mode mode : Mode.values()) {
            String name = mode.name().toLowerCase(Locale.ROOT);
            OptimumSummary summary = before.get(name);
            if (summary != null) {
                RunManifest.SolverRun run = manifest.solver().get(name);
                double gap = run == null ? summary.tolerance() : run.tolerance();
                byGap.computeIfAbsent(gap, none -> EnumSet.noneOf(Mode.class)).add(mode);
            }
        }
        return (inputs, progress, cancel) -> solve(inputs, byGap, new OptimumSolver(clock), progress, cancel)
                .with(forecast == null
                        ? null
                        : new ForecastSolver(clock)
                                .solve(inputs, forecast.tolerance(), forecast.yardstick(), progress, cancel));
    }

    /** Modes solved to one gap are solved together, as {@code vpp run} and {@code vpp baseline} do. */
    private static OptimumSet solve(
            RunInputs inputs, Map<Double, Set<Mode>> byGap, OptimumSolver solver, ProgressSink progress, CancelToken cancel) {
        OptimumSet all = new OptimumSet(List.of(), Map.of(), 0);
        for (Map.Entry<Double, Set<Mode>> group : byGap.entrySet()) {
            all = solver.solve(inputs, group.getValue(), group.getKey(), progress, cancel).joinedTo(all);
        }
        return all;
    }
}
