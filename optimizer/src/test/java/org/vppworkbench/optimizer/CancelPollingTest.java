package org.vppworkbench.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.optimizer.lp.FleetProgram;
import org.vppworkbench.optimizer.lp.HomeDirections;

/** Whoever cancels is heard everywhere: while programs are built, inside a Newton step, and in the search for directions. */
class CancelPollingTest {
    private static final int HOMES = 12;
    private static final RunInputs INPUTS = Fleets.withV2g(Fleets.random(105, HOMES, 1, 1, 1), 5, 0.5);

    private static OptimumResult solve(AtomicInteger polls, int limit) {
        return CentralOptimum.solve(
                INPUTS, Mode.AWARE, Options.DEFAULT, Progress.NONE, () -> polls.incrementAndGet() > limit);
    }

    @Test
    void everyHomeIsPolledInEveryNewtonStep() {
        AtomicInteger polls = new AtomicInteger();
        OptimumResult result = solve(polls, Integer.MAX_VALUE);
        assertEquals(OptimumStatus.OPTIMAL, result.status());
        assertTrue(polls.get() >= HOMES * result.iterations(), polls + " polls, " + result.iterations() + " steps");
    }

    @Test
    void aCancelAtAnyPollEndsTheSolve() {
        AtomicInteger all = new AtomicInteger();
        solve(all, Integer.MAX_VALUE);
        for (int part = 0; part <= 12; part++) {
            int limit = (int) ((long) (all.get() - 1) * part / 12);
            AtomicInteger polls = new AtomicInteger();
            OptimumResult result = solve(polls, limit);
            assertEquals(OptimumStatus.CANCELLED, result.status(), "after " + limit + " of " + all + " polls");
            assertTrue(polls.get() <= limit + 200, polls + " polls, cancelled at " + limit);
        }
    }

    @Test
    void buildingAProgramPollsHomeByHome() {
        AtomicInteger polls = new AtomicInteger();
        Runnable third = () -> {
            if (polls.incrementAndGet() == 3) {
                throw new CancellationException("third");
            }
        };
        assertThrows(CancellationException.class, () -> new FleetProgram(
                INPUTS, Mode.AWARE, IntStream.range(0, HOMES).boxed().toList(), _ -> HomeDirections.FREE, third));
        assertEquals(3, polls.get());
    }
}
