package org.vppworkbench.optimizer.glop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.market.MarketSeries;
import org.vppworkbench.model.time.TimeSeries;
import org.vppworkbench.optimizer.CentralOptimum;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;
import org.vppworkbench.optimizer.Options;
import org.vppworkbench.optimizer.Progress;
import org.vppworkbench.optimizer.solver.LimitedSolver;
import org.vppworkbench.optimizer.solver.LpSolver;
import org.vppworkbench.optimizer.solver.LpSolvers;

/** GLOP and JOptimizer on the same programs of fleets that ojAlgo cannot do: objectives and bounds agree. */
class GlopCrossCheckTest {
    static IntStream cases() {
        return IntStream.range(0, Boolean.getBoolean("vpp.deep") ? 60 : 12);
    }

    /** Requirements from scarce to loose, negative prices in every fourth, calls in every third; V2G as the preset has it. */
    @ParameterizedTest
    @MethodSource("cases")
    void objectivesAgreeWithinTheCertifiedGap(int k) {
        RunInputs inputs = SampleFleets.of(5 + 7 * (k % 5), 500 + k, k % 7, 1, List.of(0.2, 1.0, 6.0).get(k % 3));
        inputs = k % 4 == 1 ? below(inputs, 80) : inputs;
        inputs = k % 3 == 2 ? called(inputs) : inputs;
        for (Mode mode : Mode.values()) {
            OptimumResult ours = solve(inputs, mode, Options.DEFAULT.solver());
            OptimumResult other = solve(inputs, mode, new GlopSolver());
            String seen = "case " + k + " " + mode + " " + ours.objectiveUsd() + " and " + other.objectiveUsd();
            assertEquals(OptimumStatus.OPTIMAL, ours.status(), seen);
            assertEquals(OptimumStatus.OPTIMAL, other.status(), seen);
            assertEquals(other.objectiveUsd(), ours.objectiveUsd(), 1e-3, seen);
            assertTrue(ours.upperBoundUsd() >= other.objectiveUsd() - 1e-9, seen);
            assertTrue(other.upperBoundUsd() >= ours.objectiveUsd() - 1e-9, seen);
        }
    }

    @Test
    void isFoundAsAService() {
        LpSolver found = LpSolvers.find("glop").orElseThrow();
        assertEquals(GlopSolver.class, found.getClass());
    }

    @Test
    void anExpiredSolveClaimsNothing() {
        RunInputs inputs = SampleFleets.of(60, 3, 0, 2, 1);
        OptimumResult result = solve(inputs, Mode.AWARE, new LimitedSolver(new GlopSolver(), () -> true));
        assertTrue(result.status() != OptimumStatus.CANCELLED && result.status() != OptimumStatus.INFEASIBLE, result::message);
        assertTrue(result.status() == OptimumStatus.NOT_PROVED || result.relativeGap() <= 1e-3, result.status()::name);
    }

    @Test
    void aCancelledSolveEnds() {
        RunInputs inputs = SampleFleets.of(60, 3, 0, 2, 1);
        Options options = new Options(1e-3, 1, 300, new GlopSolver());
        OptimumResult result = CentralOptimum.solveRelaxation(inputs, Mode.AWARE, options, Progress.NONE, () -> true);
        assertTrue(result.status() == OptimumStatus.CANCELLED || result.status() == OptimumStatus.OPTIMAL, result.status()::name);
    }

    private static OptimumResult solve(RunInputs inputs, Mode mode, LpSolver solver) {
        Options options = new Options(1e-3, 1, 300, solver);
        return CentralOptimum.solveRelaxation(inputs, mode, options, Progress.NONE, () -> false);
    }

    private static RunInputs below(RunInputs in, double usdPerMwh) {
        MarketSeries p = in.prices();
        MarketSeries lower = new MarketSeries(p.energy().map(v -> v - usdPerMwh), p.spin(), p.nonSpin(), p.realTime());
        return new RunInputs(in.horizon(), lower, in.forecasts(), in.required(), in.calledIntervals(), in.prosumers());
    }

    private static RunInputs called(RunInputs in) {
        MarketSeries p = in.prices();
        TimeSeries realTime = p.energy().map(v -> 1.5 * v);
        MarketSeries prices = new MarketSeries(p.energy(), p.spin(), p.nonSpin(), realTime);
        return new RunInputs(
                in.horizon(), prices, in.forecasts(), in.required(), List.of(70, 71, 76), in.prosumers());
    }
}
