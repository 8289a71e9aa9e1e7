package org.vppworkbench.app.experiment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.app.io.ForecastSummary;
import org.vppworkbench.app.io.RefusedException;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.optimizer.Options;
import org.vppworkbench.optimizer.OptimumStatus;
import org.vppworkbench.optimizer.forecast.ForecastOptimum;
import org.vppworkbench.optimizer.forecast.ForecastProgram;
import org.vppworkbench.optimizer.forecast.ForecastResult;
import org.vppworkbench.optimizer.solver.LpSolver;

/** Solves the optimum on what was known and values it on what happened. */
public final class ForecastSolver {
    /** Its name in {@code baseline.json} and in the manifest. */
    public static final String NAME = "forecast";

    private final Clock clock;
    private final LpSolver solver;

    /**
     * @param clock for the wall time, which never enters a result
     */
    public ForecastSolver(Clock clock) {
        this(clock, Options.DEFAULT.solver());
    }

    /**
     * @param clock for the wall time, which never enters a result
     * @param solver solves the linear programs
     */
    public ForecastSolver(Clock clock, LpSolver solver) {
        this.clock = clock;
        this.solver = solver;
    }

    /**
     * @param gap relative gap to be certified
     * @param yardstickUsd money at stake, at least 1 [$]
     * @throws RefusedException for inputs the optimum does not cover
     * @throws CancellationException where the user cancelled
     */
    public ForecastSummary solve(
            RunInputs inputs, double gap, double yardstickUsd, ProgressSink progress, CancelToken cancel) {
        Instant begin = clock.instant();
        Options options = new Options(gap, Math.max(1, yardstickUsd), Options.DEFAULT.maxIterations(), solver);
        ForecastResult result;
        try {
            result = ForecastOptimum.solve(
                    inputs, options, (_, _, _) -> progress.report(0, 1, "optimum on forecasts"), cancel::cancelled);
        } catch (IllegalArgumentException e) {
            throw OptimumSolver.refused(e);
        }
        if (result.status() == OptimumStatus.CANCELLED) {
            throw new CancellationException("the optimum was cancelled");
        }
        double seconds = Duration.between(begin, clock.instant()).toMillis() / 1000.0;
        return new ForecastSummary(
                finite(result.welfareUsd()),
                result.shortfallKwh(),
                result.shortfallUsd(),
                finite(result.maxViolation()),
                finite(result.relativeGap()),
                options.yardstickUsd(),
                solver.name(),
                result.status().name(),
                gap,
                result.iterations(),
                seconds,
                result.message(),
                result.programs().stream().map(ForecastSolver::program).toList());
    }

    private static ForecastSummary.Program program(ForecastProgram p) {
        return new ForecastSummary.Program(
                p.firstDay(), p.days(), finite(p.objectiveUsd()), finite(p.upperBoundUsd()), finite(p.relativeGap()),
                finite(p.maxViolation()), p.status().name());
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
