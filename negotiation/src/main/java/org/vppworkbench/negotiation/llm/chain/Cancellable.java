package org.vppworkbench.negotiation.llm.chain;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.FailureKind;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.language.Usage;

/** Lets go of a question as soon as the user does, wherever it is on its way: in a queue, in a wait, on the network. */
public final class Cancellable {
    private static final long POLL_MILLIS = 50;

    private final Link next;
    private final Duration patience;

    /**
     * A way that can be left.
     *
     * @param patience how long a question may take, its time in queues excepted
     */
    public Cancellable(Link next, Duration patience) {
        this.next = next;
        this.patience = patience;
    }

    /**
     * Asks and waits.
     *
     * @throws CancellationException soon after the user cancelled or the thread was interrupted
     */
    public Reply ask(Question question, CancelToken cancel) {
        cancel.check("asking a model for " + question.origin().words());
        CompletableFuture<Reply> result = new CompletableFuture<>();
        Thread worker = Thread.ofVirtual().name("model").start(() -> work(question, cancel, result));
        try {
            while (true) {
                try {
                    return result.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    if (cancel.cancelled()) {
                        throw new CancellationException("cancelled while a model was asked for " + question.origin().words());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a model was asked for " + question.origin().words());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new CancellationException("cancelled while a model was asked for " + question.origin().words());
            }
            return new Reply(
                    new Answer.Failed(
                            FailureKind.BAD_REQUEST,
                            "the gateway itself failed: " + nameOf(e.getCause()), Usage.NONE),
                    null);
        } finally {
            worker.interrupt();
        }
    }

    private static String nameOf(@Nullable Throwable cause) {
        return cause == null ? "unknown" : cause.getClass().getSimpleName();
    }

    private void work(Question question, CancelToken cancel, CompletableFuture<Reply> result) {
        try {
            result.complete(next.ask(question, new Link.Time(patience, null, false, cancel)));
        } catch (InterruptedException | RuntimeException e) {
            result.completeExceptionally(e);
        } finally {
            // an error of the machine must not leave the asker waiting
            result.completeExceptionally(new IllegalStateException("no answer was found"));
        }
    }
}
