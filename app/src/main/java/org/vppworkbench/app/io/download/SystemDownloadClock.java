package org.vppworkbench.app.io.download;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import org.vppworkbench.model.simulation.CancelToken;

/** The machine's time; a pause looks at the cancel token many times a second. */
public final class SystemDownloadClock implements DownloadClock {
    private static final long SLICE_MILLIS = 50;

    private final Clock clock;

    public SystemDownloadClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void pause(Duration time, CancelToken cancel) {
        long end = System.nanoTime() + time.toNanos();
        try {
            while (true) {
                if (cancel.cancelled()) {
                    throw new CancellationException("download");
                }
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                Thread.sleep(Math.min(left, SLICE_MILLIS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("download");
        }
    }
}
