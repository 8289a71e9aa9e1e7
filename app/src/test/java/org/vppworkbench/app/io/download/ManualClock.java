package org.vppworkbench.app.io.download;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.vppworkbench.model.simulation.CancelToken;

/** A clock whose pauses take no time and are written down. */
public final class ManualClock implements DownloadClock {
    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2026-06-01T12:00:00Z");

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void pause(Duration time, CancelToken cancel) {
        if (cancel.cancelled()) {
            throw new CancellationException("download");
        }
        pauses.add(time);
        now = now.plus(time);
    }

    public synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
