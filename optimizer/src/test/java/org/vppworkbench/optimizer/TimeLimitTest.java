package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.BessInputs;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.optimizer.solver.JOptimizerSolver;
import org.vppworkbench.optimizer.solver.LimitedSolver;

/** When the time is over nothing more is begun, and what there is until then is certified. */
class TimeLimitTest {
    private static final RunInputs INPUTS = Fleets.random(105, 6, 1, 1, 1);

    /** The time is over after so many questions. */
    private static Options after(int questions) {
        AtomicInteger asked = new AtomicInteger();
        return new Options(1e-3, 1, 300, new LimitedSolver(
                JOptimizerSolver.INSTANCE, () -> asked.incrementAndGet() > questions));
    }

    private static int largest(List<Integer> steps) {
        return steps.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    @Test
    void noModeIsSolvedTwiceWhenTheTimeIsOver() {
        List<Mode> begun = Collections.synchronizedList(new ArrayList<>());
        List<Integer> steps = Collections.synchronizedList(new ArrayList<>());
        List<OptimumResult> all = CentralOptimum.solveAll(INPUTS, after(0), (mode, iteration, _) -> {
            if (begun.isEmpty() || begun.getLast() != mode) {
                begun.add(mode);
            }
            steps.add(iteration);
        }, () -> false);
        assertTrue(Collections.frequency(begun, Mode.HOME) <= 1 && Collections.frequency(begun, Mode.AWARE) <= 1, begun::toString);
        assertTrue(largest(steps) <= 1, steps::toString);
        double home = all.getFirst().objectiveUsd();
        for (OptimumResult result : all) {
            assertEquals(OptimumStatus.NOT_PROVED, result.status());
            assertTrue(result.message().contains("time limit"), result::message);
            assertTrue(result.objectiveUsd() <= result.upperBoundUsd() && result.maxViolation() <= 1e-6);
            assertTrue(result.objectiveUsd() >= home, "a schedule of HOME is one of AWARE and BLIND too");
        }
    }

    @Test
    void atAnyMomentWhatIsKnownIsCertified() {
        for (int questions : new int[] {10, 100, 300, 1000, 3000}) {
            for (OptimumResult result : CentralOptimum.solveAll(INPUTS, after(questions), Progress.NONE, () -> false)) {
                assertTrue(result.status() == OptimumStatus.OPTIMAL || result.status() == OptimumStatus.NOT_PROVED);
                assertTrue(result.feasibleUsd() <= result.upperBoundUsd() && result.maxViolation() <= 1e-6, result::toString);
            }
        }
    }

    @Test
    void theElasticPhaseHearsTheLimitAndTheCancel() {
        Homes tight = Homes.flat("home-1", 96, 0.3, 0.1).load(1).limits(0.52, 5)
                .with(new BessInputs(0.5, 5, 5, 0.95, 0.95, 0, 0.5, 0.5, 0.05));
        RunInputs inputs = Homes.fleet(Fleets.horizon(0, 1), CaisoWeek.prices(0, 1), 5, tight.build());
        assertEquals(List.of(), ElasticPhase.of(inputs, Mode.AWARE, after(0).solver()), "nothing is certified in no time");
        AtomicInteger polls = new AtomicInteger();
        assertThrows(CancellationException.class, () -> ElasticPhase.of(
                inputs, Mode.AWARE, JOptimizerSolver.INSTANCE, () -> polls.incrementAndGet() > 3));
        assertTrue(polls.get() < 50, polls::toString);
        OptimumResult result = CentralOptimum.solve(inputs, Mode.AWARE, Options.DEFAULT, Progress.NONE, () -> false);
        assertEquals(OptimumStatus.INFEASIBLE, result.status());
        assertFalse(result.infeasible().isEmpty(), "the findings come with the result");
        assertEquals(ElasticPhase.of(inputs, Mode.AWARE), result.infeasible());
    }
}
