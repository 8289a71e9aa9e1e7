package org.vppworkbench.app.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.vppworkbench.model.inputs.RunInputs;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.model.simulation.ProgressSink;
import org.vppworkbench.optimizer.Mode;
import org.vppworkbench.optimizer.OptimumResult;
import org.vppworkbench.optimizer.OptimumStatus;

/** Each optimum is solved once. */
class OptimumStoreTest {
    private static final RunInputs INPUTS = SmallRuns.scenario("rule", 1).inputs();

    private final AtomicInteger solves = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final OptimumStore store = new OptimumStore((inputs, progress, cancel) -> {
        solves.incrementAndGet();
        begun.countDown();
        await(released);
        cancel.check("the solve");
        return new OptimumSet(List.of(), Map.of(), 1e-3);
    });

    @Test
    void whoAsksMeanwhileWaitsAndGetsTheSame() throws Exception {
        CompletableFuture<OptimumSet> first = ask(CancelToken.NEVER);
        await(begun);
        CompletableFuture<OptimumSet> second = ask(CancelToken.NEVER);
        released.countDown();

        assertSame(first.get(10, TimeUnit.SECONDS), second.get(10, TimeUnit.SECONDS));
        assertEquals(1, solves.get());
        assertSame(first.get(), store.known(INPUTS).orElseThrow());
    }

    @Test
    void whoWaitsCanStopWaiting() throws Exception {
        CompletableFuture<OptimumSet> first = ask(CancelToken.NEVER);
        await(begun);
        CompletableFuture<OptimumSet> second = ask(() -> true);

        Exception stopped = assertThrows(Exception.class, () -> second.get(10, TimeUnit.SECONDS));
        assertTrue(stopped instanceof CancellationException || stopped.getCause() instanceof CancellationException, stopped.toString());
        released.countDown();
        first.get(10, TimeUnit.SECONDS);
        assertEquals(1, solves.get());
    }

    @Test
    void aStoppedSolveIsNotKeptAndTheNextOneSolves() {
        released.countDown();
        assertThrows(CancellationException.class, () -> store.of(INPUTS, ProgressSink.NONE, new CancelToken() {
            private int looks;

            @Override
            public boolean cancelled() {
                return looks++ > 0;
            }
        }));
        assertTrue(store.known(INPUTS).isEmpty());

        store.of(INPUTS, ProgressSink.NONE, CancelToken.NEVER);
        assertEquals(2, solves.get());
    }

    /** What ran out of memory may be solved the next time; what is impossible stays so. */
    @Test
    void onlyWhatIsSettledIsKept() {
        for (OptimumStatus status : List.of(OptimumStatus.NOT_PROVED, OptimumStatus.OPTIMAL, OptimumStatus.INFEASIBLE)) {
            AtomicInteger asked = new AtomicInteger();
            OptimumResult result = new OptimumResult(
                    Mode.AWARE, status, null, null, Double.POSITIVE_INFINITY, 1, 0, "none", "", null, null, null);
            OptimumStore other = new OptimumStore((inputs, progress, cancel) -> {
                asked.incrementAndGet();
                return new OptimumSet(List.of(result), Map.of(), 1e-3);
            });
            other.of(INPUTS, ProgressSink.NONE, CancelToken.NEVER);
            boolean kept = status != OptimumStatus.NOT_PROVED;
            assertEquals(kept, other.known(INPUTS).isPresent(), status.name());
            other.of(INPUTS, ProgressSink.NONE, CancelToken.NEVER);
            assertEquals(kept ? 1 : 2, asked.get(), status.name());
        }
    }

    @Test
    void anotherForecastHasTheSameOptimumAndAnotherDayHasNot() {
        released.countDown();
        store.of(INPUTS, ProgressSink.NONE, CancelToken.NEVER);
        RunInputs surprised = new RunInputs(
                INPUTS.horizon(), INPUTS.prices(), SmallRuns.scenario("rule", 2).inputs().prices(), INPUTS.required(),
                INPUTS.calledIntervals(), INPUTS.prosumers());

        assertTrue(store.known(surprised).isPresent());
        RunInputs fewer = new RunInputs(
                INPUTS.horizon(), INPUTS.prices(), INPUTS.forecasts(), INPUTS.required(), INPUTS.calledIntervals(),
                INPUTS.prosumers().subList(0, 3));
        assertTrue(store.known(fewer).isEmpty());
    }

    private CompletableFuture<OptimumSet> ask(CancelToken cancel) {
        return CompletableFuture.supplyAsync(() -> store.of(INPUTS, ProgressSink.NONE, cancel), Thread::startVirtualThread);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
