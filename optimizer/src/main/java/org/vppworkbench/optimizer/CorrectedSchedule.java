package org.vppworkbench.optimizer;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.optimizer.oneway.OneWaySearch;
import org.vppworkbench.optimizer.schedule.Directionality;
import org.vppworkbench.optimizer.solver.SolverWatch;

/** The schedule beside the point of the linear program that can be carried out: one direction per interval. */
final class CorrectedSchedule {
    private CorrectedSchedule() {}

    /** A corrected schedule and the Newton steps it took. */
    record Found(Pass pass, int iterations) {}

    /**
     * Searches one: home by home by dynamic programming, then all homes once more together with their directions fixed. Once the
     * solver's time is over, the best one until then is enough.
     *
     * @param relaxation solved
     */
    static Found of(
            RunInputs inputs, Mode mode, Options options, Relaxation relaxation, Progress progress,
            BooleanSupplier cancelled, boolean thorough) {
        Pass best = Pass.of(inputs, mode, Directionality.EXCLUSIVE, relaxation.plan(), relaxation);
        double enough = options.relativeGap() * options.yardstickUsd();
        BooleanSupplier over = options.solver()::timeIsOver;
        if (!thorough || over.getAsBoolean() || best.isEnough(enough)) {
            return new Found(best, 0);
        }
        OneWaySearch search = new OneWaySearch(inputs, mode, relaxation.plan(), relaxation.multipliers());
        if (!search.isNeeded()) {
            return new Found(best, 0);
        }
        try {
            search.run(new SolverWatch(() -> cancelled.getAsBoolean() || over.getAsBoolean(), (_, _) -> {})::check);
        } catch (CancellationException e) {
            if (cancelled.getAsBoolean()) {
                throw e;
            }
            return new Found(best, 0);
        }
        best = best.or(Pass.of(inputs, mode, Directionality.EXCLUSIVE, search.schedule(), relaxation));
        if (over.getAsBoolean() || best.isEnough(enough)) {
            return new Found(best, 0);
        }
        Relaxation together = relaxation.restricted(inputs, mode, options, progress, cancelled, search);
        best = best.or(Pass.of(inputs, mode, Directionality.EXCLUSIVE, together.plan(), relaxation));
        return new Found(best, together.iterations());
    }
}
