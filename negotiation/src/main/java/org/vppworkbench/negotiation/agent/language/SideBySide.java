package org.vppworkbench.negotiation.agent.language;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.vppworkbench.model.simulation.CancelToken;

/** Work that waits for others, each piece on a virtual thread of its own. */
public final class SideBySide {
    private static final int POLL_MILLIS = 50;

    private SideBySide() {}

    /**
     * The results in the order of the items, whichever was ready first.
     *
     * @throws CancellationException soon after the user cancelled; the pieces are interrupted
     */
    public static <A, B> List<B> map(List<A> items, Function<A, B> task, CancelToken cancel) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<B>> futures = new ArrayList<>();
            for (A item : items) {
                futures.add(threads.submit(() -> task.apply(item)));
            }
            List<B> results = new ArrayList<>();
            for (Future<B> future : futures) {
                results.add(result(future, cancel));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <B> B result(Future<B> future, CancelToken cancel) {
        while (true) {
            try {
                return future.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException waiting) {
                cancel.check("the answer of an agent");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while agents were asked");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
