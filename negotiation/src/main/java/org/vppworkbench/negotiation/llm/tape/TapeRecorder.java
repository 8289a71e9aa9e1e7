package org.vppworkbench.negotiation.llm.tape;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.language.Answer;
import org.vppworkbench.negotiation.language.Question;
import org.vppworkbench.negotiation.llm.chain.Cancellable;
import org.vppworkbench.negotiation.llm.chain.Reply;
import org.vppworkbench.negotiation.llm.wire.Sent;

/**
 * Writes down what is asked and answered. A question that comes a second time, same origin and same words, gets the first
 * answer and no request: on a tape the two could not be told apart.
 */
public final class TapeRecorder {
    private final Cancellable live;
    private final String fingerprint;
    private final Consumer<String> lines;
    private final Supplier<Instant> clock;
    private final UnaryOperator<String> mask;
    private final Map<String, CompletableFuture<Answer>> known = new ConcurrentHashMap<>();

    /**
     * Starts a tape: the header is written at once.
     *
     * @param mask takes the key out of a text
     */
    public TapeRecorder(
            Cancellable live, TapeHeader header, Consumer<String> lines, Supplier<Instant> clock,
            UnaryOperator<String> mask) {
        this.live = live;
        fingerprint = header.fingerprint();
        this.lines = lines;
        this.clock = clock;
        this.mask = mask;
        write(TapeLines.header(header));
    }

    /**
     * Asks live and records.
     *
     * @throws CancellationException as the live model does
     */
    public Answer ask(Question question, CancelToken cancel) {
        String key = TapeKey.of(question, fingerprint);
        CompletableFuture<Answer> mine = new CompletableFuture<>();
        CompletableFuture<Answer> first = known.putIfAbsent(key, mine);
        return first == null ? askFirst(key, question, mine, cancel) : again(first);
    }

    private Answer askFirst(String key, Question question, CompletableFuture<Answer> mine, CancelToken cancel) {
        try {
            Reply reply = live.ask(question, cancel);
            record(key, question, reply.answer(), reply.sent());
            mine.complete(reply.answer());
            return reply.answer();
        } catch (CancellationException e) {
            record(key, question, null, null);
            throw e;
        } finally {
            // whoever waits for the same answer is let go, also where the tape cannot be written
            mine.completeExceptionally(new CancellationException("the first to ask got no answer"));
        }
    }

    private static Answer again(CompletableFuture<Answer> first) {
        try {
            return first.join();
        } catch (CompletionException | CancellationException e) {
            throw new CancellationException("cancelled while a model was asked");
        }
    }

    private void record(String key, Question question, @Nullable Answer answer, @Nullable Sent sent) {
        write(TapeLines.entry(key, question, answer, sent, clock.get().toString(), mask));
    }

    private synchronized void write(String line) {
        lines.accept(line);
    }
}
