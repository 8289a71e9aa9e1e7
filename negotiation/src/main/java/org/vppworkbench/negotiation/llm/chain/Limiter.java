package org.vppworkbench.negotiation.llm.chain;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.negotiation.llm.settings.Limits;

/**
 * Keeps to a server's limits: requests under way, requests a minute, tokens a minute. Requests are spread evenly, so that no
 * second gets much more than its sixtieth. When the server asks to wait, everybody waits.
 */
public final class Limiter {
    /** A bucket holds this part of a minute's amount: bursts stay small, and no minute gets more than this above it. */
    private static final int PARTS = 600;

    private static final int TOKEN_PARTS = 10;

    private final Pace pace;
    private final Semaphore places;
    private final @Nullable Bucket requests;
    private final @Nullable Bucket tokens;
    private final long tokenCapacity;
    private long pausedUntil;

    public Limiter(Limits limits, Pace pace) {
        this.pace = pace;
        places = new Semaphore(limits.concurrency(), true);
        Integer perMinute = limits.requestsPerMinute();
        requests = perMinute == null ? null : bucket(perMinute, Math.max(1, perMinute / PARTS));
        Integer tokensPerMinute = limits.tokensPerMinute();
        tokenCapacity = tokensPerMinute == null ? 0 : Math.max(1, tokensPerMinute / TOKEN_PARTS);
        tokens = tokensPerMinute == null ? null : bucket(tokensPerMinute, tokenCapacity);
        pausedUntil = pace.nanos();
    }

    private Bucket bucket(long perMinute, long capacity) {
        Bandwidth band =
                Bandwidth.builder().capacity(capacity).refillGreedy(perMinute, Duration.ofMinutes(1)).build();
        return Bucket.builder().addLimit(band).withCustomTimePrecision(new PaceMeter(pace)).build();
    }

    /**
     * Waits for a place.
     *
     * @param estimate tokens the request will need
     * @param longest longest wait, or {@code null} for as long as it takes
     * @return the place, to be given back, or {@code null} if it did not come free in time
     */
    @Nullable Place enter(long estimate, @Nullable Duration longest) throws InterruptedException {
        long end = longest == null ? Long.MAX_VALUE : pace.nanos() + longest.toNanos();
        if (longest == null) {
            places.acquire();
        } else if (!places.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            return null;
        }
        boolean entered = false;
        try {
            entered = waitOutPause(end) && take(requests, 1, end) && takeTokens(estimate, end) && waitOutPause(end);
            return entered ? new Place(estimate) : null;
        } finally {
            if (!entered) {
                places.release();
            }
        }
    }

    private boolean takeTokens(long estimate, long end) throws InterruptedException {
        if (tokens == null) {
            return true;
        }
        // a request larger than the bucket waits until it is full and leaves a debt
        long now = Math.min(estimate, tokenCapacity);
        if (!take(tokens, now, end)) {
            return false;
        }
        if (estimate > now) {
            tokens.consumeIgnoringRateLimits(estimate - now);
        }
        return true;
    }

    private boolean take(@Nullable Bucket bucket, long amount, long end) throws InterruptedException {
        if (bucket == null || amount <= 0) {
            return true;
        }
        long longest = end == Long.MAX_VALUE ? Long.MAX_VALUE / 2 : end - pace.nanos();
        return longest > 0
                && bucket.asBlocking().tryConsume(amount, longest, nanos -> pace.sleep(Duration.ofNanos(nanos)));
    }

    /** Nobody sends before a server's time is over. */
    synchronized void pause(Duration wait) {
        pausedUntil = Math.max(pausedUntil, pace.nanos() + wait.toNanos());
    }

    private synchronized long pauseLeft() {
        return pausedUntil - pace.nanos();
    }

    private boolean waitOutPause(long end) throws InterruptedException {
        for (long left = pauseLeft(); left > 0; left = pauseLeft()) {
            if (end != Long.MAX_VALUE && left > end - pace.nanos()) {
                return false;
            }
            pace.sleep(Duration.ofNanos(left));
        }
        return true;
    }

    /** The right to send one request. */
    final class Place implements AutoCloseable {
        private final long estimate;

        private Place(long estimate) {
            this.estimate = estimate;
        }

        /** Puts what the request really used in place of the estimate. */
        void settle(long used) {
            if (tokens == null || used == estimate) {
                return;
            }
            if (used > estimate) {
                tokens.consumeIgnoringRateLimits(used - estimate);
            } else {
                tokens.addTokens(estimate - used);
            }
        }

        @Override
        public void close() {
            places.release();
        }
    }

    private record PaceMeter(Pace pace) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return pace.nanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
