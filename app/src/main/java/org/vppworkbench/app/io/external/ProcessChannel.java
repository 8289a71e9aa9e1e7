package org.vppworkbench.app.io.external;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.simulation.CancelToken;
import org.vppworkbench.negotiation.external.AgentChannel;
import org.vppworkbench.negotiation.external.Heard;
import org.vppworkbench.negotiation.external.Heard.FaultKind;

/**
 * A running program. Its output is read, its input written and its error output drained by threads of their own, so that
 * nothing it does or leaves undone can block the run for longer than the deadline.
 */
final class ProcessChannel implements AgentChannel {
    /** Lines that wait to be listened to. */
    private static final int MOST_WAITING = 256;

    /** Lines that wait to be read by the program. */
    private static final int MOST_UNREAD = 10_000;

    private static final long POLL_MILLIS = 25;
    private static final long GRACE_MILLIS = 500;

    /** Says the writer that nothing follows. */
    private static final String END = "";

    private final Process process;
    private final CancelToken cancel;
    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(MOST_WAITING);
    private final BlockingQueue<String> unread = new LinkedBlockingQueue<>(MOST_UNREAD);
    private final StandardError errors;
    private final Thread writer;
    private final Thread lastResort;
    private final AtomicBoolean closed = new AtomicBoolean();
    private double dueSeconds;
    private long deadlineNanos;

    ProcessChannel(Process process, String name, CancelToken cancel) {
        this.process = process;
        this.cancel = cancel;
        this.errors = new StandardError(process.getErrorStream());
        Thread.Builder threads = Thread.ofPlatform().daemon();
        threads.name(name + " output").start(new StandardOutput(process.getInputStream(), heard, this::ending));
        threads.name(name + " errors").start(errors);
        this.writer = threads.name(name + " input").start(this::write);
        this.lastResort = Thread.ofPlatform().unstarted(() -> kill(List.of()));
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    @Override
    public void send(String line) {
        if (!unread.offer(line)) {
            process.destroyForcibly(); // it has not read thousands of lines, and never will
        }
    }

    @Override
    public void due(double seconds) {
        dueSeconds = seconds;
        deadlineNanos = System.nanoTime() + Math.round(seconds * 1e9);
    }

    @Override
    public Heard receive() {
        while (true) {
            cancel.check("the answer of a program");
            long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
            Heard next = poll(Math.clamp(left, 0, POLL_MILLIS));
            if (next != null) {
                return next;
            }
            if (left <= 0) {
                return new Heard.Fault(
                        FaultKind.LATE, String.format(Locale.ROOT, "did not answer within %s s", number(dueSeconds)));
            }
        }
    }

    private static String number(double seconds) {
        return seconds == Math.rint(seconds) ? String.valueOf(Math.round(seconds)) : String.valueOf(seconds);
    }

    private @Nullable Heard poll(long millis) {
        try {
            return heard.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a program");
        }
    }

    /** Why the output came to its end. */
    private String ending() {
        try {
            String last = process.waitFor(GRACE_MILLIS, TimeUnit.MILLISECONDS)
                    ? "ended with exit code " + process.exitValue()
                    : "closed its output";
            String words = errors.lastWords();
            return words.isEmpty() ? last : last + " (its last words: " + words + ")";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "ended";
        }
    }

    private void write() {
        try (Writer in = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8))) {
            for (String line = unread.take(); !line.equals(END); line = unread.take()) {
                in.write(line);
                in.write('\n');
                in.flush();
            }
        } catch (IOException e) {
            // it reads no more; whether it still answers is seen at its output
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        List<ProcessHandle> children = process.descendants().toList();
        if (!unread.offer(END)) {
            writer.interrupt();
        }
        boolean interrupted = Thread.interrupted();
        if (!cancel.cancelled()) {
            interrupted |= !goneWithin(GRACE_MILLIS);
        }
        kill(children);
        interrupted |= !goneWithin(GRACE_MILLIS);
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException e) {
            // the machine is already going down, and the hook does the same
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the end of the program, at most so long. Returns false where the wait was interrupted. */
    private boolean goneWithin(long millis) {
        try {
            boolean gone = process.waitFor(millis, TimeUnit.MILLISECONDS);
            return gone || !Thread.interrupted();
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void kill(List<ProcessHandle> children) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
