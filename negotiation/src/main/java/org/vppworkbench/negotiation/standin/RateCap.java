package org.vppworkbench.negotiation.standin;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Lets so many requests through in any second that has just passed. */
public final class RateCap {
    private static final long SECOND = 1_000_000_000L;

    private final int perSecond;
    private final LongSupplier nanos;
    private final Deque<Long> admitted = new ArrayDeque<>();

    /**
     * @param perSecond most requests in a sliding second
     * @param nanos a clock that only goes forward [ns], such as {@code System::nanoTime}
     */
    public RateCap(int perSecond, LongSupplier nanos) {
        if (perSecond < 1) {
            throw new IllegalArgumentException(perSecond + " requests per second");
        }
        this.perSecond = perSecond;
        this.nanos = nanos;
    }

    /** Nothing where the request is let through, else how long to wait before the next try. */
    synchronized Optional<Duration> refuse() {
        long now = nanos.getAsLong();
        while (!admitted.isEmpty() && now - admitted.getFirst() >= SECOND) {
            admitted.removeFirst();
        }
        if (admitted.size() < perSecond) {
            admitted.addLast(now);
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(SECOND - (now - admitted.getFirst())));
    }
}
