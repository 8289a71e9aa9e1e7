package org.vppworkbench.app.io.download;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vppworkbench.model.simulation.CancelToken;

/** Keeps requests to one service apart: the next one starts no sooner than {@code gap} after the last one ended. */
final class RateLimit {
    private final Duration gap;
    private final DownloadClock clock;
    private @Nullable Instant lastEnd;

    RateLimit(Duration gap, DownloadClock clock) {
        this.gap = gap;
        this.clock = clock;
    }

    /** Waits until a request may start. */
    void await(CancelToken cancel) {
        Instant last = lastEnd;
        if (last == null) {
            return;
        }
        Duration left = Duration.between(clock.now(), last.plus(gap));
        if (left.isPositive()) {
            // A clock that was set back must not make the wait longer than the gap.
            clock.pause(left.compareTo(gap) > 0 ? gap : left, cancel);
        }
    }

    void ended() {
        lastEnd = clock.now();
    }
}
